import { defined } from '../base/defined.js';
import { isTooLarge } from '../base/image-header.js';
import type { Measured } from './measure.js';

/**
 * Measures a picture that the page may show but not read, without showing it: browsers fetch it and
 * read its header, but decode no pixels that are not painted. Resolves `undefined` when nothing
 * there can be shown (a page, a torn file, no answer) or when aborted. It can't tell an animation
 * from a still. A drawing (SVG) with a size of its own passes: as `<img>` it runs no script.
 */
export async function look(url: string, signal: AbortSignal): Promise<Measured | undefined> {
  const size = await shownSize(url, signal);
  if (!size || size.width * size.height === 0) return undefined;
  return { ...size, ...defined({ tooLarge: isTooLarge(size) ? true : undefined }) };
}

/**
 * The size in pixels of what an `<img>` shows at this address: 0 for a drawing without a size of its
 * own, `undefined` when nothing there can be shown or when aborted.
 */
export function shownSize(
  url: string,
  signal: AbortSignal,
): Promise<{ width: number; height: number } | undefined> {
  return new Promise((resolve) => {
    const image = new Image();
    const end = (event?: Event): void => {
      image.onload = null;
      image.onerror = null;
      signal.removeEventListener('abort', end);
      const { naturalWidth: width, naturalHeight: height } = image;
      image.src = '';
      resolve(event?.type === 'load' ? { width, height } : undefined);
    };
    image.referrerPolicy = 'no-referrer';
    image.onload = end;
    image.onerror = () => end();
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
    else image.src = url;
  });
}
