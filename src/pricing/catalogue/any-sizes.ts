import type { Sizes } from '../price-list-types.js';

const fourMegapixels = 4 * 1_048_576;

/**
 * For FLUX.2 at hosts whose documents give no limits of their own: BFL's limits of 64 pixels and 4
 * megapixels.
 */
export const anyFlux2Sizes: Sizes = {
  pixels: 'exact',
  min: 64,
  max: 65536,
  step: 1,
  area: fourMegapixels,
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
  area: fourMegapixels,
};
