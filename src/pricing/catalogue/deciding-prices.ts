import type { PriceList } from '../price-list-types.js';
import { cited } from './cited.js';
import { firstPrices } from './first-prices.js';
import { hosts, hostSources } from './hosts.js';
import { offersOf } from './offer.js';

const rows = hosts.flatMap(([id, host]) => offersOf(id, host.rows));
const ofHosts = cited(
  rows.map((offer) => ({ ...offer, others: [] })),
  { ...firstPrices.sources, ...hostSources },
);

/**
 * The bundled prices that decide quotes, without what other sources say. `catalogue` has all of it;
 * both give the same totals.
 */
export const decidingPrices: PriceList = {
  ...firstPrices,
  sources: { ...firstPrices.sources, ...ofHosts.sources },
  offers: [...firstPrices.offers, ...ofHosts.offers],
};
