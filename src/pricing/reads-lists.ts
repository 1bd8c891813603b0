import { indexOf, type RankedOffer } from './list-index.js';
import { bringListReading, type ListReading } from './list-reading.js';
import { optionsOf } from './options.js';
import type { Offer, PriceList } from './price-list-types.js';
import { isProblem } from './request.js';
import { areaTokensRule } from './rules/area-tokens.js';
import { meteredRule } from './rules/metered.js';
import { secondsRule } from './rules/seconds.js';
import { tieredImageRule } from './rules/tiered-image.js';
import { tokensRule } from './rules/tokens.js';
import { sendsOf } from './sends.js';
import { problem } from './size-problem.js';
import { madeSize } from './snap-size.js';

const wires = new WeakMap<PriceList, ReadonlyMap<string, Pick<Offer, 'model' | 'route'>>>();

export const laterKinds: ListReading['kinds'] = {
  'area-tokens': areaTokensRule,
  metered: meteredRule,
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

function offersByWire(
  list: PriceList,
  { provider, model }: { readonly provider: string; readonly model: string },
): readonly RankedOffer[] | undefined {
  let known = wires.get(list);
  if (!known) {
    known = new Map(list.offers.flatMap((offer) => idsOf(offer).map((id) => [id, offer] as const)));
    wires.set(list, known);
  }
  const offer = known.get(`${provider} ${model}`);
  return indexOf(list)
    .get(provider)
    ?.get(offer?.model ?? '')
    ?.filter((one) => one.offer.route === offer?.route);
}

/** The id that is sent, and the same without the name of who serves it. */
function idsOf({ provider, wire }: Offer): string[] {
  if (wire === undefined) return [];
  return [wire.slice(wire.indexOf(':') + 1), wire].map((id) => `${provider} ${id}`);
}
