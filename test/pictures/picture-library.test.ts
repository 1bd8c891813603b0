import { expect } from 'chai';
import {
  pictureLibrary,
  type KeptPictures,
  type PictureFacts,
} from '../../src/pictures/picture-library.js';
import { until } from '../support/until.js';
import { memoryPictureDb, pictureDb, type PictureDb } from '../../src/pictures/picture-db.js';

function facts(id: string, at: number, rest: Partial<PictureFacts> = {}): PictureFacts {
  return {
    id,
    at,
    provider: 'sandbox',
    model: 'flux-2-pro',
    width: 64,
    height: 64,
    seed: 5,
    cost: '0.03',
    ...rest,
  };
}
function file(length: number, fill = 1): Blob {
  return new Blob([new Uint8Array(length).fill(fill)], { type: 'image/png' });
}
async function ids(shelf: KeptPictures): Promise<string[]> {
  return (await shelf.list()).map(({ id }) => id);
}
function full(db: PictureDb, room: number): PictureDb {
  return {
    ...db,
    put: async (picture, bytes) => {
      if (bytes && (await db.all()).length >= room)
        throw new DOMException('', 'QuotaExceededError');
      return db.put(picture, bytes);
    },
  };
}
function blocked(): PictureDb {
  const no = (): Promise<never> => Promise.reject(new DOMException('', 'SecurityError'));
  return { all: no, bytes: no, put: no, remove: no, had: no };
}

let name = 0;
function fresh(): string {
  return `test.pictures.${Date.now()}.${++name}`;
}

