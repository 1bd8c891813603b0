import { expect } from 'chai';
import { browserJournal } from '../../src/spending/browser-journal.js';
import { hasHistory, hasLines } from '../../src/spending/has-history.js';
import { until } from '../support/until.js';

function forgetDatabase(): Promise<void> {
  return new Promise((done) => {
    const gone = indexedDB.deleteDatabase('upi1');
    gone.onsuccess = gone.onerror = gone.onblocked = () => done();
  });
}

describe('a browser’s history, without the journal’s code', () => {
  beforeEach(async () => {
    localStorage.clear();
    await forgetDatabase();
  });
  after(() => localStorage.clear());

  it('is none where nothing was ever kept', async () => {
    localStorage.setItem('of-the-page', '1');
    expect(hasLines()).to.equal(false);
    expect(await hasHistory()).to.equal(false);
  });

  it('is seen by a line of ours, or by the database that outlives cleared lines', async () => {
    localStorage.setItem('upi1:e:x', '1');
    expect(await hasHistory()).to.equal(true);
    localStorage.clear();
    await new Promise<void>((done, failed) => {
      const opened = indexedDB.open('upi1');
      opened.onsuccess = () => {
        opened.result.close();
        done();
      };
      opened.onerror = () => failed(new Error('no database'));
    });
    expect(await hasHistory()).to.equal(true);
  });

  it('is taken to be there where nobody can look', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    const databases = indexedDB.databases.bind(indexedDB);
    try {
      expect(hasLines()).to.equal(undefined);
      expect(await hasHistory()).to.equal(true);
    } finally {
      if (own) Object.defineProperty(globalThis, 'localStorage', own);
    }
    try {
      indexedDB.databases = () => Promise.reject(new DOMException('blocked', 'SecurityError'));
      expect([hasLines(), await hasHistory()]).to.deep.equal([false, true]);
    } finally {
      indexedDB.databases = databases;
    }
  });

  it('lets the page say that nothing was spent, until another tab writes', async () => {
    // As on a page on which nobody asked for it before.
    Reflect.deleteProperty(globalThis, Symbol.for('user-pays-image/journal@1'));
    const journal = browserJournal();
    let heard = 0;
    const stop = journal.subscribe(() => (heard += 1));
    await until(() => journal.loaded);
    expect(heard).to.equal(1);
    expect(journal.tally().all.settled).to.equal('0');
    expect(() => journal.newId(), 'its code is not here').to.throw();
    localStorage.setItem('upi1:e:x', 'a line this release can’t read');
    dispatchEvent(new StorageEvent('storage', { key: 'upi1:e:x' }));
    await until(() => journal.tally().unreadable === 1);
    expect(journal.newId()).to.be.a('string');
    stop();
  });
});
