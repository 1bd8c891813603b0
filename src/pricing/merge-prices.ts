import type { Offer, PriceList } from './price-list-types.js';

const merged = new WeakMap<PriceList, readonly [PriceList, PriceList]>();

/** The two lists that one was merged from. */
export function partsOf(list: PriceList): readonly [PriceList, PriceList] | undefined {
  return merged.get(list);
}

/**
 * Puts a list read now over another one. Which price counts is decided later by authority and date,
 * so both stay. What the new list covers whole
 * (`covers`) and doesn't offer is gone; of an offer in both the new list's limits hold.
 */
export function mergePrices(under: PriceList, over: PriceList): PriceList {
  // Sources are keyed apart, so that neither list can put words into a source of the other.
  let mark = '+';
  while (Object.keys(under.sources).some((key) => key.startsWith(mark))) mark += '+';
  const renamed = (key: string): string => mark + key;
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
    if (newer) return [{ ...newer, prices: [...newer.prices, ...offer.prices] }];
    return over.covers?.includes(offer.provider) && !offer.notHosted ? [] : [offer];
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

function keyOf({ provider, model, route }: Offer): string {
  return JSON.stringify([provider, model, route]);
}
