import type { Offer, Price, PriceList } from './price-list-types.js';

/** An offer with its prices in the order in which they are believed; the known wrong ones stand apart. */
export interface RankedOffer {
  readonly offer: Offer;
  readonly believed: readonly Price[];
  readonly wrong: readonly Price[];
}

export type ListIndex = ReadonlyMap<string, ReadonlyMap<string, readonly RankedOffer[]>>;

const indexes = new WeakMap<PriceList, ListIndex>();

const authority = { live: 0, provider: 1, 'third-party': 2 };

/** Live before the provider's page before somebody else's; newer before older. */
const byAuthority = ({ sources }: PriceList) => (a: Price, b: Price): number => {
  const [first, second] = [sources[a.source], sources[b.source]];
  if (!first || !second) return 0;
  return authority[first.kind] - authority[second.kind] || second.readOn.localeCompare(first.readOn);
};

/** Provider → model → offers. Made once per list; a list must not be changed afterwards. */
export const indexOf = (list: PriceList): ListIndex => {
  const made = indexes.get(list);
  if (made) return made;
  const index = new Map<string, Map<string, RankedOffer[]>>();
  for (const offer of list.offers) {
    let models = index.get(offer.provider);
    if (!models) index.set(offer.provider, models = new Map<string, RankedOffer[]>());
    const ranked: RankedOffer = {
      offer,
      believed: offer.prices.filter((price) => !price.wrong).sort(byAuthority(list)),
      wrong: offer.prices.filter((price) => price.wrong),
    };
    const offers = models.get(offer.model);
    if (offers) offers.push(ranked);
    else models.set(offer.model, [ranked]);
  }
  indexes.set(list, index);
  return index;
};
