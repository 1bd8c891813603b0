import { decimalsOf, isTiny, short, toText, usd, whole } from './money.js';

export interface AmountFormat {
  /** BCP 47, `en-US` by default. */
  readonly locale?: string;
  /** ISO 4217, `USD` by default. Convert the amount first: this only writes it. */
  readonly currency?: string;
  /**
   * Every digit is shown (up to the twelfth decimal), with at least so many decimals; rows that
   * share them line up.
   */
  readonly decimals?: number;
  /** Rounds down instead of up: what is left is never more than there is. */
  readonly down?: boolean;
  /** The words for less than an amount; `under $0.0001` by default. */
  readonly under?: (amount: string) => string;
}

const formats = new Map<string, Intl.NumberFormat>();

/**
 * `0.03` → `$0.030`, `0.587203` → `$0.588`: rounded up to a tenth of a cent, to a hundredth of a
 * cent below one cent, to a
 * cent from a dollar on; `under $0.0001` where that is still too much. With `decimals`: every
 * digit. In languages that are
 * written from right to left it is kept together by the marks U+2066 and U+2069.
 * @throws UserPaysError `invalid-input` when `text` is not plain decimal text.
 */
export function formatUsd(text: string, how: AmountFormat = {}): string {
  return worded(figure(text, how), text, how);
}

/**
 * In words where `highest` is tiny. Written from right to left, a currency's sign would change
 * sides: `US$` stays one piece.
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

/** The digits alone: what is tiny reads as the least there is. */
function figure(
  text: string,
  { locale = 'en-US', currency = 'USD', decimals, down }: AmountFormat,
): string {
  const amount = decimals === undefined ? short(usd(text), down) : whole(usd(text), down);
  // The text goes in, not a number: `format` is exact for it where the engine is, and up to twelve
  // decimals everywhere.
  return formatter(locale, currency, Math.min(12, decimalsOf(amount, decimals))).format(
    toText(amount) as `${number}`,
  );
}

function formatter(locale: string, currency: string, decimals: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${decimals}`;
  let format = formats.get(key);
  if (!format) {
    const options = {
      style: 'currency',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    } as const;
    // A page's `lang` and currency may be anything; an amount is shown all the same, as of no
    // currency where nobody knows of
    // which: the last of these is always known.
    const tries = [
      [locale, currency],
      ['en-US', currency],
      ['en-US', 'XXX'],
    ] as const;
    for (const [language, code] of tries) {
      try {
        format ??= new Intl.NumberFormat(language, { ...options, currency: code });
      } catch {
        // The next one is plainer.
      }
    }
    formats.set(key, format!);
  }
  return format!;
}

/**
 * `~$0.045–0.075`; one amount when both are the same. The currency is written once, where the
 * language puts it.
 */
export function formatRange(low: string, high: string, how: AmountFormat = {}): string {
  const [a, b] = [figure(low, how), figure(high, how)];
  const bare = (text: string): string => /\p{N}.*\p{N}/u.exec(text)?.[0] ?? text;
  const range = /^\u200f?\p{N}/u.test(b) ? `~${bare(a)}–${b}` : `~${a}–${bare(b)}`;
  return worded(a === b ? a : range, high, how);
}

/**
 * The decimals a set of amounts shares with every digit of theirs, so that a receipt's rows line
 * up.
 */
export function decimalsFor(amounts: Iterable<string>): number {
  return Math.max(2, ...[...amounts].map((text) => decimalsOf(usd(text))));
}

/** Every digit of these amounts, and as many decimals for one as for another. */
export function inFull(...amounts: readonly string[]): { readonly decimals: number } {
  return {
    decimals: decimalsFor(amounts),
  };
}
