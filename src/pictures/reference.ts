import { mostPixels } from '../base/image-header.js';
import { fit } from './fit.js';
import { measure } from './measure.js';

/**
 * What was found in a file somebody wants to start from. `wrong` ones have no size; the limits are
 * 40 megapixels and 20 MB.
 */
export interface Found {
  /**
   * The file, called what its bytes show: a wrong name would break its thumbnail and what is sent.
   */
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
  readonly wrong?: 'unreadable' | 'pixels' | 'bytes';
}

/**
 * Bytes of one reference at most: in base64 it becomes a third more, and all of it is held in
 * memory at once.
 */
export const mostBytes = 20 << 20;

/**
 * A file of this many pixels is still decoded when its reader asks to shrink it: phones take 108
 * megapixels. Each takes four bytes for a moment.
 */
const mostToShrink = 3 * mostPixels;

/** What a shrunk reference has at most, pixels: four megapixels, as many as any service makes. */
const shrunkTo = 4 << 20;

/** Looks at a file by its length and header before anything else. Never throws. */
export async function inspect(file: Blob): Promise<Found> {
  const none = { blob: file, width: 0, height: 0 } as const;
  if (file.size > mostBytes) return { ...none, wrong: 'bytes' };
  const size = await measure(file);
  if (!size) return { ...none, wrong: 'unreadable' };
  if (size.tooLarge) return { ...none, wrong: 'pixels' };
  const { type = file.type, width, height } = size;
  return { blob: file.type === type ? file : new Blob([file], { type }), width, height };
}

/**
 * The file made small enough to start from; `undefined` when it can't be decoded, or is too large
 * even for that.
 */
export async function shrunk(file: Blob): Promise<Blob | undefined> {
  const made = await fit(file, { pixels: shrunkTo, bytes: mostBytes }, mostToShrink);
  return made && made.blob.size <= mostBytes ? made.blob : undefined;
}
