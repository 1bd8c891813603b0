import { billed } from './bill.js';
import type { Billed, RankedOffer } from './list-index.js';
import { compareUsd, type Usd } from './money.js';
import { fitted, isProblem } from './request.js';
import type { ImageRequest, Size } from './quote-types.js';
import type { Bill, CheckedRequest } from './rule-kind.js';
import { madeSize } from './snap-size.js';

/** The aspect ratio in lowest terms: `1920, 1080` → `16:9`. */
export function ratioOf(width: number, height: number): string {
  const by = divisor(width, height);
  return `${width / by}:${height / by}`;
}

function divisor(a: number, b: number): number {
  return b ? divisor(b, a % b) : a;
}

/**
 * The megapixels (1,048,576 pixels each) an offer makes whatever size is asked for. `undefined` if
 * it makes the pixels asked for.
 */
export function madeMegapixels({ offer }: RankedOffer, bill: Bill): number | undefined {
  const declared = bill.sends?.output_megapixels;
  return declared === undefined ? offer.sizes.megapixels : Number(declared);
}

/**
 * True if the image has the size asked for: exactly, or in a supported aspect ratio and within 5 %
 * of the area.
 */
export function honours(ranked: RankedOffer, request: Size, bill: Bill): boolean {
  const { sizes } = ranked.offer;
  const { pixels, ratios } = sizes;
  if (pixels === 'exact') {
    const size = madeSize(sizes, request);
    return size.width === request.width && size.height === request.height;
  }
  const made = madeMegapixels(ranked, bill);
  return (
    (ratios?.includes(ratioOf(request.width, request.height)) ?? true) &&
    (made === undefined ||
      Math.abs((request.width * request.height) / (made * 1_048_576) - 1) <= 0.05)
  );
}

/**
 * The route for a request that names none: the cheapest that honours it, else the cheapest with a
 * price, else the first. A range counts with its high end; of equal prices the first in the list
 * wins.
 */
export function chooseRoute(
  offers: readonly RankedOffer[],
  request: CheckedRequest,
  options?: ImageRequest['options'],
): RankedOffer {
  let best = offers[0]!;
  let found: { honest: boolean; high: Usd } | undefined;
  if (offers.length > 1)
    for (const ranked of offers) {
      const made = fitted(ranked.offer, request, options);
      const answer = isProblem(made) ? undefined : firstAnswer(ranked, made);
      if (!answer) continue;
      const honest = honours(ranked, request, answer.bill);
      if (
        !found ||
        (honest && !found.honest) ||
        (honest === found.honest && compareUsd(answer.high, found.high) < 0)
      ) {
        best = ranked;
        found = { honest, high: answer.high };
      }
    }
  return best;
}

function firstAnswer({ trusted }: RankedOffer, request: CheckedRequest): Billed | undefined {
  for (const ranked of trusted) {
    const answer = billed(ranked, request);
    if (answer) return answer;
  }
  return undefined;
}
