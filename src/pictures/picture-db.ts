import type { Seed } from '../base/seed.js';
/**
 * What is stored about a kept picture. Money is US dollars as decimal text, `at` epoch
 * milliseconds; `bytes` in `KeptPicture` is the file's size.
 */
export interface PictureFacts {
  /** Id of its journal entry. */
  readonly id: string;
  readonly at: number;
  readonly provider: string;
  readonly model: string;
  readonly route?: string;
  readonly purchase?: string;
  readonly width: number;
  readonly height: number;
  readonly seed?: Seed;
  readonly cost?: string;
  readonly simulated?: boolean;
  /** Present only where the page or the reader chose to keep it. */
  readonly prompt?: string;
  /** Why the picture is not drawn. */
  readonly withheld?: 'too-large' | 'unshown';
  /** A pinned picture is never dropped to make room. */
  readonly pinned?: boolean;
}

export interface KeptPicture extends PictureFacts {
  readonly type: string;
  readonly bytes: number;
}

/**
 * Stores pictures with facts and bytes apart, so that a list of hundreds reads no bytes. All
 * methods may throw a `DOMException`.
 */
export interface PictureDb {
  all(): Promise<KeptPicture[]>;
  bytes(id: string): Promise<ArrayBuffer | undefined>;
  put(facts: KeptPicture, bytes?: ArrayBuffer): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** True for one that is here, and for one that was and was removed. */
  had(id: string): Promise<boolean>;
}

/** Stands in the place of bytes that were removed. */
const gone = 'gone';

/**
 * Pictures in IndexedDB. The connection is opened on first use and again after the browser closed
 * it. A failed attempt to open is not repeated on this page, so that no later picture waits for it.
 * `patience`: milliseconds.
 */
export function pictureDb(name: string, patience = 4000): PictureDb {
  return new StoredPictures(name, patience).db();
}

/** A `PictureDb` in this page's memory, for browsers that store nothing. */
export function memoryPictureDb(): PictureDb {
  const shelf = new Map<string, { facts: KeptPicture; file: ArrayBuffer }>();
  const had = new Set<string>();
  return {
    all: () => Promise.resolve([...shelf.values()].map(({ facts }) => facts)),
    bytes: (id) => Promise.resolve(shelf.get(id)?.file),
    put: (facts, file) => {
      const bytes = file ?? shelf.get(facts.id)?.file;
      if (bytes) shelf.set(facts.id, { facts, file: bytes });
      if (bytes) had.add(facts.id);
      return Promise.resolve();
    },
    remove: (ids) => Promise.resolve(ids.forEach((id) => shelf.delete(id))),
    had: (id) => Promise.resolve(had.has(id)),
  };
}

class StoredPictures {
  readonly #name: string;
  readonly #patience: number;
  #opened: Promise<IDBDatabase> | undefined;

  constructor(name: string, patience: number) {
    this.#name = name;
    this.#patience = patience;
  }

  db(): PictureDb {
    return {
      all: async () =>
        (await this.#within('readonly', (facts) => facts.getAll() as IDBRequest<KeptPicture[]>)) ??
        [],
      bytes: async (id) => {
        const found = await this.#found(id);
        return found === gone ? undefined : found;
      },
      had: async (id) => (await this.#found(id)) !== undefined,
      put: async (picture, file) => {
        await this.#within('readwrite', (facts, bytes) => {
          if (file) bytes.put(file, picture.id);
          facts.put(picture);
          return undefined;
        });
      },
      // On a full disk not even a mark may be written; the pictures go all the same.
      remove: (ids) => this.#remove(ids, gone).catch(() => this.#remove(ids)),
    };
  }

  #found(id: string): Promise<ArrayBuffer | typeof gone | undefined> {
    return this.#within(
      'readonly',
      (_, bytes) => bytes.get(id) as IDBRequest<ArrayBuffer | typeof gone | undefined>,
    );
  }

  async #remove(ids: readonly string[], mark?: typeof gone): Promise<void> {
    await this.#within('readwrite', (facts, bytes) => {
      for (const id of ids) {
        facts.delete(id);
        if (mark) bytes.put(mark, id);
        else bytes.delete(id);
      }
      return undefined;
    });
  }

  async #within<T>(
    mode: IDBTransactionMode,
    work: (facts: IDBObjectStore, bytes: IDBObjectStore) => IDBRequest<T> | undefined,
  ): Promise<T | undefined> {
    const transaction = (await this.#connection()).transaction(['facts', 'bytes'], mode);
    const request = work(transaction.objectStore('facts'), transaction.objectStore('bytes'));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
    });
    return request?.result;
  }

  #connection(): Promise<IDBDatabase> {
    this.#opened ??= open(this.#name, this.#patience).then((db) => {
      db.onclose = () => {
        this.#opened = undefined;
      };
      // Another tab with a newer version wants to upgrade the database: make way.
      db.onversionchange = () => {
        db.close();
        this.#opened = undefined;
      };
      return db;
    });
    return this.#opened;
  }
}

/**
 * Opens the database within `patience` milliseconds: a browser that blocks storage may never
 * answer.
 */
function open(name: string, patience: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    const timer = setTimeout(() => {
      request.onsuccess = () => request.result.close();
      reject(new DOMException('', 'TimeoutError'));
    }, patience);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('facts', { keyPath: 'id' });
      request.result.createObjectStore('bytes');
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      resolve(request.result);
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error ?? new DOMException('', 'UnknownError'));
    };
  });
}
