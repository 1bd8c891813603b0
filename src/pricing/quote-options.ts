import type { ChargeHistory } from './charge-history.js';
import type { PriceList } from './price-list-types.js';

/** What a price is computed with. */
export interface QuoteOptions {
  /** Prices to use instead of the bundled ones; see `mergePrices`. */
  readonly prices?: PriceList;
  /** Epoch milliseconds. Prices have no clock of their own: without it nothing is called stale. */
  readonly at?: number;
  readonly unitPrice?: string;
  /** What was charged for the same request before; it puts the listed price right. */
  readonly observed?: ChargeHistory;
}
