import { indexOf, type RankedOffer } from './list-index.js';
import type { Offer, PriceList } from './price-list-types.js';

/** Finds the offers of a list that an order to an offer of another list would be billed by. */
export type FindKnown = (offer: Offer) => readonly RankedOffer[];

/** Shorter names say too little to tell models by. */
const shortest = 4;

/**
 * Finds priced offers by the model's id, else by any id that the provider may take for the model: a
 * page's list may name `flux-2-max` as `black-forest-labs/FLUX.2-max`. Offers of the same route come
 * alone; where there are none, any route of the model counts.
 */
export function knownOffers(list: PriceList): FindKnown {
  const byName = new Map<string, RankedOffer[]>();
  const sold = [...indexOf(list).values()]
    .flatMap((models) => [...models.values()].flat())
    .filter(isPriced);
  for (const ranked of sold)
    for (const name of namesOf(ranked.offer)) {
      const key = `${ranked.offer.provider} ${name}`;
      byName.set(key, [...(byName.get(key) ?? []), ranked]);
    }
  return (offer) => {
    const { provider, model, route, wire, ids = [] } = offer;
    const exact = (indexOf(list).get(provider)?.get(model) ?? []).filter(isPriced);
    const like = [model, wire ?? '', ...ids].flatMap(partsOf);
    const named =
      exact.length > 0
        ? exact
        : [...new Set(like.flatMap((name) => byName.get(`${provider} ${name}`) ?? []))];
    const served = named.filter((one) => one.offer.route === route);
    return served.length > 0 ? served : named;
  };
}

/** True for an offer that costs real money, at a price that is known for the model by name. */
function isPriced({ offer, trusted }: RankedOffer): boolean {
  return !offer.simulated && !offer.notHosted && offer.model !== '*' && trusted.length > 0;
}

/** The ids of a known offer, with and without the names of supplier and owner before them. */
function namesOf({ model, wire = '', ids = [] }: Offer): ReadonlySet<string> {
  const own = wire.slice(wire.indexOf(':') + 1);
  const all = [model, wire, own, own.slice(own.indexOf('/') + 1), ...ids];
  return new Set(all.map(plain).filter((name) => name.length >= shortest));
}

/** What an id of unknown spelling may name: each run of its parts. `a/b:c` → a, ab, abc, b, bc, c */
function partsOf(id: string): string[] {
  const parts = id.split(/[/:]/).filter(Boolean).slice(0, 8);
  return parts.flatMap((_, from) =>
    parts.slice(from).map((__, to) => plain(parts.slice(from, from + to + 1).join(''))),
  );
}

/** Providers spell an id in several ways: `FLUX.2-max`, `flux-2-max`. */
function plain(id: string): string {
  return id.toLowerCase().replace(/[^a-z0-9]/g, '');
}
