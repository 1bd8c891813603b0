import type { PictureOrder } from './picture-order.js';

const list: Readonly<Record<string, readonly bigint[]>> = {
  'flux-2-klein-4b': flux2(14, 1, 1),
  'flux-2-klein-9b': flux2(15, 2, 2),
  'flux-2-pro': flux2(30, 15, 15),
  'flux-2-flex': flux2(50, 50, 50),
  'flux-2-max': flux2(70, 30, 30),
  'flux-1-kontext-pro': flat(40),
  'flux-1-kontext-max': flat(80),
  'flux-1.1-pro': flat(40),
  'flux-1.1-pro-ultra': flat(60),
  'flux-1.1-pro-raw': flat(60),
  'flux-1-fill-pro': flat(50),
  'flux-1-dev': flat(25),
};

/** Ids of the models the sandbox simulates. */
export const sandboxModels: readonly string[] = Object.freeze(Object.keys(list));

/**
 * The price of one image in tenths of a US cent; `undefined` for an unknown model, or a size that
 * BFL would refuse.
 */
export function sandboxPrice(
  order: Pick<PictureOrder, 'model' | 'width' | 'height'> & {
    references: readonly { width: number; height: number }[];
  },
): bigint | undefined {
  const { model, width, height, references } = order;
  const fits =
    [width, height].every((side) => Number.isInteger(side) && side >= 64) &&
    width * height <= 4_194_304;
  const price = Object.hasOwn(list, model) ? list[model] : undefined;
  if (!fits || !price) return undefined;
  const [first = 0n, further = 0n, reference = 0n] = price;
  return references.reduce(
    (sum, picture) => sum + reference * megapixels(picture),
    first + further * (megapixels(order) - 1n),
  );
}

/** A megapixel is 1024 × 1024 pixels; each image is rounded up to whole megapixels separately. */
function megapixels({ width, height }: { width: number; height: number }): bigint {
  return BigInt(Math.max(1, Math.ceil((width * height) / 1_048_576)));
}

/**
 * Converts tenths of a cent to decimal text. `places` is the number of decimal places: 3 gives
 * dollars, 1 gives BFL's credits of one cent.
 */
export function decimals(tenths: bigint, places: 1 | 3): string {
  const digits = String(tenths < 0n ? -tenths : tenths).padStart(places + 1, '0');
  const tail = digits.slice(-places).replace(/0+$/, '');
  return `${tenths < 0n ? '-' : ''}${digits.slice(0, -places)}${tail && `.${tail}`}`;
}

/**
 * A model's price in tenths of a US cent: first megapixel, each further one, each megapixel of a
 * reference image. Source: Black Forest Labs' list (skills repository d0793c8 of 2026-02-03,
 * docs.bfl.ai/quick_start/pricing). The list is a copy separate from our price data, because a real
 * provider does not use ours: a wrong quote shows as a difference.
 */
function flux2(first: number, further: number, reference: number): readonly bigint[] {
  return [BigInt(first), BigInt(further), BigInt(reference)];
}
function flat(each: number): readonly bigint[] {
  return flux2(each, 0, 0);
}
