import type { ListedSource, Offer, PriceList } from '../price-list-types.js';
import { firstPrices } from './first-prices.js';
import type { CitedSource, HostRow } from './host.js';
import { hosts } from './hosts.js';
import { offersOf } from './offer.js';

/**
 * The bundled prices that decide quotes, without quoted words, page addresses and other sources.
 * `catalogue` has all of these; both give the same totals.
 */
export const decidingPrices: PriceList = {
  ...firstPrices,
  sources: {
    ...firstPrices.sources,
    ...Object.fromEntries(
      hosts.flatMap(([, { sources }]) =>
        Object.entries(sources).map(([key, source]) => [key, withoutPage(source)]),
      ),
    ),
  },
  offers: [
    ...firstPrices.offers,
    ...hosts.flatMap(([id, { rows }]) => offersOf(id, rows).map(withoutWords)),
  ],
};

function withoutPage({ page: _page, ...source }: CitedSource): ListedSource {
  return source;
}

function withoutWords({ others: _others, prices, ...offer }: HostRow & Offer): Offer {
  return {
    ...offer,
    prices: prices.map(({ page: _page, ...price }) => ({ ...price, says: '' })),
  };
}
