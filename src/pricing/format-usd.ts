import { decimalsOf, isTiny, short, toText, usd, whole } from './money.js';

export interface AmountFormat {
  /** BCP 47 language tag, `en-US` by default. */
  readonly locale?: string;
  /**
   * ISO 4217 code, `USD` by default. Only the notation changes: the amount has to be converted
   * before.
   */
  readonly currency?: string;
  /**
   * Shows every digit up to the twelfth decimal, with at least this many decimals. Rows with the
   * same value line up.
   */
  readonly decimals?: number;
  /** Rounds down instead of up, for balances: what is shown is never more than there is. */
  readonly down?: boolean;
  /** Words for “less than this amount”; `under $0.0001` by default. */
  readonly under?: (amount: string) => string;
}

type Formatter = Pick<Intl.NumberFormat, 'format'>;

const formats = new Map<string, Formatter>();

/** A menu writes the same few amounts again and again. */
const figures = new Map<string, string>();

/**
 * Formats an amount in US dollars: `0.03` → `$0.030`, `0.587203` → `$0.588`.
 * Rounds up: to a cent from $1 on, to a tenth of a cent from $0.01 on, to a hundredth of a cent
 * below that; less than $0.0001 becomes `under $0.0001`. With `decimals` every digit is shown. In
 * right-to-left languages the amount is enclosed in U+2066 and U+2069.
 * @throws UserPaysError `invalid-input` if `text` is not plain decimal text
 */
export function formatUsd(text: string, how: AmountFormat = {}): string {
  return worded(figure(text, how), text, how);
}

/**
 * Adds the “under” words if `highest` is tiny. In right-to-left text the currency sign would move
 * to the other side, so the amount is isolated from the text around it.
 */
function worded(
  digits: string,
  highest: string,
  { locale = '', decimals, under = (amount) => `under ${amount}` }: AmountFormat,
): string {
  const piece = /^(ar|he|iw|fa|ur|ps|ckb|yi)\b/i.test(locale)
    ? `\u2066${digits.replaceAll('\u200f', '')}\u2069`
    : digits;
  return decimals === undefined && isTiny(usd(highest)) ? under(piece) : piece;
}

/**
 * The formatted number without words. A tiny amount becomes the smallest one that can be shown.
 */
function figure(
  text: string,
  { locale = 'en-US', currency = 'USD', decimals, down }: AmountFormat,
): string {
  const key = `${text} ${locale} ${currency} ${decimals} ${down}`;
  const known = figures.get(key);
  if (known) return known;
  const amount = decimals === undefined ? short(usd(text), down) : whole(usd(text), down);
  // Passed as text, not as a number: engines that format text exactly lose no digit, and all
  // engines are right up to twelve decimals.
  const digits = formatter(locale, currency, Math.min(12, decimalsOf(amount, decimals))).format(
    toText(amount) as `${number}`,
  );
  if (figures.size > 999) figures.clear();
  figures.set(key, digits);
  return digits;
}

function formatter(locale: string, currency: string, decimals: number): Formatter {
  if (currency === 'USD' && /^en(-US)?$/i.test(locale)) return dollarsInEnglish(decimals);
  const key = `${locale} ${currency} ${decimals}`;
  let format: Formatter | undefined = formats.get(key);
  if (!format) {
    const options = {
      style: 'currency',
      // A page's `lang` and currency may be invalid, and the amount must still be shown. This is the
      // code for “no currency”.
      currency: /^[a-z]{3}$/i.test(currency) ? currency : 'XXX',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    } as const;
    try {
      format = new Intl.NumberFormat(locale, options);
    } catch {
      format = new Intl.NumberFormat('en-US', options);
    }
    formats.set(key, format);
  }
  return format;
}

/**
 * As `Intl.NumberFormat` writes dollars in English. Making one of those takes as long as all else
 * that a first look does.
 */
function dollarsInEnglish(decimals: number): Formatter {
  return {
    format: (amount) => {
      const [, sign = '', whole = '', fraction = ''] =
        /^(-?)(\d+)\.?(\d*)$/.exec(String(amount)) ?? [];
      const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
      const digits = fraction.padEnd(decimals, '0');
      return `${sign}$${grouped}${digits ? `.${digits}` : ''}`;
    },
  };
}

/**
 * Formats a range: `~$0.045–0.075`; one amount if both ends look the same. The currency appears
 * once, on the side where the language puts it.
 * @throws UserPaysError `invalid-input` if an end is not plain decimal text
 */
export function formatRange(low: string, high: string, how: AmountFormat = {}): string {
  const [a, b] = [figure(low, how), figure(high, how)];
  const bare = (text: string): string => /\p{N}.*\p{N}/u.exec(text)?.[0] ?? text;
  const range = /^\u200f?\p{N}/u.test(b) ? `~${bare(a)}–${b}` : `~${a}–${bare(b)}`;
  return worded(a === b ? a : range, high, how);
}

/**
 * The number of decimals needed to show every digit of all these amounts, so that the rows of a
 * receipt line up. At least 2.
 * @throws UserPaysError `invalid-input` if one is not plain decimal text
 */
export function decimalsFor(amounts: Iterable<string>): number {
  return Math.max(2, ...[...amounts].map((text) => decimalsOf(usd(text))));
}

/**
 * The format that shows every digit of these amounts, with the same number of decimals for all.
 */
export function inFull(...amounts: readonly string[]): { readonly decimals: number } {
  return {
    decimals: decimalsFor(amounts),
  };
}
