import { fields, finite } from '../base/json.js';
import type { Line } from './line.js';
import { withTimeout } from './with-timeout.js';

/**
 * The crash-safe copy of the journal: when the browser is killed, localStorage may lose up to half
 * a minute of writes, IndexedDB does not.
 */
export interface IndexedDbLog {
  /**
   * Runs one readwrite transaction, exclusive across all tabs: reads the lines added since the last
   * call, passes them to `decide` and adds the lines it returns. `whole` is true when `fresh` is
   * the complete log. Lines that already exist stay as they are.
   *
   * Resolves true once the lines are on disk; false when the database can't be used or took longer
   * than `ms` milliseconds (then nothing was added). Rejects with what `decide` threw.
   */
  transact(
    decide: (fresh: readonly Line[], whole: boolean) => readonly Line[],
    ms: number,
  ): Promise<boolean>;
  /** Deletes lines by name; false when that failed. */
  remove(names: readonly string[]): Promise<boolean>;
  /** Makes the next transaction read all lines. */
  rewind(): void;
  close(): void;
}

/** The highest number that the database gives a row. */
const HIGHEST = 2 ** 53;

/**
 * Opens the journal's log in the IndexedDB database `name`. Rows are numbered, so that a
 * transaction reads only new ones: it costs the same at 10 and 10,000 lines. `toOpen`: milliseconds
 * that opening may take before this call counts the database as unavailable.
 */
export function indexedDbLog(name: string, toOpen = 1000): IndexedDbLog {
  const log = new LogDatabase(name, toOpen);
  return {
    transact: (decide, ms) => log.transact(decide, ms),
    remove: (names) => log.remove(names),
    rewind: () => log.rewind(),
    close: () => log.close(),
  };
}

class LogDatabase {
  readonly #name: string;
  readonly #toOpen: number;
  #opening: Promise<IDBDatabase | undefined> | undefined;
  /**
   * The number of the last row that was read. A transaction moves only the cursor that it began
   * with: another database, opened meanwhile, numbers its rows from one.
   */
  #cursor = { at: 0 };

  constructor(name: string, toOpen: number) {
    this.#name = name;
    this.#toOpen = toOpen;
  }

  async transact(...[decide, ms]: Parameters<IndexedDbLog['transact']>): Promise<boolean> {
    let reached = 0;
    let cursor = this.#cursor;
    const failures: Error[] = [];
    const kept = await this.#inTransaction(ms, (store) => {
      cursor = this.#cursor;
      const from = cursor.at;
      const read = store.getAll(IDBKeyRange.bound(from, HIGHEST, true));
      read.onsuccess = () => {
        const rows = read.result as readonly unknown[];
        reached = finite(fields(rows.at(-1))['n']) ?? from;
        let lines: readonly Line[] = [];
        try {
          lines = decide(rows.flatMap(lineIn), from === 0);
        } catch (error) {
          // Rethrown to the caller below, instead of reaching the page as an uncaught error.
          failures.push(error as Error);
        }
        for (const line of lines)
          add(store, line, (n) => {
            reached = Math.max(reached, n);
          });
      };
    });
    if (failures[0]) throw failures[0];
    if (kept) cursor.at = Math.max(cursor.at, Math.min(reached, HIGHEST - 1));
    return kept;
  }

  remove(names: readonly string[]): Promise<boolean> {
    return this.#inTransaction(5000, (store) => {
      for (const name of names) {
        const found = store.index('k').getKey(name);
        found.onsuccess = () => {
          if (found.result !== undefined) store.delete(found.result);
        };
      }
    });
  }

  rewind(): void {
    this.#cursor = { at: 0 };
  }

  close(): void {
    void this.#opening?.then((database) => this.#forget(database));
  }

  async #inTransaction(ms: number, work: (store: IDBObjectStore) => void): Promise<boolean> {
    const transaction = await this.#begin(Math.min(ms, this.#toOpen));
    if (!transaction) return false;
    const done = new Promise<boolean>((resolve) => {
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
    });
    const store = transaction.objectStore('lines');
    if (isOurs(store)) work(store);
    else transaction.abort();
    const outcome = await withTimeout<boolean | undefined>(ms, done, undefined);
    if (outcome !== undefined) return outcome;
    try {
      transaction.abort();
    } catch {
      // The transaction ended at this moment; `done` has the result.
    }
    return withTimeout(1000, done, false);
  }

  async #begin(ms: number): Promise<IDBTransaction | undefined> {
    // The connection may have been closed unnoticed: try once more with a new one.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const database = await withTimeout(ms, this.#open(), undefined);
      try {
        return database?.transaction('lines', 'readwrite', { durability: 'strict' });
      } catch {
        this.#forget(database);
      }
    }
    return undefined;
  }

  #open(): Promise<IDBDatabase | undefined> {
    this.#opening ??= new Promise<IDBDatabase | undefined>((resolve) => {
      const give = (database?: IDBDatabase): void => {
        if (!database) this.#opening = undefined;
        resolve(database);
      };
      try {
        this.#request(give);
      } catch {
        give();
      }
    });
    return this.#opening;
  }

  #request(give: (database?: IDBDatabase) => void): void {
    const request = indexedDB.open(this.#name);
    request.onupgradeneeded = () => {
      request.result
        .createObjectStore('lines', { keyPath: 'n', autoIncrement: true })
        .createIndex('k', 'k', { unique: true });
    };
    request.onerror = (event) => {
      event.preventDefault();
      give();
    };
    request.onsuccess = () => {
      const database = request.result;
      // Another page wants to delete or upgrade the database, or the reader cleared the site's
      // data: close it, and open it again when next needed.
      database.onversionchange = () => this.#forget(database);
      database.onclose = () => this.#forget();
      give(database.objectStoreNames.contains('lines') ? database : undefined);
    };
  }

  #forget(database?: IDBDatabase): void {
    database?.close();
    this.#opening = undefined;
    this.#cursor = { at: 0 };
  }
}

/** False for a store that another script made under the same name. */
function isOurs({ keyPath, autoIncrement, indexNames }: IDBObjectStore): boolean {
  return keyPath === 'n' && autoIncrement && indexNames.contains('k');
}

/** The line in a row. Any other page of the origin can write rows: what is none is dropped. */
function lineIn(row: unknown): Line[] {
  const { k, v } = fields(row);
  return typeof k === 'string' && typeof v === 'string' ? [[k, v]] : [];
}

/**
 * Adds one line, and calls back with its row's number. Where another tab wrote it already, nothing is
 * missing, as lines never change. After any other error a line is missing: the transaction aborts.
 */
function add(store: IDBObjectStore, [k, v]: Line, onAdded: (n: number) => void): void {
  const added = store.add({ k, v });
  added.onsuccess = () => onAdded(added.result as number);
  added.onerror = (event) => {
    if (added.error?.name !== 'ConstraintError') return;
    event.preventDefault();
    // A row with the highest number leaves none for the next, which is the same error.
    const there = store.index('k').getKey(k);
    there.onsuccess = () => {
      if (there.result === undefined) store.transaction.abort();
    };
  };
}
