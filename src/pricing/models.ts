import { firstPrices } from './catalogue/first-prices.js';
import { compareUsd, usd } from './money.js';
import { indexOf } from './list-index.js';
import { listReading } from './list-reading.js';
import type { Offer, PriceList, Sizes } from './price-list-types.js';
import type { ImageRequest } from './quote-types.js';
import { price } from './price.js';

/** A model at one provider, for menus and image providers. */
export interface ModelInfo {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  /** Empty if the provider serves the model itself. */
  readonly routes: readonly string[];
  /** The sizes of the first route. Each offer has its own. */
  readonly sizes: Sizes;
  /** The most references that any route takes. */
  readonly references: number;
  readonly needsReference: boolean;
  readonly seed: boolean;
  readonly draft: boolean;
  readonly simulated: boolean;
  /** One per route. */
  readonly offers: readonly Offer[];
}

let usualOrders = oncePerList(findOrder);
let orderedWith = listReading();
const modelsOf = oncePerList(findModels);

/**
 * The models a provider serves, in the order of the list, without those marked `notHosted` and
 * without `*`. Empty for an unknown provider.
 */
export function models(provider: string, prices: PriceList = firstPrices): readonly ModelInfo[] {
  return modelsOf(provider, prices);
}

/** The same function, which computes once for each provider of a list. */
function oncePerList<T>(
  find: (provider: string, prices: PriceList) => T,
): (provider: string, prices: PriceList) => T {
  const found = new WeakMap<PriceList, Map<string, T>>();
  return (provider, prices) => {
    const known = found.get(prices) ?? new Map<string, T>();
    found.set(prices, known);
    const seen = known.get(provider) ?? find(provider, prices);
    known.set(provider, seen);
    return seen;
  };
}

function findModels(provider: string, prices: PriceList): readonly ModelInfo[] {
  return [...(indexOf(prices).get(provider)?.values() ?? [])].flatMap((ranked) => {
    const [first, ...rest] = ranked
      .map(({ offer }) => offer)
      .filter(({ notHosted, model }) => !notHosted && model !== '*');
    return first ? [infoOf([first, ...rest])] : [];
  });
}

function infoOf(offers: readonly [Offer, ...Offer[]]): ModelInfo {
  const [first] = offers;
  return {
    id: first.model,
    name: first.name,
    provider: first.provider,
    routes: offers.flatMap(({ route }) => route ?? []),
    sizes: first.sizes,
    references: Math.max(...offers.map(({ references }) => references)),
    needsReference: offers.every((offer) => offer.needsReference === true),
    seed: offers.some((offer) => offer.seed),
    draft: offers.every((offer) => offer.draft === true),
    simulated: first.simulated === true,
    offers,
  };
}

/**
 * The id of the default model: the cheapest one for a single 1024×1024 image without references,
 * leaving out drafts. If none has a price, the first model; if there is none, the first id in
 * `allowed`, else `''`. If `allowed` is not empty, only its ids are considered.
 */
export function cheapestAdequate(
  provider: string,
  prices: PriceList = firstPrices,
  allowed: readonly string[] = [],
): string {
  const offered = models(provider, prices).filter((model) => isAmong(allowed, model));
  const adequate = new Set(
    offered.filter(({ draft, needsReference }) => !draft && !needsReference).map(({ id }) => id),
  );
  const cheapest = usualOrder(provider, prices).find(
    ({ id, isPriced }) => isPriced && adequate.has(id),
  );
  return cheapest?.id ?? offered[0]?.id ?? allowed[0] ?? '';
}

/**
 * True for a model that a list of ids names, be it by the provider's own id of one of its routes. An
 * empty list names all.
 */
export function isAmong(ids: readonly string[], { id, offers }: ModelInfo): boolean {
  return (
    ids.length === 0 ||
    ids.includes(id) ||
    offers.some(({ wire }) => wire !== undefined && ids.includes(wire))
  );
}

/** A model, and whether it is known what one 1024×1024 image of it costs. */
interface UsualPlace {
  readonly id: string;
  readonly isPriced: boolean;
}

/**
 * A provider's models by what one 1024×1024 image of each costs, cheapest first, those without a
 * price last. Computed once per list.
 */
export function usualOrder(
  provider: string,
  prices: PriceList = firstPrices,
): readonly UsualPlace[] {
  // Without what reads a list, most of its offers have no price yet: such an order is soon wrong.
  if (orderedWith !== listReading()) {
    orderedWith = listReading();
    usualOrders = oncePerList(findOrder);
  }
  return usualOrders(provider, prices);
}

function findOrder(provider: string, prices: PriceList): readonly UsualPlace[] {
  const all = models(provider, prices);
  // Its rows stand in this order; all are priced but what asks for more than words.
  if (prices === firstPrices)
    return all.map(({ id, needsReference }) => ({ id, isPriced: !needsReference }));
  return all
    .map(({ id }) => {
      const { total } = price({ provider, model: id, width: 1024, height: 1024 }, { prices });
      return { id, high: total && usd(total.high) };
    })
    .sort((a, b) =>
      a.high && b.high ? compareUsd(a.high, b.high) : Number(!a.high) - Number(!b.high),
    )
    .map(({ id, high }) => ({ id, isPriced: Boolean(high) }));
}

/**
 * The route chosen for a request that names none: the cheapest that honours it, else the cheapest
 * with a price, else the first. `undefined` if the model has no routes.
 */
export function defaultRoute(
  request: ImageRequest,
  prices: PriceList = firstPrices,
): string | undefined {
  return price(request, { prices }).request.route;
}
