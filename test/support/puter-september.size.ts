import { Refusal, type Args, type Pair, type Size } from './puter-september.types.js';

/** The size that was asked for: pixels, or a shape only. */
export interface Wish extends Pair {
  readonly kind: 'shape' | 'pixels';
}

/** null and blank count as absent. */
export function given(value: unknown): boolean {
  return value != null && !(typeof value === 'string' && value.trim() === '');
}

/**
 * One rule for every supplier: `ratio`, then `width` and `height`, then `aspect_ratio`. A pair with
 * both sides up to 32 is a shape; with a threshold, one of fewer pixels than that.
 */
export function wish(args: Args, threshold?: number): Wish | undefined {
  const found = ratio(args) ?? sides(args);
  if (found) {
    const { w, h } = found;
    const shape = threshold === undefined ? w <= 32 && h <= 32 : w * h < threshold;
    return { kind: shape ? 'shape' : 'pixels', w, h };
  }
  if (!given(args.aspect_ratio)) return undefined;
  const [, w, h] = pairText.exec(String(args.aspect_ratio).trim()) ?? [];
  if (!(Number(w) > 0 && Number(h) > 0)) throw new Refusal('aspect_ratio must be w:h');
  return { kind: 'shape', w: Number(w), h: Number(h) };
}

const pairText = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/;

function ratio({ ratio: value }: Args): Pair | undefined {
  if (!given(value)) return undefined;
  if (typeof value !== 'object') throw new Refusal('ratio must have w and h');
  const { w, h } = value as Record<string, unknown>;
  return { w: side('ratio.w', w), h: side('ratio.h', h) };
}

function sides({ width, height }: Args): Pair | undefined {
  if (!given(width) && !given(height)) return undefined;
  if (!given(width) || !given(height)) throw new Refusal('width and height must come together');
  return { w: side('width', width), h: side('height', height) };
}

/** Numbers may be decimal strings. */
function side(name: string, value: unknown): number {
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number <= 0)
    throw new Refusal(`${name} must be a positive number`);
  return number;
}

/** A shape as pairs of numbers write it; words such as `auto` are none. */
export function pairOf(text: unknown): Pair | undefined {
  const [, w, h] = pairText.exec(String(text)) ?? [];
  return w === undefined || h === undefined ? undefined : { w: Number(w), h: Number(h) };
}

/** The choice whose shape is nearest, by the logarithm of the ratio (an assumption). */
export function nearest<T>(wanted: Pair, choices: readonly T[], shape: (one: T) => Pair): T {
  const off = (one: T): number => {
    const { w, h } = shape(one);
    return Math.abs(Math.log((w / h) * (wanted.h / wanted.w)));
  };
  const [first, ...others] = choices;
  if (first === undefined) throw new Error('no shape to choose from');
  return others.reduce((best, one) => (off(one) < off(best) ? one : best), first);
}

/** So many pixels in this shape. */
export function spread(pixels: number, { w, h }: Pair, step: number): Size {
  const to = (value: number): number => Math.max(step, Math.round(value / step) * step);
  return {
    width: to(Math.sqrt((pixels * w) / h)),
    height: to(Math.sqrt((pixels * h) / w)),
  };
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** The reference pictures; of the two names the list counts. */
export function references({ input_image, input_images }: Args): readonly unknown[] {
  if (Array.isArray(input_images) && input_images.length > 0) return input_images as unknown[];
  return given(input_image) ? [input_image] : [];
}

/** Pixels of a reference picture or a finished one; 1 MP when Puter cannot read it. */
export function pixels(picture: unknown): number {
  if (typeof picture !== 'object' || picture === null) return 1e6;
  const { width, height } = picture as Partial<Size>;
  return width !== undefined && height !== undefined ? width * height : 1e6;
}
