import type { Clock } from '../base/clock.js';
import { randomId } from '../base/id.js';
import type { TextStore } from '../base/store.js';
import type { StorageHealth } from './journal-port.js';
import type { Line } from './line.js';
import { persist, refusalOf } from './storage.js';

/**
 * The journal's lines in localStorage, under keys that start with `<namespace>1:` (1 is the
 * version).
 */
export interface LocalStorageLog {
  /** Lines this object has not seen before; empty when the store can't be read now. */
  scan(): readonly Line[];
  /** The line's name when the key has our prefix and version. */
  nameOf(key: string): string | undefined;
  /** Number of keys that the last scan found of a newer version. They are kept and never touched. */
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
  state(): StorageHealth;
}

export function createLocalStorageLog(
  store: TextStore,
  clock: Clock,
  namespace: string,
): LocalStorageLog {
  const lines = new StoredLines(store, clock, namespace);
  return {
    nameOf: (key) => lines.nameOf(key),
    scan: () => lines.scan(),
    newer: () => lines.newer(),
    write: (added) => lines.write(added),
    forget: (given) => lines.forget(given),
    remove: (names) => lines.remove(names),
    wasCleared: () => lines.wasCleared(),
    has: (name) => lines.has(name),
    note: (name, value) => lines.note(name, value),
    state: () => lines.state(),
  };
}

class StoredLines implements LocalStorageLog {
  readonly #store: TextStore;
  readonly #clock: Clock;
  readonly #prefix: string;
  readonly #family: RegExp;
  readonly #seen = new Set<string>();
  readonly #pending = new Map<string, string>();
  #state: StorageHealth = 'ok';
  #newer = 0;
  #epoch: string | undefined;

  constructor(store: TextStore, clock: Clock, namespace: string) {
    this.#store = store;
    this.#clock = clock;
    this.#prefix = `${namespace}1:`;
    this.#family = new RegExp(`^${namespace}(\\d+):`);
  }

  nameOf(key: string): string | undefined {
    return key.startsWith(this.#prefix) ? key.slice(this.#prefix.length) : undefined;
  }

  scan(): readonly Line[] {
    return this.#tried(() => {
      const found: Line[] = [];
      // A key that vanished during the scan was moved into a segment by another tab. Scan again,
      // or its entries would be missed.
      for (let round = 0; round < 5 && this.#sweep(found); round += 1);
      return found;
    }, []);
  }

  newer(): number {
    return this.#newer;
  }

  async write(lines: Iterable<Line>): Promise<boolean> {
    for (const [name, value] of lines) this.#pending.set(name, value);
    for (const [name, value] of this.#pending) {
      const kept = await persist(this.#store, this.#clock, this.#prefix + name, value);
      this.#state = kept;
      if (kept !== 'ok') return false;
      this.#seen.add(name);
      this.#pending.delete(name);
    }
    return true;
  }

  forget(lines: Iterable<Line>): void {
    for (const [name] of lines) this.#pending.delete(name);
  }

  remove(names: Iterable<string>): void {
    this.#tried(() => {
      for (const name of names) this.#store.remove(this.#prefix + name);
    }, undefined);
  }

  wasCleared(): boolean {
    return this.#tried(() => {
      const key = `${this.#prefix}m`;
      const now = this.#store.get(key);
      if (now !== null && now === this.#epoch) return false;
      const cleared = this.#isAnew(now);
      this.#epoch = now ?? randomId();
      if (now === null) this.#store.set(key, this.#epoch);
      if (cleared) this.#seen.clear();
      return cleared;
    }, false);
  }

  has(name: string): boolean {
    return this.#seen.has(name);
  }

  note(name: string, value?: string): string | undefined {
    return this.#tried(() => {
      if (value !== undefined) this.#store.set(this.#prefix + name, value);
      return this.#store.get(this.#prefix + name) ?? undefined;
    }, undefined);
  }

  state(): StorageHealth {
    return this.#state;
  }

  /** The result of `work`, or `otherwise` where the store refuses. */
  #tried<T>(work: () => T, otherwise: T): T {
    try {
      return work();
    } catch (error) {
      this.#state = refusalOf(error);
      return otherwise;
    }
  }

  /** Adds the lines not seen before to `found`. True when a key vanished meanwhile. */
  #sweep(found: Line[]): boolean {
    let vanished = false;
    this.#newer = 0;
    for (const key of this.#store.keys()) {
      const name = this.nameOf(key);
      if (name === undefined) this.#newer += this.#family.test(key) ? 1 : 0;
      else if (!this.#seen.has(name) && !isNote(name)) {
        const value = this.#store.get(key);
        vanished ||= value === null;
        if (value === null) continue;
        this.#seen.add(name);
        found.push([name, value]);
      }
    }
    return vanished;
  }

  /**
   * Another marker than ours means another tab cleared the store and started anew. If our lines are
   * still there, two tabs just started at the same time.
   */
  #isAnew(marker: string | null): boolean {
    if (this.#epoch === undefined) return false;
    if (marker === null) return true;
    return (
      this.#seen.size > 0 &&
      ![...this.#seen].some((name) => this.#store.get(this.#prefix + name) !== null)
    );
  }
}

/** True for the name of what is no line of the journal: our marker, the last activity, the leases of tabs. */
export function isNote(name: string): boolean {
  return 'mth'.includes(name.charAt(0));
}
