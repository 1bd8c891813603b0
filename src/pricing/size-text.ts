import type { Size } from './quote-types.js';

/**
 * `1024 × 768`, for readers. Text that runs from right to left (`dir`) would show the height first:
 * there it is enclosed in U+2066 and U+2069.
 */
export function sizeText({ width, height }: Size, dir?: 'ltr' | 'rtl'): string {
  const text = `${width} × ${height}`;
  return dir === 'rtl' ? `\u2066${text}\u2069` : text;
}

/** `1024x768`, as attributes have it. */
export function sizeValue({ width, height }: Size): string {
  return `${width}x${height}`;
}
