import { UserPaysError } from '../base/error.js';
import type { PictureOrder, ReferenceImage } from './adapter.js';

/** What stops an order before it is sent. */
export function cannotAsk(detail: string): UserPaysError {
  return new UserPaysError('invalid-input', {
    stage: 'submit',
    charge: 'none',
    retry: 'never',
    facts: { detail },
  });
}

/**
 * The references, if the provider takes so many.
 * @throws UserPaysError `invalid-input` rather than leave one out.
 */
export function atMost(most: number, { references }: PictureOrder): readonly ReferenceImage[] {
  if (references.length > most) throw cannotAsk(`at most ${most} reference pictures`);
  return references;
}

export function dataUrl({ mediaType, base64 }: ReferenceImage): string {
  return `data:${mediaType};base64,${base64}`;
}

/** The shape as `W:H` in lowest terms. */
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

/** The shape among those offered that is nearest to the order's. */
export function nearestRatio({ width, height }: PictureOrder, offered: readonly string[]): string {
  const off = (ratio: string): number => {
    const [w = 1, h = 1] = ratio.split(':').map(Number);
    return Math.abs(Math.log((width * h) / (height * w)));
  };
  return offered.reduce((best, ratio) => (off(ratio) < off(best) ? ratio : best));
}

/** A part of a provider's own id that may go into a path. @throws UserPaysError `invalid-input` */
export function pathPart(id: string): string {
  if (!/^[\w.-]+(\/[\w.-]+)*$/.test(id) || id.includes('..')) throw cannotAsk('no such model');
  return id;
}
