import type { Sizes } from './price-list-types.js';
import type { Size } from './quote-types.js';
import { sizeProblem } from './size-problem.js';

/**
 * The nearest allowed size with about the same aspect ratio. Lengths are pixels; an invalid length
 * becomes 1024.
 */
export function snapSize(sizes: Sizes, width: number, height: number): Size {
  const asked = shapedFor(sizes, {
    width: width > 0 && width < 1e9 ? width : 1024,
    height: height > 0 && height < 1e9 ? height : 1024,
  });
  if (Number.isInteger(asked.width) && Number.isInteger(asked.height) && !sizeProblem(sizes, asked))
    return asked;
  if (sizes.snaps === 'sides' && !sizes.only)
    return { width: side(sizes, asked.width), height: side(sizes, asked.height) };
  if (sizes.only && sizes.also) {
    const off = (size: Size): number =>
      Math.abs(Math.log((size.width * asked.height) / (size.height * asked.width))) * 8 +
      Math.abs(Math.log(area(size) / area(asked)));
    return sizes.also.map(sizeOf).reduce((best, size) => (off(size) < off(best) ? size : best));
  }
  const grow = Math.max(1, Math.sqrt((sizes.least ?? 0) / area(asked)));
  const shrink = Math.min(
    grow,
    Math.sqrt(sizes.area / area(asked)),
    sizes.max / Math.max(asked.width, asked.height),
  );
  const grid = (length: number, round: (value: number) => number): number => {
    const { min, max, step } = sizes;
    return Math.min(
      Math.floor(max / step) * step,
      Math.max(Math.ceil(min / step) * step, round(length / step) * step),
    );
  };
  const rounded = (round: (value: number) => number): Size => ({
    width: grid(asked.width * shrink, round),
    height: grid(asked.height * shrink, round),
  });
  const near = lengthened(sizes, rounded(Math.round));
  if (area(near) < (sizes.least ?? 0)) return lengthened(sizes, rounded(Math.ceil));
  return area(near) <= sizes.area ? near : shortened(sizes, rounded(Math.floor));
}

/** The size that is made where one is asked for: the nearest one, if the offer snaps. */
export function madeSize(sizes: Sizes, asked: Size): Size {
  const { width, height } = sizes.snaps ? snapSize(sizes, asked.width, asked.height) : asked;
  return { width, height };
}

/** The shorter side of too long a shape is lengthened. */
function shapedFor({ longest = Infinity }: Sizes, { width, height }: Size): Size {
  return { width: Math.max(width, height / longest), height: Math.max(height, width / longest) };
}

/** Rounding can make a shape too long again: the shorter side takes the next step. */
function lengthened({ longest = Infinity, step }: Sizes, { width, height }: Size): Size {
  const least = (side: number): number => Math.ceil(side / longest / step) * step;
  return { width: Math.max(width, least(height)), height: Math.max(height, least(width)) };
}

/** The same where no more pixels fit: the longer side gives way. */
function shortened({ longest = Infinity, step }: Sizes, { width, height }: Size): Size {
  const most = (side: number): number => Math.floor((side * longest) / step) * step;
  return { width: Math.min(width, most(height)), height: Math.min(height, most(width)) };
}

function side({ min, max, step }: Sizes, length: number): number {
  return Math.min(max, Math.max(min, Math.round(length / step) * step));
}

function area({ width, height }: Size): number {
  return width * height;
}

function sizeOf(text: string): Size {
  const [width = 0, height = 0] = text.split('x').map(Number);
  return { width, height };
}

/**
 * Scales a size down, with its aspect ratio, to at most `pixels` pixels. A size that is small
 * enough, or invalid, is returned unchanged.
 */
export function fitReference(size: Size, pixels: number): Size {
  const scale = Math.sqrt(pixels / area(size));
  if (!(scale > 0 && scale < 1)) return size;
  return {
    width: Math.max(1, Math.floor(size.width * scale)),
    height: Math.max(1, Math.floor(size.height * scale)),
  };
}
