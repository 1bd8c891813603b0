import type { Clock } from '../base/clock.js';
import { observable, type Observable, type TextStore } from '../base/store.js';
import { decidingPrices } from '../pricing/catalogue/deciding-prices.js';
import type { PriceList } from '../pricing/price-list-types.js';

/**
 * A price list as it came from somewhere, with why some of its rows are not in it; or why it was
 * refused.
 */
export type ReadPrices =
  { readonly list: PriceList; readonly leftOut?: readonly string[] } | { readonly refused: string };

/** How a source of prices is asked and understood. Both are loaded when first needed. */
export interface PriceSource {
  /** Fetches the text; free. */
  fetch(): Promise<string>;
  parse(json: unknown, readAt: number): Promise<ReadPrices>;
  /** All lists read so far, each from its own place. */
  merge(lists: readonly PriceList[]): Promise<PriceList>;
}

/** What the page's price book holds, for whoever reads lists into it. */
export interface Shelves {
  readonly clock: Clock;
  readonly store: TextStore;
  /** When each source was asked last, epoch milliseconds. */
  readonly asked: Map<string, number>;
  /** What providers' own lists said, by source. */
  readonly read: Map<string, PriceList>;
  /**
   * Lists that pages name for some of their elements, by address: as read, and over what all
   * elements go by.
   */
  readonly own: Map<string, { readonly list: PriceList; readonly over: PriceList }>;
  readonly problems: Map<string, string>;
}

export interface PriceBook extends Observable<PriceList> {
  /**
   * The prices of an element: its own list, where `from` is the address of one that was read, over
   * what all elements go by.
   */
  of(from: string): PriceList;
  /**
   * Why a source's last list, or some of its rows, were not taken; without a name, of any source.
   */
  problem(name?: string): string | undefined;
  /**
   * Asks the source, at most once in ten minutes; meanwhile the copy kept in this browser counts,
   * by its date. Never rejects.
   */
  refresh(name: string, source: PriceSource): Promise<void>;
}

/**
 * The page's prices: the bundled ones that decide from the start; what other sources say, and live
 * ones, once the reader touches a widget.
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
