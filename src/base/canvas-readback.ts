type Sheet = OffscreenCanvas | HTMLCanvasElement;
type Pen = Pick<CanvasRenderingContext2D, 'fillRect' | 'drawImage' | 'getImageData' | 'fillStyle'>;

/** Pixels of a side; small canvases are let through by some protections. */
const side = 64;
const colours = ['#c82828', '#28c828', '#2828c8', '#c8c828'];
/** Encoders and colour management round, and some protections change the last bits alone. */
const tolerance = 16;

/**
 * True if what is drawn on a canvas can be read back, by its pixels and as a PNG. Browsers that
 * protect against fingerprinting (Tor, LibreWolf, Firefox's `privacy.resistFingerprinting`,
 * extensions) hand out noise or white instead, without an error. Draws four known colours; never
 * throws.
 */
export async function canReadBack(
  make: (size: { width: number; height: number }) => Sheet,
  encode: (sheet: Sheet) => Promise<Blob | null>,
): Promise<boolean> {
  try {
    const sheet = make({ width: side, height: side });
    const pen = sheet.getContext('2d') as Pen;
    colours.forEach((colour, at) => {
      pen.fillStyle = colour;
      pen.fillRect(...placeOf(at), side / 2, side / 2);
    });
    const file = await encode(sheet);
    const bitmap = file && (await createImageBitmap(file));
    if (!bitmap) return false;
    const again = make({ width: side, height: side }).getContext('2d') as Pen;
    again.drawImage(bitmap, 0, 0);
    bitmap.close();
    return [pen, again].every(hasColours);
  } catch {
    return false;
  }
}

function placeOf(at: number): [x: number, y: number] {
  return [(at % 2) * (side / 2), at > 1 ? side / 2 : 0];
}

/** Reads once: Chromium warns of every further time. */
function hasColours(pen: Pen): boolean {
  const { data } = pen.getImageData(0, 0, side, side);
  return data.every((value, at) => {
    const [x, y] = [(at >> 2) % side, Math.floor((at >> 2) / side)];
    const colour = colours[(x < side / 2 ? 0 : 1) + (y < side / 2 ? 0 : 2)] ?? '';
    const wanted =
      at % 4 === 3 ? 255 : parseInt(colour.slice(1 + (at % 4) * 2, 3 + (at % 4) * 2), 16);
    return Math.abs(value - wanted) <= tolerance;
  });
}
