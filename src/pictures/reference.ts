import { mostPixels } from '../base/image-header.js';
import { fit } from './fit.js';
import { measure } from './measure.js';

/**
 * The result of inspecting a reference file. With `wrong` the size is 0; the limits are 40
 * megapixels and 20 MB.
 */
export interface Found {
  /**
   * The file, with the type that its bytes show: a wrong type would break its thumbnail and the
   * request.
   */
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
  readonly wrong?: 'unreadable' | 'pixels' | 'bytes';
}

/**
 * Maximum bytes of one reference. Base64 makes it a third larger, and all of it is in memory at
 * once.
 */
export const mostBytes = 20 << 20;

/**
 * Maximum pixels of a file that is decoded to be shrunk: phones take 108 megapixels. Each pixel
 * takes four bytes while decoded.
 */
const mostToShrink = 3 * mostPixels;

/** Maximum pixels of a shrunk reference: four megapixels, as many as any service makes. */
const shrunkTo = 4 << 20;

/** Checks a file by its length and header before anything else. Never throws. */
export async function inspect(given: Blob): Promise<Found> {
  // One of another window, where no Blob is ours, can't be read once that window is gone.
  const file = given instanceof Blob ? given : new Blob([given], { type: (given as Blob).type });
  const none = { blob: file, width: 0, height: 0 } as const;
  if (file.size > mostBytes) return { ...none, wrong: 'bytes' };
  const size = await measure(file);
  if (!size) return { ...none, wrong: 'unreadable' };
  if (size.tooLarge) return { ...none, wrong: 'pixels' };
  const { type = file.type, width, height } = size;
  return { blob: file.type === type ? file : new Blob([file], { type }), width, height };
}

/**
 * Shrinks a file to fit the limits of a reference; `undefined` when it can't be decoded, or is too
 * large even for that.
 */
export async function shrunk(file: Blob): Promise<Blob | undefined> {
  const made = await fit(file, { pixels: shrunkTo, bytes: mostBytes }, mostToShrink);
  return made && made.blob.size <= mostBytes ? made.blob : undefined;
}
