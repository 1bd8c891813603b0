import { imageHeader, isTooLarge, type ImageHeader } from '../base/image-header.js';

/**
 * A picture's size in pixels. `type` comes from its bytes, where they could be read. `tooLarge`: it
 * has more pixels than we decode, according to its header.
 */
export interface Measured {
  readonly type?: string;
  /** 0 where the file has no size of its own. */
  readonly width: number;
  readonly height: number;
  readonly tooLarge?: true;
  /** This browser can't show this kind of file. */
  readonly unshown?: true;
  /** The address to show it at, if it is not the picture's own `blob:` address. */
  readonly url?: string;
}

/** Maximum size of a file that is examined, bytes. */
export const mostBytes = 64 << 20;

/**
 * Decodes a PNG, JPEG, WebP or AVIF, rotated as its EXIF says. `undefined` for all others (SVG,
 * GIF, torn files) and for pictures of more than 40 megapixels (or `most` pixels). Those are
 * refused by their header, because decoding a small file can take gigabytes. The caller must close
 * the bitmap.
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
  // The decoder may find another size than the header says: then at least nothing more is made of
  // it.
  if (!isTooLarge({ ...header, width: bitmap.width, height: bitmap.height }, most)) return bitmap;
  bitmap.close();
  return undefined;
}

/**
 * Width and height in pixels, by decoding unless the header says it is too large; `undefined` when
 * it is not a picture. Never throws.
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

/** True for the types that `decode` accepts: they can be drawn, copied and taken as a reference. */
export function isDecoded(type: string): boolean {
  return /^image\/(png|jpeg|webp|avif)$/.test(type);
}

/** True for SVG, which is shown as an `<img>` only: there it runs no script and loads nothing. */
export function isDrawing(type: string): boolean {
  return type === 'image/svg+xml';
}
