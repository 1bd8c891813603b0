import { clamp, given, references, wish } from './puter-september.size.js';
import {
  Refusal,
  type Args,
  type Line,
  type Plan,
  type Row,
  type Size,
} from './puter-september.types.js';

/** Tiles, steps and pixels of the request; its costs are microcents as listed. */
export function cloudflare(row: Row, args: Args): Plan {
  const pictures = references(args);
  if (pictures.length > 0 && !(row.requiresMultipart ?? row.supportsImageBytes))
    throw new Refusal(`${row.id} does not support input images`);
  if (pictures.length > 1) throw new Refusal('Cloudflare supports only a single input image');
  if (row.requiresInputImage && pictures.length === 0)
    throw new Refusal(`${row.id} requires an input image`);
  const size = sizeOf(row, args);
  const steps = stepsOf(row, args);
  const lines = linesOf(row, size, steps, pictures.length > 0);
  return {
    upstream: requestOf(row, args, size, steps),
    gate: lines.reduce((sum, [, , cost]) => sum + cost, 0),
    lines: () => lines,
  };
}

function sizeOf(row: Row, args: Args): Size {
  const { minDimension = 64, maxDimension = 2500, fixedRatio } = row;
  const wanted = fixedRatio
    ? { kind: 'pixels', ...fixedRatio }
    : (wish(args) ?? { kind: 'shape', w: 1, h: 1 });
  const side = Math.sqrt(wanted.w / wanted.h);
  let [width, height] = [wanted.w, wanted.h];
  if (wanted.kind === 'shape') {
    const longest = 1024 * Math.max(side, 1 / side);
    const shortest = 1024 * Math.min(side, 1 / side);
    const scale = Math.min(maxDimension / longest, Math.max(minDimension / shortest, 1));
    [width, height] = [1024 * side * scale, (1024 / side) * scale];
  }
  return {
    width: clamp(Math.round(width), minDimension, maxDimension),
    height: clamp(Math.round(height), minDimension, maxDimension),
  };
}

function stepsOf({ fixedSteps, defaultSteps = 25, maxSteps = 50 }: Row, args: Args): number {
  const wanted = [args.steps, args.num_steps, defaultSteps].find(given);
  return fixedSteps ?? clamp(Math.round(Number(wanted)), 1, maxSteps);
}

function linesOf(row: Row, size: Size, steps: number, edited: boolean): readonly Line[] {
  const { width, height } = size;
  const tiles = Math.ceil(width / 512) * Math.ceil(height / 512);
  const area = width * height;
  const units: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    'tile-plus-step': { tile_512: tiles, step: steps },
    'step-only': { step: steps },
    'flux2-dev-tile-step': {
      input_tile_512_per_step: tiles * steps,
      output_tile_512_per_step: tiles * steps,
    },
    'flux2-klein-4b-tile': { input_tile_512: tiles, output_tile_512: tiles },
    'flux2-klein-9b-mp': {
      first_mp: Math.min(area, 1e6) / 1e6,
      subsequent_mp: Math.max(0, area / 1e6 - 1),
      input_image_mp: edited ? area / 1e6 : 0,
    },
  };
  return Object.entries(units[row.billingScheme ?? ''] ?? {})
    .filter(([, amount]) => amount > 0)
    .map(([name, amount]): Line => [name, amount, Math.round(amount * (row.costs[name] ?? 0))]);
}

/** FLUX.2 goes as a form, whose values are texts. A model of one size is sent none. */
function requestOf(row: Row, args: Args, size: Size, steps: number): Record<string, unknown> {
  const asFlux = /flux/.test(row.id);
  const values = {
    ...(row.fixedRatio ? {} : size),
    ...(row.fixedSteps === undefined ? { [asFlux ? 'steps' : 'num_steps']: steps } : {}),
  };
  const [picture] = references(args);
  return {
    prompt: args.prompt,
    ...(row.requiresMultipart
      ? Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
      : values),
    // Which of these rows pass it on is their word; phoenix was recorded.
    ...(row.supportsNegativePrompt && given(args.negative_prompt)
      ? { negative_prompt: args.negative_prompt }
      : {}),
    ...(picture === undefined
      ? {}
      : { [row.requiresMultipart ? 'input_image_0' : 'image']: picture }),
  };
}
