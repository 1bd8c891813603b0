import type { Clock } from './clock.js';

/**
 * Six hexadecimal digits that tell this page's writes from another tab's. `getRandomValues` also
 * works on http pages, `randomUUID` does not.
 */
export function randomId(bytes = 8): string {
  return hex(bytes);
}

function hex(bytes: number): string {
  return [...crypto.getRandomValues(new Uint8Array(bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/**
 * Ids that sort by time and never collide or go back, even when the clock is set back:
 * a hybrid logical clock (base 36 milliseconds) and this page's own random tail.
 * `after` is the highest time already seen in stored ids.
 */
export function idMaker(clock: Clock, tail = hex(3)): (after?: number) => string {
  let last = 0;
  let count = 0;
  return (after = 0) => {
    last = Math.max(clock.now(), last + 1, after + 1);
    count += 1;
    return `${last.toString(36).padStart(9, '0')}-${tail}-${count.toString(36)}`;
  };
}

/** The milliseconds an id was made at, or `NaN` when it is not one of ours. */
export function idTime(id: string): number {
  return /^[0-9a-z]{9,}-[0-9a-f]{6}-[0-9a-z]+$/.test(id)
    ? parseInt(id.slice(0, id.indexOf('-')), 36)
    : NaN;
}
