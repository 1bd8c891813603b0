import type { PricedRequest } from './quote-types.js';

/** True for a price that is one amount and no range, however long ago it was read. */
export function isOneAmount({ total }: Pick<PricedRequest, 'total'>): boolean {
  return total !== undefined && total.low === total.high;
}
