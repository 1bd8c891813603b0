import type { PricedRequest } from './quote-types.js';

/** True if the price is one amount and not a range, even if it is outdated. */
export function isOneAmount({ total }: Pick<PricedRequest, 'total'>): boolean {
  return total !== undefined && total.low === total.high;
}
