import { imageHeader, mostPixels } from '../base/image-header.js';

/**
 * Decodes a PNG, JPEG, WebP or AVIF, turned as its EXIF says; `undefined` for all else (SVG, GIF, torn files) and for pictures of more
 * than 40 megapixels, which are turned down by their header: a small file can ask a browser for gigabytes. Close it after use.
 */
export const decode = async (blob: Blob): Promise<ImageBitmap | undefined> => {
  try {
    const header = imageHeader(new Uint8Array(await blob.arrayBuffer()));
    return header && header.width * header.height <= mostPixels ? await createImageBitmap(blob) : undefined;
  } catch {
    return undefined;
  }
};

/** Width and height in pixels, by decoding; `undefined` when it is not a picture. Never throws. */
export const measure = async (blob: Blob): Promise<{ width: number; height: number } | undefined> => {
  const bitmap = await decode(blob);
  if (!bitmap) return undefined;
  const { width, height } = bitmap;
  bitmap.close();
  return { width, height };
};
