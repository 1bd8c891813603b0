import type { ProviderId } from '../../base/provider-id.js';
import type { Offer, Price, Sizes } from '../price-list-types.js';
import type { Rule } from '../rule.js';

const mebipixel = 1_048_576;

/**
 * 64 pixels to 4 megapixels, both sides multiples of 16. The sizes in `also` are BFL's own
 * examples: its API takes and bills them (1920×1080 as 1.98 MP).
 */
export const flux2Sizes: Sizes = {
  pixels: 'exact',
  min: 64,
  max: 65536,
  step: 16,
  area: 4 * mebipixel,
  also: ['1920x1080', '1080x1920', '1440x810', '810x1440'],
};
export const flux1Sizes: Sizes = {
  pixels: 'exact',
  min: 256,
  max: 1440,
  step: 32,
  area: 2_073_600,
};
/**
 * For FLUX.2 at hosts whose documents give no limits of their own: BFL's limits of 64 pixels and 4
 * megapixels.
 */
export const anyFlux2Sizes: Sizes = {
  pixels: 'exact',
  min: 64,
  max: 65536,
  step: 1,
  area: 4 * mebipixel,
};
/**
 * For models whose documents give no limit: the largest size that a page can ask for. 14,142 pixels
 * is the longest side that fal's form takes.
 */
export const anySizes: Sizes = { pixels: 'exact', min: 1, max: 14142, step: 1, area: 14142 ** 2 };
/** Multiples of 8 up to 4 megapixels: sizes that even an unknown model can be expected to make. */
export const freeSizes: Sizes = {
  pixels: 'exact',
  min: 64,
  max: 2048,
  step: 8,
  area: 4 * mebipixel,
};

const ratios = ['1:1', '16:9', '9:16', '3:2', '2:3', '4:3', '3:4', '5:4', '4:5'];
/**
 * Replicate takes an aspect ratio instead of pixels. With `replicateShapes` the request declares
 * the megapixels; with `replicateMegapixel` the image always has about one.
 */
export const replicateShapes = shapes(0, ratios);
export const replicateMegapixel = shapes(1, ratios);

export const replicateSizes = ['0.5', '1', '2', '4'];

/**
 * A row of a catalogue file, with the prices that decide. What other sources say is in
 * `evidence.ts`.
 */
export type Row = readonly [
  model: string,
  sizes: Sizes,
  references: number,
  prices: Rule | readonly Price[],
  more?: Partial<Offer> | undefined,
];

/**
 * BFL's table for FLUX.2: most references, price of the first megapixel, price of each further one.
 */
const tiers = {
  'klein-4b': [4, '0.014', '0.001'],
  'klein-9b': [4, '0.015', '0.002'],
  pro: [8, '0.03', '0.015'],
  flex: [8, '0.05', '0.05'],
  max: [8, '0.07', '0.03'],
} as const;

/** Sizes of a model that keeps the aspect ratio asked for and chooses the pixels itself. */
export function shapes(megapixels?: number, ratios?: readonly string[]): Sizes {
  return {
    pixels: 'ratio',
    min: 64,
    max: 16384,
    step: 1,
    area: 4 * mebipixel,
    ...(megapixels && { megapixels }),
    ...(ratios && { ratios }),
  };
}

export function price(source: string, rule: Rule, says: string, about?: Partial<Price>): Price {
  return {
    rule,
    source,
    says,
    ...about,
  };
}
/**
 * A deciding price. Its words and page are in `words.ts`, which only `catalogue` loads: they are
 * not in the files that every reader loads.
 */
export function decides(source: string, rule: Rule, about?: Partial<Price>): Price {
  return price(source, rule, '', about);
}
export function image(each: string, from?: string): Rule {
  return {
    kind: 'image',
    each,
    ...(from && { from }),
  };
}
/** Per megapixel of 1,048,576 pixels, rounded up. */
export function rounded(further: string, first?: string, input?: string): Rule {
  return {
    kind: 'megapixel',
    pixels: mebipixel,
    ...(first && { first }),
    further,
    ...(input && { input }),
  };
}
/** Per megapixel of 1,000,000 pixels, counted to the pixel. */
export function linear(further: string): Rule {
  return {
    kind: 'megapixel',
    pixels: 1e6,
    exact: true,
    further,
  };
}
/** Per declared output megapixel; references per 1,000,000 pixels. */
export function declared(
  output: string,
  choices?: readonly string[],
  run?: string,
): Rule & { kind: 'declared-megapixel' } {
  return {
    kind: 'declared-megapixel',
    ...(run && { run }),
    output,
    input: output,
    ...(choices && { choices }),
  };
}

/** BFL's price formula for FLUX.2. */
export function flux2(first: string, further: string): Rule {
  return {
    kind: 'megapixel',
    pixels: mebipixel,
    first,
    further,
    input: further,
    inputUnsure: true,
  };
}

/**
 * Makes a provider's offers. Unless a row says otherwise, a model takes a seed, and Schnell models
 * are drafts, which are never chosen by default.
 */
export function offers(provider: ProviderId, source: string, rows: readonly Row[]): Offer[] {
  return rows.map(([model, sizes, references, prices, more]) => ({
    provider,
    model,
    name: nameOf(model),
    sizes,
    references,
    seed: true,
    ...(model.endsWith('schnell') && { draft: true }),
    ...more,
    prices: 'kind' in prices ? [decides(source, prices)] : prices,
  }));
}

/** `flux-2-klein-4b` → `FLUX.2 klein 4B`. Ids of other models stay as they are. */
function nameOf(model: string): string {
  const [, version, rest] = /^flux-(1\.1|1|2)-([\w-]+)$/.exec(model) ?? [];
  return version && rest
    ? `FLUX${version === '1.1' ? '' : '.'}${version} ${rest.replaceAll('-', ' ').replace(/\db/, (size) => size.toUpperCase())}`
    : model;
}

/** A FLUX.2 model with BFL's sizes and BFL's prices. */
export function tier(model: keyof typeof tiers): Row {
  const [references, first, further] = tiers[model];
  return [`flux-2-${model}`, flux2Sizes, references, [decides('formula', flux2(first, further))]];
}
