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
 * The latest time that an id may name, epoch milliseconds: ids have nine digits of time, so they sort
 * as text, and the last is of the year 5188. Every later time is damage.
 */
export const LATEST_TIME = 36 ** 9 - 1;

/**
 * Ids up to this time are followed by later ones, epoch milliseconds. So many ids are left after it
 * that no stored id can make the next one unreadable.
 */
const FOLLOWED = LATEST_TIME - 36 ** 7;

const shape = /^[0-9a-z]{9}-[0-9a-f]{6}-[0-9a-z]{1,8}$/;

/**
 * Returns a function that makes ids which sort by time and never go back, even when the clock is
 * set back (a hybrid logical clock). An id is the time in base-36 milliseconds, then `tail`, then a
 * counter. The default `tail` is six random hexadecimal digits; it tells this page's ids from those
 * of other tabs. `after` is the latest time, in epoch milliseconds, found in stored ids.
 */
export function idMaker(clock: Pick<Clock, 'now'>, tail = randomId(3)): (after?: number) => string {
  let last = 0;
  let count = 0;
  return (after = 0) => {
    const now = Math.min(Math.floor(clock.now()) || 0, FOLLOWED);
    last = Math.max(now, last + 1, after < FOLLOWED ? after + 1 : 0);
    count += 1;
    return `${last.toString(36).padStart(9, '0')}-${tail}-${count.toString(36)}`;
  };
}

/**
 * The time at which an id was made, in epoch milliseconds. `NaN` if it is not an id of `idMaker`.
 */
export function idTime(id: string): number {
  return shape.test(id) ? parseInt(id.slice(0, 9), 36) : NaN;
}
