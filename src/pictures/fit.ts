import { drawn } from './canvas.js';
import { decode } from './measure.js';

export interface Bound {
  /** Maximum number of pixels, e.g. 1 048 576 for BFL's megapixel. */
  readonly pixels: number;
  /** Both sides are multiples of this; 1 by default. */
  readonly multipleOf?: number;
  /** Maximum file size in bytes. A larger file is encoded again even when its pixels fit. */
  readonly bytes?: number;
}

type Size = { readonly width: number; readonly height: number };

/** The largest size of the same shape within the bound, never larger than the original. Pure. */
export function fittingSize({ width, height }: Size, { pixels, multipleOf = 1 }: Bound): Size {
  const scale = Math.min(1, Math.sqrt(pixels / (width * height)));
  const side = (length: number): number =>
    Math.max(multipleOf, Math.floor((length * scale) / multipleOf + 1e-9) * multipleOf);
  return { width: side(width), height: side(height) };
}

/**
 * Shrinks a picture to fit the bound, keeping its shape. One that fits is returned unchanged. JPEGs
 * stay JPEG, everything else becomes PNG. `undefined` when it is not a picture, or has more than
 * `most` pixels.
 */
export async function fit(
  blob: Blob,
  bound: Bound,
  most?: number,
): Promise<(Size & { readonly blob: Blob }) | undefined> {
  const bitmap = await decode(blob, most);
  if (!bitmap) return undefined;
  try {
    const { width, height } = bitmap;
    const size = fittingSize(bitmap, bound);
    const isShort = blob.size <= (bound.bytes ?? Infinity);
    if (isShort && size.width === width && size.height === height) return { blob, width, height };
    const smaller = await drawn(
      bitmap,
      size,
      blob.type === 'image/jpeg' ? 'image/jpeg' : 'image/png',
    );
    return smaller && { blob: smaller, ...size };
  } finally {
    bitmap.close();
  }
}
