import type { Offer, Price, PriceList } from './price-list-types.js';

const merged = new WeakMap<PriceList, readonly [PriceList, PriceList]>();

/** The two lists that this list was merged from; `undefined` if it was not merged. */
export function partsOf(list: PriceList): readonly [PriceList, PriceList] | undefined {
  return merged.get(list);
}

/**
 * Merges a newer list over another one. The prices of both are kept: authority and date decide
 * later which one counts. Where both lists have an offer, its other fields come from `over`. Offers
 * that `over` lacks are removed for providers that it `covers`, except those marked `notHosted`.
 * Offers that it has by the provider's id and without a price, because they are billed in a way
 * that nobody knows here, have none: what was read earlier only says what it once was. A page's list
 * takes no price away.
 */
export function mergePrices(under: PriceList, over: PriceList): PriceList {
  // Rename the sources of `over`: no list may change the words of a source in the other.
  let mark = '+';
  while (Object.keys(under.sources).some((key) => key.startsWith(mark))) mark += '+';
  const renamed = (key: string): string => mark + key;
  const isPages = Object.values(over.sources).some(({ by }) => by === 'page');
  const added = new Map(
    over.offers.map((offer) => [
      keyOf(offer),
      {
        ...offer,
        prices: offer.prices.map((price) => ({ ...price, source: renamed(price.source) })),
      },
    ]),
  );
  const kept = under.offers.flatMap((offer) => {
    const newer = added.get(keyOf(offer));
    added.delete(keyOf(offer));
    const isCovered = over.covers?.includes(offer.provider);
    if (newer) {
      const isUnpriced =
        isCovered && !isPages && newer.wire !== undefined && newer.prices.length === 0;
      const before = isUnpriced ? offer.prices.map(superseded) : offer.prices;
      return [{ ...newer, prices: [...newer.prices, ...before] }];
    }
    return isCovered && !offer.notHosted ? [] : [offer];
  });
  const list: PriceList = {
    version: 1,
    sources: {
      ...under.sources,
      ...Object.fromEntries(
        Object.entries(over.sources).map(([key, source]) => [renamed(key), source]),
      ),
    },
    offers: [...kept, ...added.values()],
  };
  merged.set(list, [under, over]);
  return list;
}

function superseded(price: Price): Price {
  return { wrong: 'Read earlier', ...price };
}

function keyOf({ provider, model, route }: Offer): string {
  return JSON.stringify([provider, model, route]);
}
