import { imageHeader, isTooLarge, type ImageHeader } from '../base/image-header.js';

/**
 * A picture's own pixels; `tooLarge` for more than are decoded, by its header alone. `type` is what
 * its bytes show, where they could be read.
 */
export interface Measured {
  readonly type?: ImageHeader['type'];
  readonly width: number;
  readonly height: number;
  readonly tooLarge?: true;
}

/** Larger files are not looked into: bytes. */
const mostBytes = 64 << 20;

/**
 * Decodes a PNG, JPEG, WebP or AVIF, turned as its EXIF says; `undefined` for all else (SVG, GIF,
 * torn files) and for pictures of more
 * than 40 megapixels (or `most` pixels), which are turned down by their header: a small file can
 * ask a browser for gigabytes. Close it after use.
 */
export async function decode(blob: Blob, most?: number): Promise<ImageBitmap | undefined> {
  try {
    const header = await headerOf(blob);
    return header && !isTooLarge(header, most) ? await decoded(blob, header, most) : undefined;
  } catch {
    return undefined;
  }
}

async function headerOf(blob: Blob): Promise<ImageHeader | undefined> {
  return blob.size > mostBytes ? undefined : imageHeader(new Uint8Array(await blob.arrayBuffer()));
}

async function decoded(
  blob: Blob,
  header: ImageHeader,
  most?: number,
): Promise<ImageBitmap | undefined> {
  const bitmap = await createImageBitmap(blob);
  // A decoder may have read another size than we did: then at least nothing more is made of it.
  if (!isTooLarge({ ...header, width: bitmap.width, height: bitmap.height }, most)) return bitmap;
  bitmap.close();
  return undefined;
}

/**
 * Width and height in pixels, by decoding where it is not too large for that; `undefined` when it
 * is not a picture. Never throws.
 */
export async function measure(blob: Blob): Promise<Measured | undefined> {
  const header = await headerOf(blob).catch(() => undefined);
  if (header && isTooLarge(header))
    return { type: header.type, width: header.width, height: header.height, tooLarge: true };
  const bitmap = header && (await decoded(blob, header).catch(() => undefined));
  if (!bitmap) return undefined;
  const { width, height } = bitmap;
  bitmap.close();
  return { type: header.type, width, height };
}
