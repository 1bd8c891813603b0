import { decimalsFor, formatRange, formatUsd } from '../pricing/format-usd.js';
import { isAmount, times, toText, usd } from '../pricing/money.js';
import type { Quote } from '../pricing/quote-types.js';

/** How an element writes amounts: its language, and a second currency at a rate the page declares. */
export interface AmountStyle {
  readonly language: string;
  readonly currency: string;
  readonly rate: string | undefined;
}

/** Written from right to left, a currency's sign would change sides: `US$` stays one piece. */
const whole = (text: string, language: string): string =>
  (/^(ar|he|iw|fa|ur|ps|ckb|yi)\b/i.test(language) ? `\u2066${text.replaceAll('\u200f', '')}\u2069` : text);

/** An amount in the page's own currency; `undefined` at a rate that is none. */
const elsewhere = (text: string, { language, currency, rate }: AmountStyle): string | undefined =>
  (currency === 'USD' || !isAmount(rate) || !(Number(rate) > 0) ? undefined : formatUsd(toText(times(usd(text), rate)), { locale: language, currency }));

/** `$0.030`, or `$0.030 (€0.028)` where the page declares a rate. Dollars first: they are what is charged. */
export const amount = (text: string, style: AmountStyle, decimals?: number): string => {
  const { language } = style;
  const dollars = formatUsd(text, { locale: language, ...(decimals === undefined ? {} : { decimals }) });
  const other = elsewhere(text, style);
  return whole(other === undefined ? dollars : `${dollars} (${other})`, language);
};

/** The price of a quote as the button says it, with `≈` where it was read too long ago; `undefined` when it is unknown. */
export const priceText = (quote: Pick<Quote, 'total' | 'asOf'> | undefined, { language }: AmountStyle): string | undefined => {
  if (!quote?.total) return undefined;
  const text = formatRange(quote.total.low, quote.total.high, { locale: language });
  return whole(quote.asOf ? text.replace(/^~?/, '≈\u00a0') : text, language);
};

const dates = new Map<string, Intl.DateTimeFormat>();

/** `21 Aug` for a day (with its year when it is another one than now), `10:14` for a moment of today. A day is `YYYY-MM-DD`, a moment epoch milliseconds. */
export const dateText = (when: string | number, { language }: AmountStyle): string => {
  const day = typeof when === 'string';
  const today = !day && new Date(when).toDateString() === new Date().toDateString();
  const date = new Date(when);
  const year = date.getFullYear() !== new Date().getFullYear();
  const key = `${language} ${day} ${today} ${year}`;
  let format = dates.get(key);
  if (!format) {
    const options: Intl.DateTimeFormatOptions = today ? { timeStyle: 'short' }
      : { day: 'numeric', month: 'short', ...(year ? { year: 'numeric' } : {}), ...(day ? { timeZone: 'UTC' } : {}) };
    try {
      format = new Intl.DateTimeFormat(language, options);
    } catch {
      format = new Intl.DateTimeFormat('en', options);
    }
    dates.set(key, format);
  }
  return Number.isNaN(date.getTime()) ? String(when) : format.format(date);
};

export { decimalsFor };
