import { canReadBack } from '../base/canvas-readback.js';
import type { Pen } from './sandbox-brush.js';
import { readRecipe } from './sandbox-recipe.js';
import { drawScene } from './sandbox-scene.js';

export { recipe } from './sandbox-recipe.js';

/**
 * Paper, the three inks from light to dark, and the accent that full light and mid make; as
 * `rrggbb`.
 */
const palettes = [
  'f5efe2 f6b25e 3f8a8c 1d4e58 e2604a',
  'f6ece1 f7b56a a3527c 2c2b4f e8664f',
  'f4f1e3 efc97a 4f9a6f 17393a e8743b',
  'f2f1ea a9d3e6 3f7fb5 16294d f0824f',
  'f8eee8 ffc59e e0609a 37306b f2406f',
  'f4f1ea cfc5b2 8b8377 24211f c4412f',
  'f5ece0 f3b97f d9574a 2b1d22 df3328',
  'f7f0df fccb54 d08a4a 4a2c2a ee7434',
];

type Sheet = OffscreenCanvas | HTMLCanvasElement;

const side = 128;

/** False where the browser gives back something else than was drawn: see `canReadBack`. */
export function canPaint(): Promise<boolean> {
  return canReadBack(({ width, height }) => sheet(width, height), png);
}

/**
 * Prints a recipe as a PNG of exactly `width` × `height` pixels, in the style of a risograph. The
 * scene is drawn once, with its three plates in the red, green and blue channel; then each plate is
 * printed in grains, slightly out of register. The same recipe and size give the same bytes in the
 * same browser.
 * @throws Error if the browser has no 2D canvas or can't encode the PNG
 */
export async function paint(text: string, width: number, height: number): Promise<Blob> {
  const plan = readRecipe(text);
  const random = dice(plan.seed);
  const page = sheet(width, height);
  const pen = page.getContext('2d', { willReadFrequently: true }) as Pen | null;
  if (!pen) throw new Error('no canvas');
  const unit = Math.min(width, height);
  frame(pen, width, height);
  drawScene(pen, width / unit, height / unit, plan, random);
  const image = pen.getImageData(0, 0, width, height);
  const colours = swatches(plan.palette);
  const out = printed(image, colours, shiftsOf(width, unit, random));
  image.data.set(new Uint8ClampedArray(out.buffer));
  pen.putImageData(image, 0, 0);
  return png(page);
}

/** Leaves a margin of paper, and makes the shorter side 1 unit long. */
function frame(pen: Pen, width: number, height: number): void {
  const unit = Math.min(width, height);
  const margin = Math.round(unit * 0.045);
  pen.fillStyle = '#000';
  pen.fillRect(0, 0, width, height);
  pen.beginPath();
  pen.rect(margin, margin, width - margin * 2, height - margin * 2);
  pen.clip();
  pen.scale(unit, unit);
}

/** How far each plate is out of register, in bytes of image data. */
function shiftsOf(width: number, unit: number, random: () => number): readonly number[] {
  return [0, 1, 2].map(() => {
    const [x, y] = [random, random].map((roll) => Math.round((roll() - 0.5) * unit * 0.006));
    return ((y ?? 0) * width + (x ?? 0)) * 4;
  });
}

function printed(
  { data: plates, width, height }: ImageData,
  colours: Uint32Array,
  [r = 0, g = 0, b = 0]: readonly number[],
): Uint32Array<ArrayBuffer> {
  const out = new Uint32Array(width * height);
  const noise = grain();
  const scale = Math.max(1, Math.round(Math.min(width, height) / 1100));
  const mask = side - 1;
  const columns = Uint8Array.from({ length: width }, (_, x) => (x / scale) & mask);
  for (let y = 0, i = 0, at = 0; y < height; y++) {
    const row = ((y / scale) & mask) * side;
    const other = ((y / scale + 41) & mask) * side;
    for (let x = 0; x < width; x++, i++, at += 4) {
      const cell = columns[x] ?? 0;
      // Coverage 0..255 becomes one of six strengths; the noise threshold decides between the
      // nearest two.
      const light = ((plates[at + r] ?? 0) * 1254 + (noise[row + cell] ?? 0)) >> 16;
      const mid =
        ((plates[at + 1 + g] ?? 0) * 1254 + (noise[other + ((cell + 57) & mask)] ?? 0)) >> 16;
      const dark =
        ((plates[at + 2 + b] ?? 0) * 1254 + (noise[other + ((cell + 19) & mask)] ?? 0)) >> 16;
      out[i] = colours[light | (mid << 3) | (dark << 6)] ?? 0;
    }
  }
  return out;
}

/** A repeatable random number generator for 0..1 (mulberry32). */
function dice(seed: number) {
  return (): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function sheet(width: number, height: number): Sheet {
  if (typeof OffscreenCanvas === 'function') return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement('canvas'), { width, height });
}

/**
 * The colours of the three inks on paper for each strength 0..5; the index has three bits per ink.
 */
function swatches(palette: number): Uint32Array {
  const [paper = [], light = [], mid = [], dark = [], accent = []] = (palettes[palette] ?? '')
    .split(' ')
    .map((hex) => [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255));
  return Uint32Array.from({ length: 512 }, (_, index) => {
    const [a, b, c] = [0, 3, 6].map((bits) => ((index >> bits) & 7) / 5);
    const both = Math.max(0, Math.min(a ?? 0, b ?? 0) * 2 - 1);
    const ink = (of: readonly number[], channel: number, strength = 0): number =>
      1 - strength * (1 - (of[channel] ?? 0));
    const [red = 0, green = 0, blue = 0] = paper.map((white, i) =>
      Math.round(
        255 *
          white *
          ink(dark, i, c) *
          ((1 - both) * ink(light, i, a) * ink(mid, i, b) + both * (accent[i] ?? 0)),
      ),
    );
    return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  });
}

/**
 * A tile of thresholds 0..65535 without clusters: noise minus its own blur, ranked so that every
 * threshold is equally frequent.
 */
function grain(): Uint16Array {
  const random = dice(7);
  const cells = side * side;
  let field = Float32Array.from({ length: cells }, random);
  for (let round = 0; round < 3; round++) {
    const at = (x: number, y: number): number =>
      field[((y + side) % side) * side + ((x + side) % side)] ?? 0;
    field = field.map((value, i) => {
      const [x, y] = [i % side, (i / side) | 0];
      return (
        value -
        (at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1)) / 6 -
        (at(x - 1, y - 1) + at(x + 1, y + 1) + at(x - 1, y + 1) + at(x + 1, y - 1)) / 12
      );
    });
    const order = [...field.keys()].sort((a, b) => (field[a] ?? 0) - (field[b] ?? 0));
    order.forEach((cell, rank) => {
      field[cell] = rank / cells;
    });
  }
  return Uint16Array.from(field, (value) => value * 65536);
}

function png(from: Sheet): Promise<Blob> {
  return 'convertToBlob' in from
    ? from.convertToBlob({ type: 'image/png' })
    : new Promise((resolve, reject) =>
        from.toBlob(
          (blob) => (blob ? resolve(blob) : reject(new Error('no picture'))),
          'image/png',
        ),
      );
}
