import { expect } from 'chai';
import type { Line } from '../../src/spending/line.js';
import { indexedDbLog } from '../../src/spending/indexed-db-log.js';
import { ownNamespace } from './real-ports.js';

describe('the mirror', () => {
  const name = ownNamespace();
  const dbLog = indexedDbLog(name, 50_000);
  const read = async (): Promise<readonly Line[]> => {
    let seen: readonly Line[] = [];
    dbLog.rewind();
    const look = (fresh: readonly Line[]): readonly Line[] => {
      seen = fresh;
      return [];
    };
    expect(await dbLog.transact(look, 50_000)).to.equal(true);
    return seen;
  };
  after(() => {
    dbLog.close();
    indexedDB.deleteDatabase(name);
  });

  it('keeps what was decided, once, and tells each line to everybody once', async () => {
    const other = indexedDbLog(name, 50_000);
    await dbLog.transact(
      () => [
        ['a', '1'],
        ['b', '2'],
      ],
      50_000,
    );
    const heard: (readonly Line[])[] = [];
    for (let times = 0; times < 2; times += 1)
      await other.transact((fresh) => {
        heard.push(fresh);
        return [
          ['b', 'another'],
          ['c', '3'],
        ];
      }, 50_000);
    other.close();
    expect(heard).to.deep.equal([
      [
        ['a', '1'],
        ['b', '2'],
      ],
      [],
    ]);
    expect(await read()).to.deep.equal([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ]);
  });

  it('adds nothing when the deciding fails, tells its caller and nobody else, and goes on', async () => {
    const before = await read();
    const failure = await dbLog
      .transact(() => {
        throw new Error('no amount');
      }, 50_000)
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    expect(failure).to.include({ message: 'no amount' });
    expect(await read()).to.deep.equal(before);
    expect(await dbLog.transact(() => [['d', '4']], 50_000)).to.equal(true);
    expect(await read()).to.deep.equal([...before, ['d', '4']]);
  });

  it('says that nothing is on disk when the browser gave up in the middle, and goes on', async () => {
    const before = await read();
    const begin = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')
      ?.value as IDBDatabase['transaction'];
    let latest: IDBTransaction | undefined;
    IDBDatabase.prototype.transaction = function (...given) {
      return (latest = begin.apply(this, given));
    };
    try {
      // As when the disk is full: each line was taken, the whole was not.
      const written = await dbLog.transact(() => {
        queueMicrotask(() => latest?.abort());
        return [['e', '5']];
      }, 50_000);
      expect(written).to.equal(false);
    } finally {
      IDBDatabase.prototype.transaction = begin;
    }
    expect(await read()).to.deep.equal(before);
    expect(await dbLog.transact(() => [['e', '6']], 50_000)).to.equal(true);
    expect(await read()).to.deep.equal([...before, ['e', '6']]);
  });

  it('reads a database from its first line that replaced another during a transaction', async () => {
    const name = ownNamespace();
    const [log, other] = [indexedDbLog(name, 50_000), indexedDbLog(name, 50_000)];
    const begin = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')
      ?.value as IDBDatabase['transaction'];
    let latest: IDBDatabase | undefined;
    IDBDatabase.prototype.transaction = function (...given) {
      const transaction = begin.apply(this, given);
      latest = transaction.db;
      return transaction;
    };
    try {
      await log.transact(() => {
        latest?.dispatchEvent(new Event('versionchange'));
        return [
          ['a', '1'],
          ['b', '2'],
        ];
      }, 50_000);
    } finally {
      IDBDatabase.prototype.transaction = begin;
    }
    indexedDB.deleteDatabase(name);
    await other.transact(() => [['c', '3']], 50_000);
    let heard: readonly Line[] = [];
    await log.transact((fresh) => {
      heard = fresh;
      return [];
    }, 50_000);
    expect(heard).to.deep.equal([['c', '3']]);
    for (const each of [log, other]) each.close();
    indexedDB.deleteDatabase(name);
  });

  it('says that nothing is on disk when a line could not be added, and goes on', async () => {
    const before = await read();
    const [line] = before;
    if (!line) throw new Error('no line');
    const real = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'error')!;
    const failing = { get: () => new DOMException('', 'UnknownError'), configurable: true };
    Object.defineProperty(IDBRequest.prototype, 'error', failing);
    try {
      const added = dbLog.transact(() => [['beside', '1'], line], 50_000);
      expect(await added).to.equal(false);
    } finally {
      Object.defineProperty(IDBRequest.prototype, 'error', real);
    }
    expect(await read()).to.deep.equal(before);
    expect(await dbLog.transact(() => [['after', '1'], line], 50_000)).to.equal(true);
    expect(await read()).to.deep.equal([...before, ['after', '1']]);
  });

  it('deletes the lines it is told to, and no other', async () => {
    const before = await read();
    const [gone, ...rest] = before;
    expect(await dbLog.remove([gone?.[0] ?? '', 'never there'])).to.equal(true);
    expect(await read()).to.deep.equal(rest);
    expect(await dbLog.transact(() => [['a', 'again']], 50_000)).to.equal(true);
    expect(await read()).to.deep.equal([...rest, ['a', 'again']]);
  });

  it('gives up what takes too long, and then nothing of it is on disk', async () => {
    const before = await read();
    const blocker = await new Promise<IDBDatabase>((resolve, reject) => {
      const opened = indexedDB.open(name);
      opened.onsuccess = () => resolve(opened.result);
      opened.onerror = () => reject(new Error('no database'));
    });
    // Another tab that does not let go of the store.
    const busy = blocker.transaction('lines', 'readwrite').objectStore('lines');
    let isOver = false;
    const again = (): void => {
      if (!isOver) busy.count().onsuccess = again;
    };
    again();
    expect(await dbLog.transact(() => [['late', '1']], 20)).to.equal(false);
    isOver = true;
    blocker.close();
    expect(await read()).to.deep.equal(before);
  });

  it('holds nothing in a database that can’t be opened, or that is none of ours', async () => {
    const { open } = IDBFactory.prototype;
    const [broken, foreign] = [ownNamespace(), ownNamespace()];
    for (const [other, version] of [
      [broken, 2],
      [foreign, 1],
    ] as const)
      await new Promise<void>((resolve) => {
        const made = open.call(indexedDB, other, version);
        made.onsuccess = () => {
          made.result.close();
          resolve();
        };
      });
    IDBFactory.prototype.open = function (database) {
      return open.call(this, database, 1);
    };
    const logs = [broken, foreign].map((other) => indexedDbLog(other, 50_000));
    try {
      for (const log of logs) {
        expect(await log.transact(() => [['a', '1']], 50_000)).to.equal(false);
        expect(await log.remove(['a'])).to.equal(false);
      }
    } finally {
      IDBFactory.prototype.open = open;
      for (const log of logs) log.close();
      for (const other of [broken, foreign]) indexedDB.deleteDatabase(other);
    }
  });

  it('holds nothing where the browser has no database', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB') ?? {};
    const none = indexedDbLog(ownNamespace());
    try {
      for (const get of [
        () => {
          throw new DOMException('', 'SecurityError');
        },
        () => undefined,
      ]) {
        Object.defineProperty(globalThis, 'indexedDB', { configurable: true, get });
        expect(await none.transact(() => [['a', '1']], 200)).to.equal(false);
        expect(await none.remove(['a'])).to.equal(false);
      }
    } finally {
      Object.defineProperty(globalThis, 'indexedDB', own);
    }
    none.close();
  });
});
