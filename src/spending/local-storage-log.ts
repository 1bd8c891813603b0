import type { Clock } from '../base/clock.js';
import { randomId } from '../base/id.js';
import type { TextStore } from '../base/store.js';
import type { Line } from './line.js';
import { persist, refusalOf, type Kept } from './storage.js';

/** The journal's part of localStorage: lines under `<namespace>1:`, the version in the prefix. */
export interface LocalStorageLog {
  /** Lines not seen before by this keeper; what can't be read now is empty. */
  scan(): readonly Line[];
  /** The line's name when the key is one of ours, this version. */
  nameOf(key: string): string | undefined;
  /** Keys written by a newer version: kept, never touched. */
  newer(): number;
  /**
   * Writes lines; true when all are in. Those that are not stay pending and are tried again with
   * the next.
   */
  write(lines: Iterable<Line>): Promise<boolean>;
  /** Gives up writing lines that are still pending. */
  forget(lines: Iterable<Line>): void;
  remove(names: Iterable<string>): void;
  /**
   * True when somebody else cleared the store since this page last looked. Marks the store as ours
   * again.
   */
  wasCleared(): boolean;
  /** True for a line the last scan saw, or this page wrote. */
  has(name: string): boolean;
  /** A text outside the journal's lines (activity, heartbeats); best effort. */
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
        // A key that vanished under our eyes was folded into a segment by another tab: look again,
        // or its lines would be missed.
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
        // Another mark than ours: cleared and begun anew by another tab, unless our lines are
        // there; then two tabs just began together.
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
