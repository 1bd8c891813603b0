import type { Quote } from '../../../pricing/quote-types.js';
import { amount, type AmountStyle, type Precision } from '../../amount.js';

type Sureness = Pick<Quote, 'total' | 'asOf' | 'exactness'>;

/**
 * The most a quote may cost, as sure as the button says it. Empty where there is no price.
 */
export function mostText(quote: Sureness, style: AmountStyle, how: Precision = {}): string {
  return quote.total ? asSure(amount(quote.total.high, style, how), quote) : '';
}

/**
 * What follows from a price, with the price's own mark: `≈` where it was read too long ago, `~`
 * where one amount is an estimate.
 */
export function asSure(text: string, { total, asOf, exactness }: Sureness): string {
  if (asOf) return `≈\u00a0${text}`;
  return exactness === 'range' && total?.low === total?.high ? `~${text}` : text;
}
