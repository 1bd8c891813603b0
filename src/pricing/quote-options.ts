import type { ChargeHistory } from './charge-history.js';
import type { PriceList } from './price-list-types.js';

/** Everything a price depends on besides the request. */
export interface QuoteOptions {
  /** The price list to use instead of the bundled one; see `mergePrices`. */
  readonly prices?: PriceList;
  /**
   * Now, in epoch milliseconds. Prices have no clock of their own: without it no price counts as
   * outdated.
   */
  readonly at?: number;
  /** For requests without a `unitPrice` of their own; see `ImageRequest`. */
  readonly unitPrice?: string;
  /** What was charged for the same request before; it corrects the listed price. */
  readonly observed?: ChargeHistory | undefined;
}
