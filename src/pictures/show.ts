import { shared } from '../base/shared.js';
import { observable, type Observable } from '../base/store.js';
import { decode } from './measure.js';
import { pictureUrl, releasePictureUrl } from './picture-url.js';

/**
 * How this page can show our pictures: by a `blob:` address, by a `data:` address, or on a canvas,
 * which no policy forbids.
 */
export type Showing = 'blob' | 'data' | 'canvas';

/** A PNG of one transparent pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The result of `tryShowing`; `blob` until it is known. */
export function showing(): Observable<Showing> {
  return shared('showing', 1, () => observable<Showing>('blob'));
}

/**
 * Finds out once per page, before anything is bought: with a Content-Security-Policy whose
 * `img-src` lacks `blob:`, a paid picture would stay blank.
 */
export function tryShowing(): Promise<Showing> {
  return shared('try-showing', 1, async () => {
    const found = await findOut();
    showing().set(found);
    return found;
  });
}

async function findOut(): Promise<Showing> {
  // Outside a page nothing is shown.
  if (!('Image' in globalThis)) return 'blob';
  const tried = new Blob([Uint8Array.from(atob(pixel), (sign) => sign.charCodeAt(0))], {
    type: 'image/png',
  });
  const url = pictureUrl(tried);
  const isShown = await loads(url);
  releasePictureUrl(url);
  if (isShown) return 'blob';
  return (await loads(`data:image/png;base64,${pixel}`)) ? 'data' : 'canvas';
}

function loads(src: string): Promise<boolean> {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
    image.src = src;
  });
}

/** The bytes as a `data:` address. */
export function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new DOMException('', 'NotReadableError'));
    reader.readAsDataURL(blob);
  });
}

/**
 * Draws the picture on a canvas and sets the canvas to its size. A picture that can't be decoded
 * leaves the canvas unchanged.
 */
export async function drawOn(canvas: HTMLCanvasElement, blob: Blob): Promise<void> {
  const bitmap = await decode(blob);
  if (!bitmap) return;
  Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
}
