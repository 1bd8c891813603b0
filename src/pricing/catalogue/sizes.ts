import type { Sizes } from '../price-list-types.js';

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

const ratios = ['1:1', '16:9', '9:16', '3:2', '2:3', '4:3', '3:4', '5:4', '4:5'];
/**
 * Replicate takes an aspect ratio instead of pixels. With `replicateShapes` the request declares
 * the megapixels; with `replicateMegapixel` the image always has about one.
 */
export const replicateShapes = shapes({ ratios });
export const replicateMegapixel = shapes({ megapixels: 1, ratios });

/** The megapixels that a request to Replicate can declare. */
export const replicateChoices = ['0.5', '1', '2', '4'];

/** Sizes of a model that keeps the aspect ratio asked for and chooses the pixels itself. */
export function shapes(more?: Pick<Sizes, 'megapixels' | 'ratios'>): Sizes {
  return {
    pixels: 'ratio',
    min: 64,
    max: 16384,
    step: 1,
    area: 4 * mebipixel,
    ...more,
  };
}
