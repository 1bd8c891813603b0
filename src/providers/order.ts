import { mostExact, type Seed } from '../base/seed.js';
import { UserPaysError } from '../base/error.js';
import type { PictureOrder, ReferenceImage } from './picture-order.js';

/** The error for an order that can't be sent. */
export function cannotAsk(detail: string): UserPaysError {
  return new UserPaysError('invalid-input', {
    stage: 'submit',
    charge: 'none',
    retry: 'never',
    facts: { detail },
  });
}

/**
 * The order's reference images.
 * @throws UserPaysError `invalid-input` if the provider accepts fewer, rather than leave one out
 */
export function atMost(most: number, { references }: PictureOrder): readonly ReferenceImage[] {
  if (references.length > most) throw cannotAsk(`at most ${most} reference pictures`);
  return references;
}

/**
 * The order's seed.
 * @throws UserPaysError `invalid-input` if it is larger than the provider takes, rather than send
 * another one
 */
export function seedOf({ seed }: PictureOrder, most = mostExact): Seed | undefined {
  if (seed !== undefined && BigInt(seed) > most) throw cannotAsk(`a seed is at most ${most} here`);
  return seed;
}

export function dataUrl({ mediaType, base64 }: ReferenceImage): string {
  return `data:${mediaType};base64,${base64}`;
}

/** The aspect ratio as `W:H` in lowest terms. */
export function ratioOf({
  width,
  height,
}: {
  readonly width: number;
  readonly height: number;
}): string {
  let [a, b] = [width, height];
  while (b) [a, b] = [b, a % b];
  return `${width / a}:${height / a}`;
}

/** The offered aspect ratio that is nearest to the order's. */
export function nearestRatio({ width, height }: PictureOrder, offered: readonly string[]): string {
  const off = (ratio: string): number => {
    const [w = 1, h = 1] = ratio.split(':').map(Number);
    return Math.abs(Math.log((width * h) / (height * w)));
  };
  return offered.reduce((best, ratio) => (off(ratio) < off(best) ? ratio : best));
}

/**
 * A provider's model id, checked to be safe in a URL path.
 * @throws UserPaysError `invalid-input`
 */
export function pathPart(id: string): string {
  if (!/^[\w.-]+(\/[\w.-]+)*$/.test(id) || id.includes('..')) throw cannotAsk('no such model');
  return id;
}
