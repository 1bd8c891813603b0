import { providerName } from '../../../accounts/provider-records.js';
import { listed } from '../../../checkout/request.js';
import { readableName, spelt } from '../../../pricing/readable-name.js';
import type { Offer, PriceList } from '../../../pricing/price-list-types.js';
import { offersOf } from './comparison.js';

const known = new WeakMap<PriceList, ReadonlyMap<string, string>>();

/**
 * The names of space-separated model ids, as the widget's menu has them: models of the same name
 * are told apart by who makes them, `Lucid Origin → Cloudflare`.
 */
export function modelNames(list: PriceList, ids: string): string {
  const names = known.get(list) ?? namesIn(list);
  known.set(list, names);
  return listed(ids)
    .map((id) => names.get(id) ?? readableName(id))
    .join(', ');
}

function namesIn(list: PriceList): ReadonlyMap<string, string> {
  const byId = new Map<string, Offer[]>();
  for (const offer of offersOf(list))
    byId.set(offer.model, [...(byId.get(offer.model) ?? []), offer]);
  const named = [...byId].map(([id, offers]) => ({ id, name: nameFrom(offers), offers }));
  const isTwin = (id: string, name: string): boolean =>
    named.some((other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase());
  return new Map(
    named.map(({ id, name, offers }) => [
      id,
      isTwin(id, name) ? `${name} → ${makersOf(offers)}` : name,
    ]),
  );
}

/** Some rows of a list have a name in small letters. */
function nameFrom(offers: readonly Offer[]): string {
  const names = offers.map(({ name }) => name);
  return spelt(names.find((name) => name !== name.toLowerCase()) ?? names[0] ?? '');
}

/** Who serves a model: its routes, or the provider itself. */
function makersOf(offers: readonly Offer[]): string {
  const makers = offers.map(({ provider, route }) => providerName(route ?? provider));
  return [...new Set(makers)].join(', ');
}
