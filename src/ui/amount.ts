import { defined } from '../base/defined.js';
import { formatRange, formatUsd, inFull, type AmountFormat } from '../pricing/format-usd.js';
import { compareUsd, short, sum, times, toText, usd } from '../pricing/money.js';
import type { Quote } from '../pricing/quote-types.js';

/**
 * How an element writes amounts: its language, its words for less than one, and a second currency
 * at a rate the page declares.
 */
export interface AmountStyle {
  readonly language: string;
  readonly currency: string;
  readonly rate: string | undefined;
  readonly under: (amount: string) => string;
  /** The words for what a provider's list says costs nothing. */
  readonly free?: FreeWords | undefined;
}

interface FreeWords {
  readonly free: string;
  /** Of a list that is too old to be sure. */
  readonly freeAsOf: (date: string) => string;
}

/**
 * Rounded up as short as on a button; `down` for what is left; with `decimals`, every digit and at
 * least so many.
 */
export type Precision = Pick<AmountFormat, 'decimals' | 'down'>;

const dates = new Map<string, Intl.DateTimeFormat>();

export { inFull };

/**
 * `$0.030`, or `$0.030 (€0.028)` where the page declares a rate. Dollars first: they are what is
 * charged.
 */
export function amount(text: string, style: AmountStyle, how: Precision = {}): string {
  const { language: locale, under } = style;
  const dollars = formatUsd(text, { locale, under, ...how });
  const other = otherAmount(text, style, how.down);
  return other ? `${dollars} (${other})` : dollars;
}

/**
 * How to write amounts that make a total, all of them so many times: short where the short ones add
 * up to the short total, else with every digit.
 */
export function addingUp(
  amounts: readonly string[],
  total: string,
  count: string | number = 1,
): Precision {
  const added = times(sum(amounts.map((text) => short(usd(text)))), count);
  return compareUsd(added, short(usd(total))) === 0 ? {} : inFull(...amounts);
}

/** `€0.028`, in the page's own currency; empty where it names none, or no rate. */
export function otherAmount(
  text: string,
  { language: locale, under, currency, rate }: AmountStyle,
  down = false,
): string {
  // An amount of the page's own currency is never a row of a receipt.
  return !/^(?!us[dns]|x[tx])[a-z]{3}$/i.test(currency) || !rate || !(Number(rate) > 0)
    ? ''
    : formatUsd(toText(times(usd(text), rate)), { locale, under, currency, down });
}

/**
 * The price of a quote as the button says it, with `≈` where it was read too long ago, or the day
 * on which it was free; what is usual and the most where receipts say so; `undefined` when it is
 * unknown.
 */
export function priceText(
  quote:
    | (Pick<Quote, 'total' | 'asOf'> & Partial<Pick<Quote, 'exactness' | 'free' | 'usual'>>)
    | undefined,
  style: AmountStyle,
  how: Precision = {},
): string | undefined {
  if (!quote?.total) return undefined;
  const { language: locale, under, free } = style;
  if (free && quote.free)
    return quote.asOf ? free.freeAsOf(dateText(quote.asOf, style)) : free.free;
  const { low, high } = quote.total;
  const text = formatRange(low, high, { locale, under, ...how });
  if (quote.usual) {
    const [about, most] = [quote.usual.amount, high].map((one) =>
      formatUsd(one, { locale, under, ...how }),
    );
    return `~${about}, ≤\u00a0${most}`;
  }
  if (quote.asOf) return `≈\u00a0${text.replace('~', '')}`;
  // An estimate of one amount.
  return quote.exactness === 'range' && !text.startsWith('~') ? `~${text}` : text;
}

/**
 * `21 Aug` for a day (with its year when it is another one than now), `10:14` for a moment of
 * today. A day is `YYYY-MM-DD`, a moment epoch milliseconds.
 */
export function dateText(when: string | number, { language }: AmountStyle): string {
  const day = typeof when === 'string';
  const date = new Date(when);
  const now = new Date();
  if (day && /^en(-US)?$/i.test(language)) return dayInEnglish(date, now) ?? when;
  const today = !day && date.toDateString() === now.toDateString();
  const year = date.getFullYear() !== now.getFullYear();
  const key = `${language} ${day} ${today} ${year}`;
  let format = dates.get(key);
  if (!format) {
    const options: Intl.DateTimeFormatOptions = today
      ? { timeStyle: 'short' }
      : {
          day: 'numeric',
          month: 'short',
          ...defined({ year: year ? 'numeric' : undefined, timeZone: day ? 'UTC' : undefined }),
        };
    try {
      format = new Intl.DateTimeFormat(language, options);
    } catch {
      format = new Intl.DateTimeFormat('en', options);
    }
    dates.set(key, format);
  }
  return Number.isNaN(date.getTime()) ? String(when) : format.format(date);
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * As `Intl.DateTimeFormat` writes it in English. Making one of those takes long at first look, and
 * so does the first question about local time: years are compared in UTC.
 */
function dayInEnglish(date: Date, now: Date): string | undefined {
  const year = date.getUTCFullYear();
  if (Number.isNaN(year)) return undefined;
  const day = `${months[date.getUTCMonth()] ?? ''} ${date.getUTCDate()}`;
  return year === now.getUTCFullYear() ? day : `${day}, ${year}`;
}
