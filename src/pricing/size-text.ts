import type { Size } from './quote-types.js';

/** `1024 × 768`, for readers. */
export function sizeText({ width, height }: Size): string {
  return `${width} × ${height}`;
}

/** `1024x768`, as attributes have it. */
export function sizeValue({ width, height }: Size): string {
  return `${width}x${height}`;
}
