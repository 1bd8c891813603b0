import { sentOptions } from './options.js';
import type { Offer, Sizes } from './price-list-types.js';
import type { Ordered } from './list-reading.js';
import type { Sends, Size } from './quote-types.js';

/**
 * What must be sent for this price to hold at a provider with an id of its own for the model: that
 * id, the size that is made, the options, and what the rule says.
 */
export function sendsOf(
  { ranked: { offer }, asked, request, options }: Ordered,
  ofRule: Sends | undefined,
): Sends {
  const given = {
    ...(options && { options }),
    ...(asked.steps !== undefined && { steps: asked.steps }),
  };
  const chosen = sentOptions(offer.options ?? {}, request.options, given, pricedBy(offer));
  const shaped = Object.keys(chosen).some((name) => offer.options?.[name]?.resizes);
  return {
    model: offer.wire ?? offer.model,
    ...sizeOf(offer.sizes, request, shaped),
    // A list that names no options is of a server that reads steps beside the others.
    ...(!offer.options && asked.steps !== undefined && { steps: asked.steps }),
    ...chosen,
    ...ofRule,
  };
}

const priced = new WeakMap<Offer, readonly string[]>();

/** The options that a price of this offer depends on. */
function pricedBy(offer: Offer): readonly string[] {
  const known = priced.get(offer);
  if (known) return known;
  const all = offer.prices.flatMap(({ rule, options }) => [
    ...Object.keys(options ?? {}),
    ...(rule.kind === 'tiles' ? ['steps'] : []),
  ]);
  const names = [...new Set(all)];
  priced.set(offer, names);
  return names;
}

/** Shapes that models take which name none. */
const usualRatios = ['1:1', '16:9', '3:2', '4:3', '5:4', '4:5', '3:4', '2:3', '9:16'];

/** Pixels where they are kept, else the nearest shape that the model makes. */
function sizeOf(
  { pixels, ratios = usualRatios }: Sizes,
  { width, height }: Size,
  shaped: boolean,
): Sends {
  if (pixels === 'exact' && !shaped) return { width, height };
  const off = ({ w, h }: Shape): number => Math.abs(Math.log((w * height) / (h * width)));
  return {
    ratio: { ...shapesOf(ratios).reduce((best, shape) => (off(shape) < off(best) ? shape : best)) },
  };
}

const shapes = new WeakMap<readonly string[], readonly Shape[]>();

function shapesOf(ratios: readonly string[]): readonly Shape[] {
  const known = shapes.get(ratios) ?? ratios.map(shapeOf);
  shapes.set(ratios, known);
  return known;
}

interface Shape {
  readonly w: number;
  readonly h: number;
}

function shapeOf(ratio: string): Shape {
  const [w = 1, h = 1] = ratio.split(':').map(Number);
  return { w, h };
}
