import { compareUsd, isAmount, timesIn, usd, zero } from './money.js';
import type { Quote } from './quote-types.js';

/**
 * How many purchases like this one an allowance is sure to cover, counted at the high end of the
 * price. `allowance`: US dollars as decimal text. `undefined` if the price is unknown or 0, or the
 * allowance is not a non-negative amount.
 */
export function picturesLeft(quote: Quote, allowance: string): number | undefined {
  if (!quote.total || !isAmount(allowance) || allowance.startsWith('-')) return undefined;
  const high = usd(quote.total.high);
  return compareUsd(high, zero) > 0 ? timesIn(usd(allowance), high) : undefined;
}
