import type { Size } from '../../../pricing/quote-types.js';

/** The outline of this shape, in a square of 24; a dot for a size that is none. */
export function shapePath({ width, height }: Size): string {
  const long = 20 / Math.max(width, height, 1);
  const [w, h] = [Math.max(4, width * long || 0), Math.max(4, height * long || 0)];
  return `M${12 - w / 2} ${12 - h / 2}h${w}v${h}h${-w}z`;
}
