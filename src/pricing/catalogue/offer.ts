import type { Offer, Price, Sizes } from '../price-list-types.js';
import type { Rule } from '../rule.js';

export const mebipixel = 1_048_576;

/** 64 pixels to 4 megapixels, both sides multiples of 16. The odd sizes are BFL's own examples: its API takes and bills them (1920×1080 as 1.98 MP). */
export const flux2Sizes: Sizes = {
  pixels: 'exact', min: 64, max: 65536, step: 16, area: 4 * mebipixel, also: ['1920x1080', '1080x1920', '1440x810', '810x1440'],
};
export const flux1Sizes: Sizes = { pixels: 'exact', min: 256, max: 1440, step: 32, area: 1440 * 1440 };
export const freeSizes = (step: number, max = 2048, min = 64): Sizes => ({ pixels: 'exact', min, max, step, area: 4 * mebipixel });
/** Makes the shape asked for, at a size of its own. */
export const shapes = (megapixels?: number, ratios?: readonly string[]): Sizes => ({
  pixels: 'ratio', min: 64, max: 16384, step: 1, area: 4 * mebipixel, ...megapixels && { megapixels }, ...ratios && { ratios },
});
export const replicateRatios = ['1:1', '16:9', '9:16', '3:2', '2:3', '4:3', '3:4', '5:4', '4:5'];

export type About = Partial<Pick<Price, 'wrong' | 'when' | 'upTo' | 'topUp'>>;

export const price = (source: string, rule: Rule, says: string, about?: About): Price => ({ rule, source, says, ...about });
export const image = (each: string, from?: string): Rule => ({ kind: 'image', each, ...from && { from } });
/** By the megapixel of 1,048,576 pixels, rounded up. */
export const rounded = (further: string, first?: string, input?: string): Rule =>
  ({ kind: 'megapixel', pixels: mebipixel, ...first && { first }, further, ...input && { input } });
/** By the million pixels, counted to the pixel. */
export const linear = (further: string): Rule => ({ kind: 'megapixel', pixels: 1e6, exact: true, further });

/** `flux-2-klein-4b` → `FLUX.2 klein 4B`; ids of others stay as they are. */
const nameOf = (model: string): string => {
  const [, version, rest] = /^flux-(1\.1|1|2)-([\w-]+)$/.exec(model) ?? [];
  return version && rest ? `FLUX${version === '1.1' ? '' : '.'}${version} ${rest.replaceAll('-', ' ').replace(/\b\db\b/, (size) => size.toUpperCase())}` : model;
};

/** A row of a catalogue file, written out. Drafts are what we would not choose for somebody. */
export const offer = (
  provider: string, model: string, sizes: Sizes, references: number, prices: readonly Price[], more?: Partial<Offer>,
): Offer => ({
  provider, model, name: nameOf(model), sizes, references, ...model.endsWith('schnell') && { draft: true }, ...more, prices,
});
