import { indexOf, type RankedOffer } from './list-index.js';
import { bringListReading, type ListReading } from './list-reading.js';
import { optionsOf } from './options.js';
import type { Offer, PriceList } from './price-list-types.js';
import { pagePriceRule } from './page-price.js';
import type { ImageRequest } from './quote-types.js';
import { isProblem } from './request.js';
import { areaTokensRule } from './rules/area-tokens.js';
import { meteredRule } from './rules/metered.js';
import { secondsRule } from './rules/seconds.js';
import { tieredImageRule } from './rules/tiered-image.js';
import { tokensRule } from './rules/tokens.js';
import { sendsOf } from './sends.js';
import { problem } from './size-problem.js';
import { madeSize } from './snap-size.js';

const wires = new WeakMap<PriceList, ReadonlyMap<string, readonly Offer[]>>();

export const laterKinds: ListReading['kinds'] = {
  'area-tokens': areaTokensRule,
  metered: meteredRule,
  'page-price': pagePriceRule,
  seconds: secondsRule,
  'tiered-image': tieredImageRule,
  tokens: tokensRule,
};

/** Called by whoever reads a list: from then on its offers can be priced. */
export function readsLists(): void {
  bringListReading({ kinds: laterKinds, fit, sends: sendsOf, offersByWire });
}

const fit: ListReading['fit'] = (offer, request, given) => {
  if (!isOptions(given)) return problem('invalid-option', 'texts, numbers, true or false');
  const { steps } = request;
  const options = optionsOf(offer.options, {
    ...(given && { options: given }),
    ...(steps !== undefined && { steps }),
  });
  if (isProblem(options)) return options;
  return {
    ...request,
    ...madeSize(offer.sizes, request),
    ...(options.steps !== undefined && { steps: Number(options.steps) }),
    options,
  };
};

function isOptions(options: unknown): boolean {
  return (
    options === undefined ||
    (typeof options === 'object' &&
      options !== null &&
      Object.values(options).every((one) =>
        ['string', 'number', 'boolean', 'undefined'].includes(typeof one),
      ))
  );
}

/** By the id that is sent before other ids, and by the route asked for where one has it. */
function offersByWire(
  list: PriceList,
  { provider, model, route }: Pick<ImageRequest, 'provider' | 'model' | 'route'>,
): readonly RankedOffer[] | undefined {
  const known = wires.get(list) ?? namesIn(list);
  wires.set(list, known);
  const named = known.get(`${provider} ${model}`) ?? [];
  const offer = named.find((one) => one.route === route) ?? named[0];
  return indexOf(list)
    .get(provider)
    ?.get(offer?.model ?? '')
    ?.filter((one) => one.offer.route === offer?.route);
}

/** Offers by provider and id. */
function namesIn({ offers }: PriceList): ReadonlyMap<string, readonly Offer[]> {
  const names = new Map<string, Offer[]>();
  const add = (offer: Offer, id: string): void => {
    const name = `${offer.provider} ${id}`;
    const all = names.get(name);
    if (all) all.push(offer);
    else names.set(name, [offer]);
  };
  const sent = offers.filter(({ wire }) => wire !== undefined);
  for (const offer of sent) add(offer, offer.wire!);
  // The same without the name of who serves it.
  for (const offer of sent) add(offer, offer.wire!.slice(offer.wire!.indexOf(':') + 1));
  for (const offer of offers) for (const id of offer.ids ?? []) add(offer, id);
  return names;
}
