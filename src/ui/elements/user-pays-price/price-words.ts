import type { Quote } from '../../../pricing/quote-types.js';
import { dateText, priceText } from '../../amount.js';
import type { en } from '../../i18n/en/price.js';

/**
 * A price as it stands in running text: `$0.030`, `≈ $0.030 as of 3 Feb`, `price unknown`.
 * `language` decides how numbers are written, `written` how the day is.
 */
export function priceWords(
  quote: Quote,
  terms: typeof en,
  language: string,
  written = dateText,
): string {
  const style = { language, currency: 'USD', rate: undefined, under: terms.under };
  const price = quote.free ? terms.free : (priceText(quote, style) ?? terms.unknown);
  if (quote.asOf) return terms.asOf(price, written(quote.asOf, style));
  return quote.total && quote.simulated ? terms.simulated(price) : price;
}
