import type { Clock } from '../base/clock.js';
import { observable, type Observable, type TextStore } from '../base/store.js';
import { decidingPrices } from '../pricing/catalogue/deciding-prices.js';
import type { PriceList } from '../pricing/price-list-types.js';

/** A parsed price list and why some of its rows were left out; or why the list was refused. */
export type ReadPrices =
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
   * merged over the common prices.
   */
  readonly own: Map<string, { readonly list: PriceList; readonly over: PriceList }>;
  readonly problems: Map<string, string>;
}

export interface PriceBook extends Observable<PriceList> {
  /**
   * The prices for an element: where `from` is the address of a list that was read, that list over
   * the common prices, else the common prices.
   */
  of(from: string): PriceList;
  /**
   * Why a source's last list, or some of its rows, were rejected; without a name, for any source.
   */
  problem(name?: string): string | undefined;
  /**
   * Fetches the source, at most once in ten minutes. Until it answers, the copy stored in this
   * browser applies, with its date. Never rejects.
   */
  refresh(name: string, source: PriceSource): Promise<void>;
}

/**
 * The page's prices: at first the bundled prices that decide; other sources and live prices once
 * the reader touches a widget.
 */
export function createPriceBook(clock: Clock, store: TextStore): PriceBook {
  const list = observable<PriceList>(decidingPrices);
  const shelves: Shelves = {
    clock,
    store,
    asked: new Map(),
    read: new Map(),
    own: new Map(),
    problems: new Map(),
  };
  const { own, problems } = shelves;
  return {
    ...list,
    of: (from) => own.get(from)?.over ?? list.get(),
    problem: (name) => (name === undefined ? [...problems.values()][0] : problems.get(name)),
    refresh: (name, source) =>
      import('./read-prices.js')
        .then(({ readPrices }) => readPrices(list, shelves, name, source))
        .catch(() => undefined),
  };
}
