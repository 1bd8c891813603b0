import type { Line } from './line.js';
import { withTimeout } from './with-timeout.js';

/**
 * The second, crash-proof copy of the journal: localStorage forgets up to half a minute when the
 * browser is killed, IndexedDB does not.
 */
export interface IndexedDbLog {
  /**
   * One readwrite transaction, alone among all tabs: reads the lines added since this object last
   * looked, asks what to add, adds it.
   * Resolves true once that is on disk; false when the mirror can't be used, or took longer than
   * `ms` (then nothing was added).
   * Lines that are there already stay as they are. Rejects with what the deciding threw. `whole`
   * says that `fresh` is everything there is.
   */
  transact(
    decide: (fresh: readonly Line[], whole: boolean) => readonly Line[],
    ms: number,
  ): Promise<boolean>;
  /** Deletes lines by name; false when it could not. */
  remove(names: readonly string[]): Promise<boolean>;
  /** Makes the next transaction read everything. */
  rewind(): void;
  /** Lets go of the database. */
  close(): void;
}

interface Row {
  readonly n: number;
  readonly k: string;
  readonly v: string;
}

/**
 * A mirror in the IndexedDB database `name`. Rows are numbered, so that a transaction reads only
 * what is new: it costs the same at 10 and 10,000 lines. `toOpen`: how long opening it may take,
 * milliseconds, before it counts as not there for this once.
 */
export function indexedDbLog(name: string, toOpen = 1000): IndexedDbLog {
  let opening: Promise<IDBDatabase | undefined> | undefined;
  let cursor = 0;

  const forget = (database?: IDBDatabase): void => {
    database?.close();
    opening = undefined;
    cursor = 0;
  };

  const open = (): Promise<IDBDatabase | undefined> =>
    (opening ??= new Promise<IDBDatabase | undefined>((resolve) => {
      const give = (database?: IDBDatabase): void => {
        if (!database) opening = undefined;
        resolve(database);
      };
      try {
        const request = indexedDB.open(name);
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
          // Another page wants to delete or upgrade it, or the reader cleared the site's data: step
          // aside, open again when next needed.
          database.onversionchange = () => forget(database);
          database.onclose = () => forget();
          give(database.objectStoreNames.contains('lines') ? database : undefined);
        };
      } catch {
        give();
      }
    }));

  const begin = async (ms: number): Promise<IDBTransaction | undefined> => {
    // The second time with a new connection: the first may have been closed behind our back.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const database = await withTimeout(ms, open(), undefined);
      try {
        return database?.transaction('lines', 'readwrite', { durability: 'strict' });
      } catch {
        forget(database);
      }
    }
    return undefined;
  };

  const inTransaction = async (
    ms: number,
    work: (store: IDBObjectStore) => void,
  ): Promise<boolean> => {
    const transaction = await begin(Math.min(ms, toOpen));
    if (!transaction) return false;
    const done = new Promise<boolean>((resolve) => {
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
      transaction.onerror = (event) => event.preventDefault();
    });
    work(transaction.objectStore('lines'));
    const outcome = await withTimeout<boolean | undefined>(ms, done, undefined);
    if (outcome !== undefined) return outcome;
    try {
      transaction.abort();
    } catch {
      // It ended in this very moment; `done` knows how.
    }
    return withTimeout(1000, done, false);
  };

  return {
    transact: async (decide, ms) => {
      let reached = 0;
      const failures: Error[] = [];
      const kept = await inTransaction(ms, (store) => {
        const from = cursor;
        const read = store.getAll(IDBKeyRange.lowerBound(from, true));
        read.onsuccess = () => {
          const rows = read.result as readonly Row[];
          reached = rows.at(-1)?.n ?? from;
          let lines: readonly Line[] = [];
          try {
            lines = decide(
              rows.map((row) => [row.k, row.v]),
              from === 0,
            );
          } catch (error) {
            // The caller's to hear of, not the page's: nothing is added.
            failures.push(error as Error);
          }
          for (const [k, v] of lines) {
            const added = store.add({ k, v });
            added.onsuccess = () => {
              reached = Math.max(reached, added.result as number);
            };
            // There already, written by another tab: the same line, so nothing is missing.
            added.onerror = (event) => {
              event.preventDefault();
              event.stopPropagation();
            };
          }
        };
      });
      if (failures[0]) throw failures[0];
      if (kept) cursor = Math.max(cursor, reached);
      return kept;
    },
    remove: (names) =>
      inTransaction(5000, (store) => {
        for (const name of names) {
          const found = store.index('k').getKey(name);
          found.onsuccess = () => {
            if (found.result !== undefined) store.delete(found.result);
          };
        }
      }),
    rewind: () => {
      cursor = 0;
    },
    close: () => {
      void opening?.then((database) => forget(database));
    },
  };
}
