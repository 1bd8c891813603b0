import { buildInput } from './puter-september.input.js';
import { pairOf, pixels, references, spread } from './puter-september.size.js';
import {
  Refusal,
  type Args,
  type Line,
  type Made,
  type Pair,
  type Plan,
  type Rate,
  type Row,
  type Size,
} from './puter-september.types.js';

type Input = Readonly<Record<string, unknown>>;

/** Replicate's rows with rates: the built input chooses the rate, the answer counts the units. */
export function metered(row: Row, args: Args, made: Made): Plan {
  const upstream = buildInput(row, args);
  const rate = rateOf(row, upstream);
  const pictures = references(args);
  const known = {
    output: 1,
    run: 1,
    input_mp: pictures.reduce<number>((sum, one) => sum + pixels(one) / 1e6, 0),
    font: Array.isArray(upstream.font_urls) ? upstream.font_urls.length : 0,
  };
  const gate = linesOf(rate, { ...known, output_mp: nominal(row, upstream), second: 60 });
  return {
    upstream,
    gate: gate.reduce((sum, [, , cost]) => sum + cost, 0),
    lines: () => {
      const picture = made.picture === undefined ? drawn(upstream, pictures) : made.picture;
      const measured = { output_mp: pixels(picture) / 1e6, second: runTime(rate, made) };
      return linesOf(rate, { ...known, ...measured });
    },
  };
}

/** The first rate without conditions, or whose every condition equals the built input. */
function rateOf({ id, billingRates = [] }: Row, upstream: Input): Rate {
  const found = billingRates.find(({ when = {} }) =>
    Object.entries(when).every(([name, value]) => upstream[name] === value),
  );
  if (!found) throw new Refusal(`Unsupported billing tier for ${id}`);
  return found;
}

function linesOf({ costs }: Rate, units: Readonly<Record<string, number>>): readonly Line[] {
  return Object.entries(costs)
    .map(([name, cents]): Line => {
      const amount = units[name] ?? 0;
      return [name, amount, Math.round(cents * amount * 1e6)];
    })
    .filter(([, amount]) => amount > 0);
}

function runTime({ costs }: Rate, { seconds = 3.2 }: Made): number {
  if (seconds === null && costs.second !== undefined)
    throw new Refusal(
      'Replicate prediction did not include billable runtime',
      502,
      'upstream_failed',
      { provider: 'replicate' },
    );
  return seconds ?? 0;
}

/** Megapixels before the click: as the tier is named, or as the request asks. */
function nominal({ inputSchema = {} }: Row, upstream: Input): number {
  const tier = tierMegapixels(upstream);
  if (tier !== undefined) return tier;
  const asked = inputSchema.resolution ? undefined : sides(upstream);
  return asked ? pixels(asked) / 1e6 : 1;
}

function tierMegapixels({ megapixels, output_megapixels, resolution }: Input): number | undefined {
  for (const value of [output_megapixels, megapixels]) {
    const number = Number(value ?? NaN);
    if (number > 0) return number;
  }
  const [, text] = /^([\d.]+) MP$/.exec(String(resolution)) ?? [];
  return text === undefined ? undefined : Number(text);
}

function sides({ width, height }: Input): Size | undefined {
  return typeof width === 'number' && typeof height === 'number' ? { width, height } : undefined;
}

/** What a sensible supplier draws from the built input; sizes as the recorded one chose them. */
function drawn(upstream: Input, pictures: readonly unknown[]): unknown {
  const { size, resolution, image_size, aspect_ratio } = upstream;
  const [picture] = pictures;
  if (resolution === 'match_input_image' && picture !== undefined) return picture;
  const shape = shapeOf(aspect_ratio, picture);
  for (const text of [size, resolution, image_size]) {
    const [, k] = /^([\d.]+)K$/i.exec(String(text)) ?? [];
    if (k !== undefined) return spread((Number(k) * 1024) ** 2, shape, 16);
  }
  const asked = sides(upstream);
  if (asked) return asked;
  for (const text of [size, resolution, aspect_ratio]) {
    const [, width, height] = /^(\d+)\s*[x*×]\s*(\d+)/.exec(String(text)) ?? [];
    if (width !== undefined) return { width: Number(width), height: Number(height) };
  }
  return spread((tierMegapixels(upstream) ?? 1) * 2 ** 20, shape, 16);
}

function shapeOf(aspect: unknown, picture: unknown): Pair {
  if (aspect === 'match_input_image' && typeof picture === 'object' && picture !== null) {
    const { width: w = 1, height: h = 1 } = picture as Partial<Size>;
    return { w, h };
  }
  return pairOf(aspect) ?? { w: 1, h: 1 };
}
