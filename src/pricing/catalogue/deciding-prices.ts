import type { PriceList } from '../price-list-types.js';
import { firstPrices } from './first-prices.js';
import { hostSources } from './host-sources.js';
import { hosts } from './hosts.js';

/**
 * The bundled prices that decide quotes. They are kept apart from the quoted words, page addresses
 * and other sources in `catalogue`, so that little has to be loaded. Both give the same totals.
 */
export const decidingPrices: PriceList = {
  ...firstPrices,
  sources: { ...firstPrices.sources, ...hostSources },
  offers: [...firstPrices.offers, ...hosts],
};
