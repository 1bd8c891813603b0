import type { Clock } from '../base/clock.js';
import type { TextStore } from '../base/store.js';
import type { StorageHealth } from './journal-port.js';

/**
 * The page's localStorage, looked up at each call, because where storage is blocked merely
 * accessing it throws.
 */
export function localTextStore(): TextStore {
  return {
    get: (key) => localStorage.getItem(key),
    set: (key, value) => localStorage.setItem(key, value),
    remove: (key) => localStorage.removeItem(key),
    // A loop over `localStorage.key(i)` takes ten times as long in Firefox.
    keys: () => Object.keys(localStorage),
  };
}

/** Tells full from blocked by the error's name, because its class differs between engines. */
export function refusalOf(error: unknown): 'full' | 'blocked' {
  return error instanceof Error && /quota/i.test(error.name) ? 'full' : 'blocked';
}

/**
 * Writes one text. When several tabs write quickly, Firefox sometimes reports "quota exceeded" with
 * plenty of room left: the write is tried up to five more times, 2 to 20 ms apart, before the store
 * counts as full.
 */
export async function persist(
  store: TextStore,
  clock: Clock,
  key: string,
  value: string,
): Promise<StorageHealth> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      store.set(key, value);
      return 'ok';
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === 'blocked' || attempt > 5) return refusal;
    }
    await clock.sleep(Math.min(20, 2 ** attempt));
  }
}
