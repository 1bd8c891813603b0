import type { Clock } from '../base/clock.js';
import { observable, type Observable, type TextStore } from '../base/store.js';
import { firstPrices } from '../pricing/catalogue/first-prices.js';
import type { PriceList } from '../pricing/price-list-types.js';
import type { PriceSource, Shelves } from './price-source.js';

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
 * The page's prices: at first those that every reader loads (`firstPrices`); the other bundled ones
 * and live prices once the reader touches a widget, or a page names them.
 */
export function createPriceBook(clock: Clock, store: TextStore): PriceBook {
  const list = observable<PriceList>(firstPrices);
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
