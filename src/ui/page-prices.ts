import type { PriceList } from '../pricing/price-list-types.js';

const counter = Symbol.for('user-pays-image/counter@1');

/** The prices the page's widgets go by, once one of them is there; a price alone brings no counter of its own. */
export const pagePrices = (): PriceList | undefined =>
  (globalThis as { [counter]?: { prices: { get(): PriceList } } })[counter]?.prices.get();