describe('Bought pictures', () => {
  it('are still there after a reload, newest first, with what they cost', async () => {
    const db = fresh();
    const before = pictureLibrary({ db: pictureDb(db) });
    expect(await before.keep(file(100, 7), facts('a', 1))).to.deep.equal({
      where: 'disk',
      dropped: [],
    });
    await before.keep(file(200), facts('b', 2, { prompt: 'fox' }));
    const after = pictureLibrary({ db: pictureDb(db) });
    expect(await after.list()).to.deep.equal([
      { ...facts('b', 2, { prompt: 'fox' }), type: 'image/png', bytes: 200 },
      { ...facts('a', 1), type: 'image/png', bytes: 100 },
    ]);
    const blob = await after.blob('a');
    expect(blob?.type).to.equal('image/png');
    expect(new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))).to.deep.equal(
      new Uint8Array(100).fill(7),
    );
    expect(await after.blob('nobody')).to.equal(undefined);
    await after.forgetAll();
  });

  it('can be forgotten, one or all, and then are gone from the disk', async () => {
    const db = fresh();
    const shelf = pictureLibrary({ db: pictureDb(db) });
    for (const [at, id] of ['a', 'b', 'c'].entries()) await shelf.keep(file(10), facts(id, at));
    let changes = 0;
    const stop = shelf.subscribe(() => {
      changes++;
    });
    await shelf.forget('b');
    expect(await ids(shelf)).to.deep.equal(['c', 'a']);
    expect(await pictureDb(db).bytes('b')).to.equal(undefined);
    await shelf.forgetAll();
    stop();
    await shelf.forgetAll();
    expect(changes).to.equal(2);
    expect(await ids(pictureLibrary({ db: pictureDb(db) }))).to.deep.equal([]);
  });

  it('forgotten while they are written do not come back, nor by a pin', async () => {
    const db = memoryPictureDb();
    let write: () => void = () => undefined;
    const mayWrite = new Promise<void>((done) => {
      write = done;
    });
    const put: PictureDb['put'] = async (picture, bytes) => {
      await mayWrite;
      await db.put(picture, bytes);
    };
    const shelf = pictureLibrary({ db: { ...db, put } });
    const kept = [shelf.keep(file(10), facts('a', 1)), shelf.keep(file(10), facts('b', 2))];
    await until(async () => (await ids(shelf)).length === 2);
    const changed = [shelf.pin('a', true), shelf.forget('a'), shelf.forgetAll()];
    write();
    await Promise.all([...kept, ...changed]);
    expect(await ids(shelf)).to.deep.equal([]);
    expect(await db.all()).to.deep.equal([]);
  });

  it('are known to have been there also after they were forgotten or dropped, in the next visit, too', async () => {
    const db = fresh();
    const before = pictureLibrary({ db: pictureDb(db), limit: 25 });
    for (const [at, id] of ['a', 'b', 'c', 'd'].entries())
      await before.keep(file(10), facts(id, at));
    await before.forget('c');
    const after = pictureLibrary({ db: pictureDb(db) });
    expect(await ids(after)).to.deep.equal(['d']);
    for (const shelf of [before, after]) {
      const had = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((id) => shelf.had(id)));
      expect(had).to.deep.equal([true, true, true, true, false]);
      expect(await shelf.blob('c')).to.equal(undefined);
    }
    await after.keep(file(10, 3), facts('c', 2));
    expect(await ids(before)).to.deep.equal(['d', 'c']);
    expect((await before.blob('c'))?.size).to.equal(10);
    await after.forgetAll();
    const nowhere = pictureLibrary({ db: blocked() });
    await nowhere.keep(file(10), facts('a', 1));
    await nowhere.forgetAll();
    expect([await nowhere.had('a'), await nowhere.had('b')]).to.deep.equal([true, false]);
  });

  it('are removed from a disk too full for a mark', async () => {
    const name = fresh();
    const shelf = pictureLibrary({ db: pictureDb(name) });
    await shelf.keep(file(10), facts('a', 1));
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    try {
      await shelf.forget('a');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(await ids(pictureLibrary({ db: pictureDb(name) }))).to.deep.equal([]);
    expect(await pictureDb(name).bytes('a')).to.equal(undefined);
  });

  it('make room for new ones from the oldest on, never from the pinned, and say which went', async () => {
    const shelf = pictureLibrary({ db: pictureDb(fresh()), limit: 300 });
    for (const [at, id] of ['a', 'b', 'c'].entries()) await shelf.keep(file(100), facts(id, at));
    await shelf.pin('a', true);
    expect(await shelf.keep(file(150), facts('d', 9))).to.deep.equal({
      where: 'disk',
      dropped: ['b', 'c'],
    });
    expect(await ids(shelf)).to.deep.equal(['d', 'a']);
    await shelf.forgetAll();
  });

  it('also make room when the browser says that the disk is full', async () => {
    const shelf = pictureLibrary({ db: full(memoryPictureDb(), 2) });
    for (const [at, id] of ['a', 'b'].entries()) await shelf.keep(file(10), facts(id, at));
    expect(await shelf.keep(file(10), facts('c', 3))).to.deep.equal({
      where: 'disk',
      dropped: ['a'],
    });
    expect(await ids(shelf)).to.deep.equal(['c', 'b']);
  });

  it('stay in this page’s memory when there is no room at all, and the others stay where they were', async () => {
    const shelf = pictureLibrary({ db: pictureDb(fresh()), limit: 300 });
    await shelf.keep(file(100), facts('a', 1, { pinned: true }));
    expect(await shelf.keep(file(250), facts('b', 2))).to.deep.equal({
      where: 'memory',
      dropped: [],
    });
    expect(await ids(shelf)).to.deep.equal(['b', 'a']);
    expect((await shelf.blob('b'))?.size).to.equal(250);
    await shelf.forgetAll();
  });

  it('stay in this page’s memory where the browser keeps nothing, and nothing throws', async () => {
    const shelf = pictureLibrary({ db: blocked() });
    expect(await shelf.keep(file(10), facts('a', 1))).to.deep.equal({
      where: 'memory',
      dropped: [],
    });
    expect((await shelf.blob('a'))?.size).to.equal(10);
    await shelf.pin('a', true);
    expect((await shelf.list())[0]?.pinned).to.equal(true);
    await shelf.forget('a');
    await shelf.forgetAll();
    expect(await ids(shelf)).to.deep.equal([]);
  });

  it('wait only once for a browser that never answers', async () => {
    const name = fresh();
    const { prototype } = IDBFactory;
    const before = Object.getOwnPropertyDescriptor(prototype, 'open');
    let asked = 0;
    Object.defineProperty(prototype, 'open', {
      configurable: true,
      value: () => {
        asked++;
        return {};
      },
    });
    try {
      const shelf = pictureLibrary({ db: pictureDb(name, 20) });
      expect((await shelf.keep(file(10), facts('a', 1))).where).to.equal('memory');
      expect((await shelf.keep(file(10), facts('b', 2))).where).to.equal('memory');
      expect(await ids(shelf)).to.deep.equal(['b', 'a']);
    } finally {
      if (before) Object.defineProperty(prototype, 'open', before);
    }
    expect(asked).to.equal(1);
  });

  it('kept twice are one', async () => {
    const shelf = pictureLibrary({ db: pictureDb(fresh()) });
    await shelf.keep(file(10), facts('a', 1));
    await shelf.keep(file(20), facts('a', 1));
    expect((await shelf.list()).map(({ bytes }) => bytes)).to.deep.equal([20]);
    await shelf.forgetAll();
  });

  it('let another tab delete or upgrade the database, and find their way back', async () => {
    const db = fresh();
    const shelf = pictureLibrary({ db: pictureDb(db) });
    await shelf.keep(file(10), facts('a', 1));
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(db);
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error ?? new Error('not deleted'));
    });
    expect(await shelf.keep(file(10), facts('b', 2))).to.deep.equal({ where: 'disk', dropped: [] });
    expect(await ids(shelf)).to.deep.equal(['b']);
    await shelf.forgetAll();
  });

  it('appear and disappear in other tabs at once, and tell nobody once nobody listens', async () => {
    const [db, channel] = [fresh(), fresh()];
    const here = pictureLibrary({ db: pictureDb(db), channel });
    const other = pictureLibrary({ db: pictureDb(db), channel });
    let told = 0;
    const next = (): Promise<void> =>
      new Promise((resolve) => {
        const stop = other.subscribe(() => {
          told += 1;
          stop();
          resolve();
        });
      });
    const [appeared] = [next(), await here.keep(file(10), facts('a', 1))];
    await appeared;
    expect(await ids(other)).to.deep.equal(['a']);
    const [gone] = [next(), await here.forget('a')];
    await gone;
    expect(await ids(other)).to.deep.equal([]);
    const witness = new BroadcastChannel(channel);
    const passed = new Promise((resolve) => {
      witness.onmessage = resolve;
    });
    await here.keep(file(10), facts('b', 2));
    await passed;
    witness.close();
    expect(told).to.equal(2);
    await here.forgetAll();
  });
});
