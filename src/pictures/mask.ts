import { UserPaysError } from '../base/error.js';
import { encodeBase64 } from './base64.js';
import { canDraw, encoded, sheet } from './canvas.js';
import { decode } from './measure.js';

/**
 * A mask as a provider takes it: of the size of the picture it belongs to, black and white, as PNG.
 * In `mask`, white marks what may change; `changes` is the colour that the provider wants for that.
 * `undefined` when the file is no picture.
 *
 * @throws UserPaysError `invalid-input` where the browser gives back something else than was drawn
 */
export async function maskFor(
  mask: Blob,
  { width, height }: { readonly width: number; readonly height: number },
  changes: 'white' | 'black',
): Promise<{ width: number; height: number; mediaType: string; base64: string } | undefined> {
  const bitmap = await decode(mask);
  if (!bitmap) return undefined;
  if (!(await canDraw()))
    throw new UserPaysError('invalid-input', {
      stage: 'guard',
      charge: 'none',
      facts: { detail: 'this browser hides what pages draw, so it can’t make a mask' },
    });
  const to = sheet({ width, height });
  const pen = to.getContext('2d') as
    CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null;
  pen?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  if (!pen) return undefined;
  const image = pen.getImageData(0, 0, width, height);
  toBlackAndWhite(image.data, changes === 'white' ? 255 : 0);
  pen.putImageData(image, 0, 0);
  const blob = await encoded(to, 'image/png');
  return blob
    ? { width, height, mediaType: 'image/png', base64: await encodeBase64(blob) }
    : undefined;
}

/** Light and opaque pixels become `marked`, all others its opposite. */
function toBlackAndWhite(pixels: Uint8ClampedArray, marked: 0 | 255): void {
  for (let at = 0; at < pixels.length; at += 4) {
    const light = (pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0);
    const isMarked = light > 382 && (pixels[at + 3] ?? 0) > 127;
    pixels.fill(isMarked ? marked : 255 - marked, at, at + 3);
    pixels[at + 3] = 255;
  }
}
