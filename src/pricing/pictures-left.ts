import { compareUsd, isAmount, timesIn, usd, zero } from './money.js';
import type { Quote } from './quote-types.js';

/**
 * How many purchases like this one an allowance (US dollars as decimal text) covers for certain;
 * `undefined` when that can't be told or nothing is charged.
 */
export function picturesLeft(quote: Quote, allowance: string): number | undefined {
  if (!quote.total || !isAmount(allowance) || allowance.startsWith('-')) return undefined;
  const high = usd(quote.total.high);
  return compareUsd(high, zero) > 0 ? timesIn(usd(allowance), high) : undefined;
}
