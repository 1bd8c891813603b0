import { saysPrice } from './honest-name.js';
import { knownOffers, type FindKnown } from './known-offers.js';
import { rankedPrice } from './list-index.js';
import { mergePrices } from './merge-prices.js';
import { pagePrice } from './page-price.js';
import type { ListedSource, Offer, Price, PriceList, Sizes } from './price-list-types.js';
import { readsLists } from './reads-lists.js';

type Sources = PriceList['sources'];

/**
 * Merges a page's own price list over the prices that all elements use. The page's list decides for
 * the models it names, and its prices are cited as the page's own. A page has an interest in low
 * prices, so where the price of a model is known without its list, a lower one becomes a range up to
 * the known price, and nothing is free that is known to cost something (see `pagePrice`). Of such a
 * model the list brings prices, a name and the number of references only: what is sent stays ours.
 */
export function pageList(under: PriceList, own: PriceList): PriceList {
  readsLists();
  const sources: Sources = Object.fromEntries(
    Object.entries(own.sources).map(([key, source]) => [key, asPages(source)]),
  );
  const find = knownOffers(under);
  const cited: Record<string, ListedSource> = {};
  const offers = own.offers
    .filter((offer) => !isForAny(offer, under.offers) && !saysPrice(offer.route ?? ''))
    .flatMap((offer) => byRoute(offer, under.offers))
    .flatMap((offer) => upToKnown(offer, { under, find, sources, cited }));
  return mergePrices(under, { ...own, sources: { ...sources, ...cited }, offers });
}

/** A page's list is never `live`, whatever it claims: we did not read it from the provider. */
function asPages(source: ListedSource): ListedSource {
  return {
    ...source,
    ...(saysPrice(source.name) && { name: 'This page’s list' }),
    kind: source.kind === 'live' ? 'provider' : source.kind,
    by: 'page',
  };
}

/** A price for any model of a provider would also be one for models whose price is known. */
function isForAny({ model, provider }: Offer, offers: readonly Offer[]): boolean {
  return (
    model === '*' &&
    offers.some((one) => one.provider === provider && one.model !== '*' && one.prices.length > 0)
  );
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

interface Lists {
  readonly under: PriceList;
  readonly find: FindKnown;
  readonly sources: Sources;
  /** Collects the sources of known prices that are cited under another name of the model. */
  readonly cited: Record<string, ListedSource>;
}

/** The page's offer, with prices that reach up to the known ones, where there are any. */
function upToKnown(offer: Offer, lists: Lists): Offer[] {
  const known = lists.find(offer);
  const [first] = known;
  if (!first || offer.notHosted !== undefined)
    return [{ ...offer, name: nameOf(offer, offer.wire ?? offer.model) }];
  const { provider, model, route, references } = offer;
  const ours = first.offer;
  const { route: _route, ...same } = ours;
  const prices = offer.prices.map((price) => ({
    ...price,
    ...(!price.wrong && { rule: pagePrice(asSaid(price, lists), known) }),
  }));
  const isOurs = ours.model === model && ours.route === route;
  return [
    {
      ...same,
      provider,
      model,
      ...(route !== undefined && { route }),
      name: nameOf(offer, ours.name),
      references,
      sizes: sizesOf(offer, ours),
      // Merging adds the known prices of the same offer, not those of the model by another name.
      prices: isOurs ? prices : [...prices, ...ours.prices.map((price) => citedIn(price, lists))],
    },
  ];
}

function asSaid(price: Price, { sources }: Lists): ReturnType<typeof rankedPrice> {
  return rankedPrice(price, { ...sources[price.source]!, says: price.says });
}

function citedIn(price: Price, { under, cited }: Lists): Price {
  const source = `known:${price.source}`;
  cited[source] = under.sources[price.source]!;
  return { ...price, source };
}

/** The sizes decide what is billed where they snap, and what is sent where an id is sent. */
function sizesOf({ sizes }: Offer, ours: Offer): Sizes {
  return sizes.snaps || ours.sizes.snaps || ours.wire !== undefined ? ours.sizes : sizes;
}

/** The name of the page's list, unless that seems to say a price. */
function nameOf({ name }: Offer, other: string): string {
  return saysPrice(name) ? other : name;
}
