/** Decodes a picture, turned as its EXIF says; `undefined` when the browser can't (SVG counts as not a picture). Close it after use. */
export const decode = async (blob: Blob): Promise<ImageBitmap | undefined> => {
  if (blob.type.includes('svg')) return undefined;
  return createImageBitmap(blob).catch(() => undefined);
};

/** Width and height in pixels, by decoding; `undefined` when it is not a picture. Never throws. */
export const measure = async (blob: Blob): Promise<{ width: number; height: number } | undefined> => {
  const bitmap = await decode(blob);
  if (!bitmap) return undefined;
  const { width, height } = bitmap;
  bitmap.close();
  return { width, height };
};
