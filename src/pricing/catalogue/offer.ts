import type { Offer, Price, Sizes } from '../price-list-types.js';
import type { Rule } from '../rule.js';

const mebipixel = 1_048_576;

/**
 * 64 pixels to 4 megapixels, both sides multiples of 16. The odd sizes are BFL's own examples: its
 * API takes and bills them (1920×1080 as 1.98 MP).
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
 * FLUX.2 at hosts whose documents name no limits of their own: BFL's, of 64 pixels and 4
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
 * Where no document names a limit: what a page can ask for at all. 14,142 pixels are the longest
 * side fal's form takes.
 */
export const anySizes: Sizes = { pixels: 'exact', min: 1, max: 14142, step: 1, area: 14142 ** 2 };
/** Multiples of 8 up to 4 megapixels: what a model we know nothing of is sure to make. */
export const freeSizes: Sizes = {
  pixels: 'exact',
  min: 64,
  max: 2048,
  step: 8,
  area: 4 * mebipixel,
};

const ratios = ['1:1', '16:9', '9:16', '3:2', '2:3', '4:3', '3:4', '5:4', '4:5'];
/** Replicate's shapes at megapixels that are declared, and at about one whatever is asked. */
export const replicateShapes = shapes(0, ratios);
export const replicateMegapixel = shapes(1, ratios);

export const replicateSizes = ['0.5', '1', '2', '4'];

/**
 * A row of a catalogue file: what decides. What others say of it stands in `evidence.ts`. Drafts
 * are what we would not choose for somebody.
 */
export type Row = readonly [
  model: string,
  sizes: Sizes,
  references: number,
  prices: Rule | readonly Price[],
  more?: Partial<Offer> | undefined,
];

/** BFL's table of FLUX.2: references, first and further megapixels. */
const tiers = {
  'klein-4b': [4, '0.014', '0.001'],
  'klein-9b': [4, '0.015', '0.002'],
  pro: [8, '0.03', '0.015'],
  flex: [8, '0.05', '0.05'],
  max: [8, '0.07', '0.03'],
} as const;

/** Makes the shape asked for, at a size of its own. */
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
 * A price that decides. Its words and its page come with the whole catalogue (`words.ts`): they are
 * not in what every reader loads.
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
/** By the megapixel of 1,048,576 pixels, rounded up. */
export function rounded(further: string, first?: string, input?: string): Rule {
  return {
    kind: 'megapixel',
    pixels: mebipixel,
    ...(first && { first }),
    further,
    ...(input && { input }),
  };
}
/** By the million pixels, counted to the pixel. */
export function linear(further: string): Rule {
  return {
    kind: 'megapixel',
    pixels: 1e6,
    exact: true,
    further,
  };
}
/** By declared megapixels, references by the million pixels. */
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

/** BFL's formula for FLUX.2. */
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

export function offers(provider: string, source: string, rows: readonly Row[]): Offer[] {
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

/** `flux-2-klein-4b` → `FLUX.2 klein 4B`; ids of others stay as they are. */
function nameOf(model: string): string {
  const [, version, rest] = /^flux-(1\.1|1|2)-([\w-]+)$/.exec(model) ?? [];
  return version && rest
    ? `FLUX${version === '1.1' ? '' : '.'}${version} ${rest.replaceAll('-', ' ').replace(/\db/, (size) => size.toUpperCase())}`
    : model;
}

export function tier(model: keyof typeof tiers): Row {
  const [references, first, further] = tiers[model];
  return [`flux-2-${model}`, flux2Sizes, references, [decides('formula', flux2(first, further))]];
}
