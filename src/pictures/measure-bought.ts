import { defined } from '../base/defined.js';
import { isTooLarge } from '../base/image-header.js';
import { pictureHeader, type PictureHeader } from '../base/picture-of.js';
import { shownSize } from './look.js';
import { isDecoded, isDrawing, measure, mostBytes, type Measured } from './measure.js';
import { pictureUrl } from './picture-url.js';
import { dataUrlOf, showing } from './show.js';

/**
 * Measures a picture that is paid for, whatever its format. What `measure` does not decode (SVG,
 * GIF, BMP, TIFF, HEIC) is shown as an `<img>` or not at all; it is a picture all the same.
 * `undefined` when it is none. Never throws.
 */
export async function measureBought(blob: Blob): Promise<Measured | undefined> {
  const known = await measure(blob);
  if (known || blob.size > mostBytes) return known;
  try {
    const header = pictureHeader(new Uint8Array(await blob.arrayBuffer()));
    return header && !isDecoded(header.type) ? await measuredAsShown(blob, header) : undefined;
  } catch {
    return undefined;
  }
}

async function measuredAsShown(given: Blob, header: PictureHeader): Promise<Measured> {
  const { type, width = 0, height = 0, animated } = header;
  const size = { width, height };
  if (isTooLarge({ ...size, animated })) return { type, ...size, tooLarge: true };
  const blob = given.type === type ? given : new Blob([given], { type });
  const shown = await shownAt(blob);
  if (!shown) return { type, ...size, unshown: true };
  const found = width && height ? size : { width: shown.width, height: shown.height };
  const tooLarge = isTooLarge(found) ? true : undefined;
  return { type, ...found, ...defined({ tooLarge, url: shown.url }) };
}

/**
 * Tries whether the page can show it. A drawing is shown at a `data:` address where the page's
 * policy allows one: a reader may open a picture in a tab of its own, where a `blob:` address would
 * let the scripts of a drawing run as the page's.
 */
async function shownAt(
  blob: Blob,
): Promise<{ width: number; height: number; url?: string } | undefined> {
  const signal = AbortSignal.timeout(10_000);
  if (isDrawing(blob.type) || showing().get() === 'data') {
    const url = await dataUrlOf(blob);
    const size = await shownSize(url, signal);
    if (size) return isDrawing(blob.type) ? { ...size, url } : size;
  }
  return shownSize(pictureUrl(blob), signal);
}
