import type { Clock } from './clock.js';

/**
 * Random hexadecimal text, two digits per byte. It uses `getRandomValues` because `randomUUID` does
 * not work on http pages.
 */
export function randomId(bytes = 8): string {
  return [...crypto.getRandomValues(new Uint8Array(bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/**
 * Returns a function that makes ids which sort by time and never go back, even when the clock is
 * set back (a hybrid logical clock). An id is the time in base-36 milliseconds, then `tail`, then a
 * counter. The default `tail` is six random hexadecimal digits; it tells this page's ids from those
 * of other tabs. `after` is the latest time, in epoch milliseconds, found in stored ids.
 */
export function idMaker(clock: Clock, tail = randomId(3)): (after?: number) => string {
  let last = 0;
  let count = 0;
  return (after = 0) => {
    last = Math.max(clock.now(), last + 1, after + 1);
    count += 1;
    return `${last.toString(36).padStart(9, '0')}-${tail}-${count.toString(36)}`;
  };
}

/**
 * The time at which an id was made, in epoch milliseconds. `NaN` if it is not an id of `idMaker`.
 */
export function idTime(id: string): number {
  return /^[0-9a-z]{9,}-[0-9a-f]{6}-[0-9a-z]+$/.test(id)
    ? parseInt(id.slice(0, id.indexOf('-')), 36)
    : NaN;
}
