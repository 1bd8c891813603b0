import { compareUsd, isAmount, timesIn, usd, zero } from './money.js';
import type { Quote } from './quote-types.js';

/**
 * How many purchases like this one an allowance is sure to cover, counted at the high end of the
 * price. `allowance`: US dollars as decimal text. `undefined` if the price is unknown or 0, if the
 * provider takes orders below their highest price and would take this one, or if the allowance is
 * not a non-negative amount.
 */
export function picturesLeft(quote: Quote, allowance: string): number | undefined {
  if (!quote.total || !isAmount(allowance) || allowance.startsWith('-')) return undefined;
  // Of a price that only running can tell, it is known whether the order would be taken.
  const need = usd(quote.holds ?? quote.total.high);
  if (compareUsd(need, zero) <= 0) return undefined;
  const times = timesIn(usd(allowance), need);
  return quote.holds && times > 0 ? undefined : times;
}
