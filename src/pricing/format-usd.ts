import { decimalsOf, roundUp, toText, usd } from './money.js';

export interface AmountFormat {
  /** BCP 47, `en-US` by default. */
  readonly locale?: string;
  /** ISO 4217, `USD` by default. Convert the amount first: this only writes it. */
  readonly currency?: string;
  /** Decimals to show, when rows share them. Never fewer than the amount needs. */
  readonly decimals?: number;
}

const formats = new Map<string, Intl.NumberFormat>();

const formatter = (locale: string, currency: string, decimals: number): Intl.NumberFormat => {
  const key = `${locale} ${currency} ${decimals}`;
  let format = formats.get(key);
  if (!format) {
    const options = { style: 'currency', minimumFractionDigits: decimals, maximumFractionDigits: decimals } as const;
    // A page's `lang` and currency may be anything; an amount is shown all the same, as of no currency where nobody knows of which.
    const tries = [[locale, currency], ['en-US', currency], ['en-US', 'XXX']] as const;
    for (const [language, code] of tries) {
      try {
        format ??= new Intl.NumberFormat(language, { ...options, currency: code });
      } catch {
        // The next one is plainer.
      }
    }
    format ??= new Intl.NumberFormat();
    formats.set(key, format);
  }
  return format;
};

const pick = (text: string, { locale = 'en-US', currency = 'USD', decimals = 0 }: AmountFormat) => {
  const amount = usd(text);
  return {
    format: formatter(locale, currency, Math.min(6, Math.max(decimals, decimalsOf(amount)))),
    // The text goes in, not a number: `format` is exact for it where the engine is, and six decimals are exact everywhere.
    shown: toText(roundUp(amount)) as `${number}`,
  };
};

/** `0.03` → `$0.030`. At least two decimals and two significant digits, at most six (rounded up), no other trailing zeros.
 * @throws UserPaysError `invalid-input` when `text` is not plain decimal text. */
export const formatUsd = (text: string, how: AmountFormat = {}): string => {
  const { format, shown } = pick(text, how);
  return format.format(shown);
};

/** `~$0.045–0.075`; one amount when both are the same. The currency is written once, where the language puts it. */
export const formatRange = (low: string, high: string, how: AmountFormat = {}): string => {
  const a = formatUsd(low, how);
  const b = formatUsd(high, how);
  if (a === b) return a;
  const bare = (text: string): string => {
    const { format, shown } = pick(text, how);
    return format.formatToParts(shown).filter((part) => part.type !== 'currency' && part.type !== 'literal').map((part) => part.value).join('');
  };
  const { format, shown } = pick(high, how);
  const leads = format.formatToParts(shown).find((part) => part.type !== 'literal')?.type === 'currency';
  return leads ? `~${a}–${bare(high)}` : `~${bare(low)}–${b}`;
};

/** The decimals a set of amounts shares, so that a receipt's rows line up. */
export const decimalsFor = (amounts: Iterable<string>): number =>
  Math.max(2, ...[...amounts].map((text) => decimalsOf(usd(text))));
