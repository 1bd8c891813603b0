import type { Quote } from '../../../../pricing/quote-types.js';
import { amount, type AmountStyle } from '../../../amount.js';

/**
 * The most a quote may cost, as sure as the button says it: with `≈` where the price was read too
 * long ago, with `~` where one amount is an estimate. Empty where there is no price.
 */
export function mostText(
  { total, asOf, exactness }: Pick<Quote, 'total' | 'asOf' | 'exactness'>,
  style: AmountStyle,
): string {
  if (!total) return '';
  const text = amount(total.high, style);
  if (asOf) return `≈\u00a0${text}`;
  return exactness === 'range' && total.low === total.high ? `~${text}` : text;
}
