import { divideUp, evenly, roundTo, times, toText, usd } from '../money.js';
import type { LineKey } from '../quote-types.js';
import type { Item } from '../rule-kind.js';

/** How pixels are counted: how many are one megapixel, and where the amount is rounded. */
export interface PixelCount {
  readonly pixels: number;
  /** Decimals of a dollar, as by a meter that counts whole units. Missing: not rounded. */
  readonly decimals?: number;
}

/** A line counted to the pixel. `price`: US dollars per megapixel. */
export function byPixel(
  key: LineKey,
  pixels: number,
  price: string,
  { pixels: megapixel, decimals }: PixelCount,
  detail?: string,
): Item {
  let amount = divideUp(times(usd(price), pixels), megapixel);
  if (decimals !== undefined) amount = roundTo(amount, decimals);
  const quantity = evenly(amount, usd(price));
  const counted: [string | number, string] =
    quantity === undefined ? [1, toText(amount)] : [quantity, price];
  return detail === undefined ? [key, ...counted] : [key, ...counted, detail];
}
