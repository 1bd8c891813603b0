import { mostExact } from '../base/seed.js';
import { defined } from '../base/defined.js';
import { text } from '../base/json.js';
import type { PictureOrder } from './picture-order.js';
import { dataUrl } from './order.js';
import { listedModelRoute, puterModelRoute, type PuterModelRoute } from './puter-model-route.js';

/** The arguments sent to Puter for one image, and their model route. */
export interface PuterRequest {
  readonly modelRoute: PuterModelRoute;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Aspect ratios that every FLUX model at Replicate accepts; Replicate refuses others. */
const shapes = ['1:1', '16:9', '3:2', '4:3', '5:4', '4:5', '3:4', '2:3', '9:16'].map((shape) => {
  const [w = 1, h = 1] = shape.split(':').map(Number);
  return { w, h };
});

/**
 * The arguments of Puter's `generate` for one image, or the reason why the order can't be sent. No
 * `n`: Puter makes and bills one image whatever it says. No `aspect_ratio`: Together would read
 * 16:9 as 16 by 9 pixels. Amounts in `sends` stay text: Puter bills a numeric `output_megapixels`
 * as 1.
 *
 * @param folder where to keep the image in the reader's Puter storage, with a slash at its end;
 * without it the image is not kept there
 */
export function puterRequest(
  order: PictureOrder,
  folder?: string,
): PuterRequest | { readonly problem: string } {
  const modelRoute = routeOf(order);
  if (!modelRoute)
    return { problem: `no way to ${order.model} by ${order.route ?? 'an unnamed route'}` };
  if (order.references.length > modelRoute.references)
    return { problem: `at most ${String(modelRoute.references)} reference pictures by this route` };
  // Puter sends and bills such an order without an image (measured).
  if (!isListed(order) && order.model.startsWith('flux-1-kontext') && order.references.length === 0)
    return { problem: 'this model edits a picture, and none was given' };
  if (order.prompt.trim() === '') return { problem: 'the prompt is empty' };
  const { seed, keepAs } = order;
  if (typeof seed === 'string') return { problem: `a seed is at most ${mostExact} here` };
  return {
    modelRoute,
    args: {
      prompt: order.prompt,
      ...(isListed(order) ? listedArgs(order) : knownArgs(order, modelRoute)),
      model: modelRoute.model,
      provider: modelRoute.provider,
      ...defined({ seed }),
      ...picturesOf(order, modelRoute),
      ...defined({
        puter_output_path:
          keepAs === undefined || folder === undefined ? undefined : folder + keepAs,
      }),
    },
  };
}

/** True for an order that says itself what is sent, as orders priced by Puter's own list do. */
function isListed({ sends }: PictureOrder): boolean {
  return text(sends?.['model']) !== undefined;
}

function routeOf({ model, route, sends }: PictureOrder): PuterModelRoute | undefined {
  const sent = text(sends?.['model']);
  if (sent === undefined) return puterModelRoute(model, route);
  return route === undefined ? undefined : listedModelRoute(sent, model, route);
}

/**
 * Size and options as they were priced. Puter ignores `size` beside the prompt, so that one goes
 * where a model's own inputs are read.
 */
function listedArgs({ sends = {} }: PictureOrder): Record<string, unknown> {
  const { model: _model, size, ...args } = sends;
  return { ...args, ...(size !== undefined && { providerOptions: { size } }) };
}

function knownArgs(order: PictureOrder, modelRoute: PuterModelRoute): Record<string, unknown> {
  const { width, height } = order;
  const passed = {
    ...order.sends,
    ...defined({ steps: order.steps }),
  };
  return {
    ...(modelRoute.size === 'ratio' ? { ratio: nearestShape(width, height) } : { width, height }),
    ...Object.fromEntries(
      Object.entries(passed).filter(([name]) => modelRoute.passes.includes(name)),
    ),
    ...modelRoute.fixed,
  };
}

function nearestShape(width: number, height: number): { w: number; h: number } {
  const off = ({ w, h }: { w: number; h: number }): number =>
    Math.abs(Math.log((w * height) / (h * width)));
  return shapes.reduce((best, shape) => (off(shape) < off(best) ? shape : best));
}

/** Never sets both names: Puter would bill an image twice (measured). */
function picturesOf(
  { references, mask }: PictureOrder,
  modelRoute: PuterModelRoute,
): Record<string, unknown> {
  const uris = references.map(dataUrl);
  if (uris.length === 0) return {};
  return {
    [modelRoute.pictures]: modelRoute.pictures === 'input_image' ? uris[0] : uris,
    ...(mask && { maskImage: dataUrl(mask) }),
  };
}
