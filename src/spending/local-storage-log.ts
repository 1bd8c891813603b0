import type { Clock } from '../base/clock.js';
import { randomId } from '../base/id.js';
import type { TextStore } from '../base/store.js';
import type { Line } from './line.js';
import { persist, refusalOf, type Kept } from './storage.js';

/**
 * The journal's lines in localStorage, under keys that start with `<namespace>1:` (1 is the
 * version).
 */
export interface LocalStorageLog {
  /** Lines this object has not seen before; empty when the store can't be read now. */
  scan(): readonly Line[];
  /** The line's name when the key has our prefix and version. */
  nameOf(key: string): string | undefined;
  /** Number of keys written by a newer version. They are kept and never touched. */
  newer(): number;
  /**
   * Writes lines; true when all are stored. The others stay pending and are tried again with the
   * next write.
   */
  write(lines: Iterable<Line>): Promise<boolean>;
  /** Stops trying to write lines that are still pending. */
  forget(lines: Iterable<Line>): void;
  remove(names: Iterable<string>): void;
  /** True when someone else cleared the store since the last call. Writes our marker again. */
  wasCleared(): boolean;
  /** True for a line that a scan found or this page wrote. */
  has(name: string): boolean;
  /** Reads or writes a value that is not a journal line (activity, marker); best effort. */
  note(name: string, value?: string): string | undefined;
  state(): Kept;
}

export function createLocalStorageLog(
  store: TextStore,
  clock: Clock,
  namespace: string,
): LocalStorageLog {
  const prefix = `${namespace}1:`;
  const family = new RegExp(`^${namespace}(\\d+):`);
  const seen = new Set<string>();
  const pending = new Map<string, string>();
  let state: Kept = 'ok';
  let newer = 0;
  let epoch: string | undefined;

  const read = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch (error) {
      state = refusalOf(error);
      return otherwise;
    }
  };

  const nameOf = (key: string): string | undefined =>
    key.startsWith(prefix) ? key.slice(prefix.length) : undefined;

  const sweep = (found: Line[]): boolean => {
    let vanished = false;
    newer = 0;
    for (const key of store.keys()) {
      const name = nameOf(key);
      if (name === undefined) newer += family.test(key) ? 1 : 0;
      else if (!seen.has(name) && !/^[mth]/.test(name)) {
        const value = store.get(key);
        vanished ||= value === null;
        if (value === null) continue;
        seen.add(name);
        found.push([name, value]);
      }
    }
    return vanished;
  };

  return {
    nameOf,
    scan: () =>
      read(() => {
        const found: Line[] = [];
        // A key that vanished during the scan was moved into a segment by another tab. Scan again,
        // or its entries would be missed.
        for (let round = 0; round < 5 && sweep(found); round += 1);
        return found;
      }, []),
    newer: () => newer,
    write: async (lines) => {
      for (const [name, value] of lines) pending.set(name, value);
      for (const [name, value] of pending) {
        const kept = await persist(store, clock, prefix + name, value);
        state = kept;
        if (kept !== 'ok') return false;
        seen.add(name);
        pending.delete(name);
      }
      return true;
    },
    forget: (lines) => {
      for (const [name] of lines) pending.delete(name);
    },
    remove: (names) =>
      read(() => {
        for (const name of names) store.remove(prefix + name);
      }, undefined),
    wasCleared: () =>
      read(() => {
        const now = store.get(`${prefix}m`);
        if (now !== null && now === epoch) return false;
        // Another marker than ours means another tab cleared the store and started anew. If our
        // lines are still there, two tabs just started at the same time.
        const cleared =
          epoch !== undefined &&
          (now === null ||
            (seen.size > 0 && ![...seen].some((name) => store.get(prefix + name) !== null)));
        epoch = now ?? randomId();
        if (now === null) store.set(`${prefix}m`, epoch);
        if (cleared) seen.clear();
        return cleared;
      }, false),
    has: (name) => seen.has(name),
    note: (name, value) =>
      read(() => {
        if (value !== undefined) store.set(prefix + name, value);
        return store.get(prefix + name) ?? undefined;
      }, undefined),
    state: () => state,
  };
}
