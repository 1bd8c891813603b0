import { defined } from '../base/defined.js';
import { isTooLarge } from '../base/image-header.js';
import type { Measured } from './measure.js';

/**
 * Looks at a picture that a page may show but not read, without showing it: browsers fetch it and
 * read its header, and decode no pixels of
 * what they don't paint. `undefined` when nothing there can be shown: a page, a torn file, no
 * answer. An animation is not told from a
 * still, and a drawing (SVG) with a size of its own passes: as `<img>` it runs no script. Resolves
 * `undefined` when aborted.
 */
export function look(url: string, signal: AbortSignal): Promise<Measured | undefined> {
  return new Promise((resolve) => {
    const image = new Image();
    const end = (): void => {
      image.onload = image.onerror = null;
      signal.removeEventListener('abort', end);
      const { naturalWidth: width, naturalHeight: height } = image;
      image.src = '';
      if (width * height === 0) return resolve(undefined);
      resolve({
        width,
        height,
        ...defined({
          tooLarge: isTooLarge({ type: 'image/png', width, height }) ? true : undefined,
        }),
      });
    };
    image.referrerPolicy = 'no-referrer';
    image.onload = image.onerror = end;
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
    else image.src = url;
  });
}
