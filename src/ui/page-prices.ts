import type { PriceList } from '../pricing/price-list-types.js';

const till = Symbol.for('user-pays-image/till@1');

/** The prices the page's widgets go by, once one of them is there; a price alone brings no till of its own. */
export const pagePrices = (): PriceList | undefined =>
  (globalThis as { [till]?: { prices: { get(): PriceList } } })[till]?.prices.get();
