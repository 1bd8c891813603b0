import { sentOptions } from './options.js';
import type { Sizes } from './price-list-types.js';
import type { RankedOffer } from './list-index.js';
import type { ImageRequest, Sends, Size } from './quote-types.js';
import type { Bill, CheckedRequest } from './rule-kind.js';

interface Computed {
  readonly ranked: RankedOffer;
  readonly asked: CheckedRequest;
  readonly request: CheckedRequest;
  readonly options: ImageRequest['options'];
}

/**
 * What must be sent for this price to hold: what the rule says, and, at a provider with an id of its
 * own for the model, that id, the size that is made, and the options.
 */
export function sendsOf(
  { ranked: { offer, pricedBy }, asked, request, options }: Computed,
  { sends }: Bill,
): Sends | undefined {
  if (offer.wire === undefined) return sends;
  const given = { ...(options && { options }), ...(asked.steps && { steps: asked.steps }) };
  const chosen = sentOptions(offer.options ?? {}, request.options, given, (name) =>
    pricedBy.has(name),
  );
  const shaped = Object.keys(chosen).some((name) => offer.options?.[name]?.resizes);
  return {
    model: offer.wire,
    ...sizeOf(offer.sizes, request, shaped),
    // A list that names no options is of a server that reads steps beside the others.
    ...(!offer.options && asked.steps !== undefined && { steps: asked.steps }),
    ...chosen,
    ...sends,
  };
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
  const shapes = ratios.map(shapeOf);
  return { ratio: { ...shapes.reduce((best, shape) => (off(shape) < off(best) ? shape : best)) } };
}

interface Shape {
  readonly w: number;
  readonly h: number;
}

function shapeOf(ratio: string): Shape {
  const [w = 1, h = 1] = ratio.split(':').map(Number);
  return { w, h };
}
