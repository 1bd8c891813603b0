import { firstPrices } from './catalogue/first-prices.js';
import { listReading } from './list-reading.js';
import type { PriceList } from './price-list-types.js';

/**
 * Brings what pricing needs for this list, where another copy of the script read it, and calls back
 * when what could not be priced before can be now.
 */
export function bringReading(list: PriceList, brought: () => void): void {
  if (list === firstPrices || listReading()) return;
  import('./reads-lists.js').then(
    ({ readsLists }) => {
      readsLists();
      brought();
    },
    () => undefined,
  );
}
