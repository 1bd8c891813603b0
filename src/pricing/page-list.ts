import { mergePrices } from './merge-prices.js';
import type { ListedSource, Offer, PriceList } from './price-list-types.js';

/**
 * Merges a page's own price list over the prices that all elements use. The page's list decides for
 * the models it names, and its prices are cited as the page's own.
 */
export function pageList(under: PriceList, own: PriceList): PriceList {
  return mergePrices(under, {
    ...own,
    sources: Object.fromEntries(
      Object.entries(own.sources).map(([key, source]) => [key, asPages(source)]),
    ),
    offers: own.offers.flatMap((offer) => byRoute(offer, under.offers)),
  });
}

/** A page's list is never `live`, whatever it claims: we did not read it from the provider. */
function asPages(source: ListedSource): ListedSource {
  return {
    ...source,
    kind: source.kind === 'live' ? 'provider' : source.kind,
    by: 'page',
  };
}

/** A price for a model without a route applies to every known route of the model. */
function byRoute(offer: Offer, offers: readonly Offer[]): Offer[] {
  const routes =
    offer.route === undefined
      ? offers.filter(
          ({ provider, model, route }) =>
            provider === offer.provider && model === offer.model && route !== undefined,
        )
      : [];
  return routes.length === 0 ? [offer] : routes.map((one) => ({ ...one, prices: offer.prices }));
}
