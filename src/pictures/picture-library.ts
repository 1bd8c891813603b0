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
  pin(id: string, pinned: boolean): Promise<void>;
  forget(id: string): Promise<void>;
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
export function pictureLibrary({
  limit = 200_000_000,
  db = pictureDb('user-pays-image.pictures'),
  channel = 'user-pays-image.pictures',
}: LibrarySettings = {}): KeptPictures {
  const memory = memoryPictureDb();
  const listeners = new Set<() => void>();
  const heard = (): void => {
    for (const listener of [...listeners]) listener();
  };
  // Open only while there are listeners: an open channel may keep a page out of the browser's
  // back-forward cache.
  let tabs: BroadcastChannel | undefined;
  const changed = (): void => {
    heard();
    try {
      const other = tabs ?? new BroadcastChannel(channel);
      other.postMessage(1);
      if (other !== tabs) other.close();
    } catch {
      /* without channels, other tabs see the change when they next read */
    }
  };
  const onDisk = (): Promise<KeptPicture[]> => db.all().catch(() => []);
  const all = async (): Promise<KeptPicture[]> => {
    const [here, there] = await Promise.all([memory.all(), onDisk()]);
    const known = new Set(there.map(({ id }) => id));
    return [...there, ...here.filter(({ id }) => !known.has(id))];
  };

  /**
   * Writes to disk, dropping the oldest unpinned pictures while there is no room. Throws when even
   * that is not enough.
   */
  const write = async (picture: KeptPicture, file: ArrayBuffer): Promise<string[]> => {
    const others = (await db.all()).filter(({ id }) => id !== picture.id).sort(oldestFirst);
    const loose = others.filter(({ pinned }) => !pinned);
    const dropped: string[] = [];
    const drop = async (): Promise<boolean> => {
      const oldest = loose.shift();
      if (!oldest) return false;
      await db.remove([oldest.id]);
      others.splice(others.indexOf(oldest), 1);
      dropped.push(oldest.id);
      return true;
    };
    while (size(others) + picture.bytes > limit && (await drop()));
    if (size(others) + picture.bytes > limit) throw new DOMException('', 'QuotaExceededError');
    for (;;) {
      try {
        await db.put(picture, file);
        return dropped;
      } catch (error) {
        if (!isFull(error) || !(await drop())) throw error;
      }
    }
  };

  return {
    keep: async (blob, facts) => {
      let keeping: Keeping = { where: 'memory', dropped: [] };
      try {
        const file = await blob.arrayBuffer();
        const picture = { ...facts, type: blob.type, bytes: file.byteLength };
        await memory.put(picture, file);
        keeping = { where: 'disk', dropped: await write(picture, file) };
        await memory.remove([facts.id]);
      } catch {
        /* it stays in memory, if it could be read at all */
      }
      changed();
      return keeping;
    },
    list: async () => (await all()).sort(oldestFirst).reverse(),
    blob: async (id) => {
      const file = (await db.bytes(id).catch(() => undefined)) ?? (await memory.bytes(id));
      const facts = file && (await all()).find((picture) => picture.id === id);
      return facts && new Blob([file], { type: facts.type });
    },
    pin: async (id, pinned) => {
      const picture = (await all()).find((each) => each.id === id);
      if (!picture) return;
      const next = { ...picture, pinned };
      if ((await onDisk()).some((each) => each.id === id))
        await db.put(next).catch(() => undefined);
      else await memory.put(next);
      changed();
    },
    forget: async (id) => {
      await Promise.all([memory.remove([id]), db.remove([id]).catch(() => undefined)]);
      changed();
    },
    forgetAll: async () => {
      const ids = (await all()).map(({ id }) => id);
      await Promise.all([memory.remove(ids), db.remove(ids).catch(() => undefined)]);
      changed();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      if (!tabs && typeof BroadcastChannel === 'function') {
        tabs = new BroadcastChannel(channel);
        tabs.onmessage = heard;
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        tabs?.close();
        tabs = undefined;
      };
    },
  };
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

/** The page's library, shared by all widgets and by two copies of the script. */
export function keptPictures(): KeptPictures {
  return shared('kept-pictures', 1, () => pictureLibrary());
}
