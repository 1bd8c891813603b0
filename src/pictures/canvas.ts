import { canReadBack } from '../base/canvas-readback.js';

type Size = { readonly width: number; readonly height: number };
type Sheet = OffscreenCanvas | HTMLCanvasElement;

/**
 * True if a canvas gives back what was drawn on it, so that pictures can be shrunk and masks drawn.
 * Asked anew each time: a reader may allow it meanwhile.
 */
export async function canDraw(): Promise<boolean> {
  const kinds = [sheet, canvas].map((make) =>
    canReadBack(make, (from) => encoded(from, 'image/png')),
  );
  return (await Promise.all(kinds)).every(Boolean);
}

/**
 * Draws a picture at a size and encodes it; `undefined` when the browser can't, or gives back
 * something else.
 */
export async function drawn(
  picture: ImageBitmap,
  size: Size,
  type: 'image/png' | 'image/jpeg',
): Promise<Blob | undefined> {
  try {
    if (!(await canDraw())) return undefined;
    let from: ImageBitmap | Sheet = picture;
    for (;;) {
      // Halve the size step by step: with one large step some engines skip pixels.
      const half = {
        width: Math.max(size.width, Math.ceil(from.width / 2)),
        height: Math.max(size.height, Math.ceil(from.height / 2)),
      };
      const to: Sheet = sheet(half);
      const pen = to.getContext('2d') as
        CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null;
      if (!pen) return undefined;
      pen.imageSmoothingQuality = 'high';
      pen.drawImage(from, 0, 0, half.width, half.height);
      from = to;
      if (half.width === size.width && half.height === size.height)
        return (await encoded(to, type)) ?? undefined;
    }
  } catch {
    return undefined;
  }
}

/** A canvas that need not be on the page. */
export function sheet({ width, height }: Size): Sheet {
  return typeof OffscreenCanvas === 'function'
    ? new OffscreenCanvas(width, height)
    : canvas({ width, height });
}

function canvas({ width, height }: Size): HTMLCanvasElement {
  return Object.assign(document.createElement('canvas'), { width, height });
}

/** The drawn picture as a file; `null` if the browser can't make one. */
export function encoded(from: Sheet, type: string): Promise<Blob | null> {
  return 'convertToBlob' in from
    ? from.convertToBlob({ type, quality: 0.92 })
    : new Promise((resolve) => from.toBlob(resolve, type, 0.92));
}
