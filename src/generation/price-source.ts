import type { Clock } from '../base/clock.js';
import type { TextStore } from '../base/store.js';
import type { PriceList } from '../pricing/price-list-types.js';

/** A parsed price list and why some of its rows were left out; or why the list was refused. */
type ReadPrices =
  { readonly list: PriceList; readonly leftOut?: readonly string[] } | { readonly refused: string };

/** How to fetch and parse one source of prices. Both parts are loaded when first needed. */
export interface PriceSource {
  /** Fetches the text; free. */
  fetch(): Promise<string>;
  parse(json: unknown, readAt: number): Promise<ReadPrices>;
  /** Merges all lists read so far, one per source. */
  merge(lists: readonly PriceList[]): Promise<PriceList>;
}

/** The price book's state, for the code that reads lists into it. */
export interface Shelves {
  readonly clock: Clock;
  readonly store: TextStore;
  /** When each source was last fetched, epoch milliseconds. */
  readonly asked: Map<string, number>;
  /** The providers' own lists, by source. */
  readonly read: Map<string, PriceList>;
  /**
   * Lists that pages name for some of their elements, by address: the list as read, and that list
   * merged over the common prices. Until it is merged, it decides nothing.
   */
  readonly own: Map<string, { readonly list: PriceList; readonly over: PriceList | undefined }>;
  readonly problems: Map<string, string>;
}
