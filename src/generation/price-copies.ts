import { dayMs } from '../base/clock.js';
import { fields, parseJson } from '../base/json.js';
import type { TextStore } from '../base/store.js';

/** A stored copy of a price list that was not fetched again for so long is dropped, milliseconds. */
export const keptFor = 30 * dayMs;
/** Before the name of a source, which for a page's own list is its address. */
export const prefix = 'user-pays-image/prices:';

/**
 * The most characters of all copies together. A page and its other scripts share some five million,
 * and the journal must have room.
 */
const mostKept = 300_000;

interface Copy {
  readonly key: string;
  readonly length: number;
  /** When it was fetched, epoch milliseconds; -Infinity if that can't be read. */
  readonly at: number;
}

/**
 * Stores the copy of a list fetched at `now`, and makes room for it: copies that are too old or can't
 * be read go, then the oldest ones, whatever their source. A copy that is too large by itself is not
 * stored. Never throws: without a copy, the next page load only has to fetch the list.
 */
export function keepCopy(store: TextStore, key: string, value: string, now: number): void {
  try {
    store.remove(key);
    const room = mostKept - key.length - value.length;
    dropCopies(store, room >= 0 ? room : mostKept, now);
    if (room >= 0) store.set(key, value);
  } catch {
    // Storage is blocked, or full all the same.
  }
}

/** Drops stored copies, the oldest first, until the others have at most `most` characters. */
function dropCopies(store: TextStore, most: number, now: number): void {
  const copies = store
    .keys()
    .filter((key) => key.startsWith(prefix))
    .map((key) => copyOf(store, key))
    .sort((a, b) => b.at - a.at);
  let length = 0;
  for (const { key, at, length: one } of copies) {
    const isTooOld = !(Math.abs(now - at) <= keptFor);
    if (!isTooOld) length += one;
    if (isTooOld || length > most) store.remove(key);
  }
}

function copyOf(store: TextStore, key: string): Copy {
  const value = store.get(key) ?? '';
  const { at } = fields(parseJson(value));
  return {
    key,
    length: key.length + value.length,
    at: typeof at === 'number' ? at : -Infinity,
  };
}
