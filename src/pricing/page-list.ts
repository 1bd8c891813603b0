import { mergePrices } from './merge-prices.js';
import type { ListedSource, Offer, PriceList } from './price-list-types.js';

/**
 * A page's own list over the prices all elements go by: it decides what it names, and is known as
 * the page's.
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

/** A page's words are the page's: whatever a list calls itself, it was not read live by us. */
function asPages(source: ListedSource): ListedSource {
  return {
    ...source,
    kind: source.kind === 'live' ? 'provider' : source.kind,
    by: 'page',
  };
}

/** What a page says of a model without naming a route holds on every route there is. */
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
