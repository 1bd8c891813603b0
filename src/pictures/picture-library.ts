import { shared } from '../base/shared.js';
import {
  memoryPictureDb,
  pictureDb,
  type KeptPicture,
  type PictureDb,
  type PictureFacts,
} from './picture-db.js';

export type { KeptPicture, PictureFacts } from './picture-db.js';

/**
 * Where a picture was stored. `dropped`: ids of older pictures that made room. Pictures in `memory`
 * are gone with the page.
 */
interface Keeping {
  readonly where: 'disk' | 'memory';
  readonly dropped: readonly string[];
}

/**
 * The pictures stored in this browser. No method throws: what can't be stored on disk is kept in
 * memory, and `Keeping` says so.
 */
export interface KeptPictures {
  keep(blob: Blob, facts: PictureFacts): Promise<Keeping>;
  /** Newest first, without the bytes. */
  list(): Promise<KeptPicture[]>;
  /** The picture's bytes; `undefined` once it was dropped or forgotten. */
  blob(id: string): Promise<Blob | undefined>;
  /** True for one that is here, and for one that was and was dropped or forgotten. */
  had(id: string): Promise<boolean>;
  pin(id: string, pinned: boolean): Promise<void>;
  forget(...ids: readonly string[]): Promise<void>;
  forgetAll(): Promise<void>;
  /**
   * Calls back after each change, in this page or another tab. The returned function unsubscribes.
   */
  subscribe(listener: () => void): () => void;
}

export interface LibrarySettings {
  /** Maximum bytes on disk. The oldest unpinned pictures are dropped to make room. */
  readonly limit?: number;
  readonly db?: PictureDb;
  /** Name of the channel on which tabs tell each other that something changed, and nothing else. */
  readonly channel?: string;
}

/** Creates a separate library; pages use `keptPictures()`. */
export function pictureLibrary(settings: LibrarySettings = {}): KeptPictures {
  return new PictureLibrary(settings).pictures();
}

/** The page's library, shared by all widgets and by two copies of the script. */
export function keptPictures(): KeptPictures {
  return shared('kept-pictures', 1, () => pictureLibrary());
}

class PictureLibrary {
  readonly #limit: number;
  readonly #db: PictureDb;
  readonly #channel: string;
  readonly #memory = memoryPictureDb();
  readonly #listeners = new Set<() => void>();
  /**
   * Open only while there are listeners: an open channel may keep a page out of the browser's
   * back-forward cache.
   */
  #tabs: BroadcastChannel | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor({
    limit = 200_000_000,
    db = pictureDb('user-pays-image.pictures'),
    channel = 'user-pays-image.pictures',
  }: LibrarySettings) {
    this.#limit = limit;
    this.#db = db;
    this.#channel = channel;
  }

  pictures(): KeptPictures {
    return {
      keep: (blob, facts) => this.#keep(blob, facts),
      list: async () => (await this.#all()).sort(oldestFirst).reverse(),
      blob: (id) => this.#blob(id),
      had: async (id) =>
        (await this.#memory.had(id)) || (await this.#db.had(id).catch(() => false)),
      pin: (id, pinned) => this.#inTurn(() => this.#pin(id, pinned)),
      forget: (...ids) => this.#forget(() => Promise.resolve(ids)),
      forgetAll: () => this.#forget(async () => (await this.#all()).map(({ id }) => id)),
      subscribe: (listener) => this.#subscribe(listener),
    };
  }

  async #keep(blob: Blob, facts: PictureFacts): Promise<Keeping> {
    let keeping: Keeping = { where: 'memory', dropped: [] };
    try {
      const file = await blob.arrayBuffer();
      const picture = { ...facts, type: blob.type, bytes: file.byteLength };
      const listed = this.#memory.put(picture, file);
      await this.#inTurn(async () => {
        await listed;
        keeping = { where: 'disk', dropped: await this.#write(picture, file) };
        await this.#memory.remove([facts.id]);
      });
    } catch {
      /* it stays in memory, if it could be read at all */
    }
    this.#changed();
    return keeping;
  }

  /**
   * Writes to disk, dropping the oldest unpinned pictures while there is no room. Throws when even
   * that is not enough.
   */
  async #write(picture: KeptPicture, file: ArrayBuffer): Promise<string[]> {
    const others = (await this.#db.all()).filter(({ id }) => id !== picture.id).sort(oldestFirst);
    const loose = others.filter(({ pinned }) => !pinned);
    const dropped: string[] = [];
    const drop = async (): Promise<boolean> => {
      const oldest = loose.shift();
      if (!oldest) return false;
      await this.#db.remove([oldest.id]);
      others.splice(others.indexOf(oldest), 1);
      dropped.push(oldest.id);
      return true;
    };
    const isTooMuch = (): boolean => size(others) + picture.bytes > this.#limit;
    while (isTooMuch() && (await drop()));
    if (isTooMuch()) throw new DOMException('', 'QuotaExceededError');
    for (;;) {
      try {
        await this.#db.put(picture, file);
        return dropped;
      } catch (error) {
        if (!isFull(error) || !(await drop())) throw error;
      }
    }
  }

  async #blob(id: string): Promise<Blob | undefined> {
    const file =
      (await this.#db.bytes(id).catch(() => undefined)) ?? (await this.#memory.bytes(id));
    const facts = file && (await this.#all()).find((picture) => picture.id === id);
    return facts && new Blob([file], { type: facts.type });
  }

  async #pin(id: string, pinned: boolean): Promise<void> {
    const picture = (await this.#all()).find((each) => each.id === id);
    if (!picture) return;
    const next = { ...picture, pinned };
    if ((await this.#onDisk()).some((each) => each.id === id))
      await this.#db.put(next).catch(() => undefined);
    else await this.#memory.put(next);
    this.#changed();
  }

  async #forget(which: () => Promise<readonly string[]>): Promise<void> {
    await this.#inTurn(async () => this.#remove(await which()));
    this.#changed();
  }

  /** One change after another: what is forgotten while it is written must not come back. */
  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const done = this.#last.then(change);
    this.#last = done.catch(() => undefined);
    return done;
  }

  #remove(ids: readonly string[]): Promise<unknown> {
    return Promise.all([this.#memory.remove(ids), this.#db.remove(ids).catch(() => undefined)]);
  }

  async #all(): Promise<KeptPicture[]> {
    const [here, there] = await Promise.all([this.#memory.all(), this.#onDisk()]);
    const known = new Set(there.map(({ id }) => id));
    return [...there, ...here.filter(({ id }) => !known.has(id))];
  }

  #onDisk(): Promise<KeptPicture[]> {
    return this.#db.all().catch(() => []);
  }

  #subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (!this.#tabs && typeof BroadcastChannel === 'function') {
      this.#tabs = new BroadcastChannel(this.#channel);
      this.#tabs.onmessage = () => this.#heard();
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#tabs?.close();
      this.#tabs = undefined;
    };
  }

  #changed(): void {
    this.#heard();
    try {
      const other = this.#tabs ?? new BroadcastChannel(this.#channel);
      other.postMessage(1);
      if (other !== this.#tabs) other.close();
    } catch {
      /* without channels, other tabs see the change when they next read */
    }
  }

  #heard(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function oldestFirst(a: KeptPicture, b: KeptPicture): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

function size(pictures: readonly KeptPicture[]): number {
  return pictures.reduce((sum, { bytes }) => sum + bytes, 0);
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
