import { expect } from 'chai';
import { createJournal, type SpendingJournal } from '../../src/spending/journal.js';
import { ownNamespace, realPorts, sweep } from './real-ports.js';
import { pageJournal } from '../../src/spending/page-journal.js';
import { buy, intent } from './simulated-browser.js';

/** Rows as another page of the origin may have left them, each with the key it takes. */
const nonsense: Readonly<Record<string, readonly object[]>> = {
  'no name and no value': [{}],
  'a name that is null': [{ k: null }, { k: null, v: null }],
  numbers: [{ k: 1, v: 2 }],
  'a list and an object': [{ k: ['e', 'x'], v: {} }],
  'a name without a value': [{ k: 'e:x' }],
  'a value without a name': [{ v: 'caps|||' }],
  'bytes and dates': [{ k: new Uint8Array([1]), v: new Date(0) }],
  'an empty name': [{ k: '', v: '' }],
  'keys that are no numbers': [
    { n: 'a text', k: 'a', v: 'b' },
    { n: new Date(0), k: 'c', v: 'd' },
    { n: [1], k: 'e', v: 'f' },
  ],
  'keys below one, and between two': [
    { n: -5, k: 'a', v: 'b' },
    { n: 0.5, k: null },
  ],
  'an infinite key': [{ n: Infinity, k: 'a', v: 'b' }],
  'the highest key there is': [{ n: 2 ** 53, k: 'a', v: 'b' }],
  'nearly the highest': [{ n: 2 ** 53 - 3, k: null, v: 'b' }],
  'a thousand of them': Array.from({ length: 1000 }, () => ({ k: null })),
};

async function planted(name: string, rows: readonly object[]): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onerror = () => reject(new Error('not opened'));
    request.onsuccess = () => {
      const transaction = request.result.transaction('lines', 'readwrite');
      for (const row of rows)
        // WebKit takes a name that is null once.
        transaction.objectStore('lines').put(row).onerror = (event) => event.preventDefault();
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
      transaction.onabort = () => reject(new Error(String(transaction.error)));
    };
  });
}

describe('a database with rows that are no lines', () => {
  const opened: SpendingJournal[] = [];
  const namespaces: string[] = [];
  const tab = (namespace: string): SpendingJournal => {
    const journal = createJournal(realPorts(namespace));
    opened.push(journal);
    return journal;
  };
  after(() => {
    for (const journal of opened) journal.close();
    for (const namespace of namespaces) sweep(namespace);
  });

  for (const [what, rows] of Object.entries(nonsense)) {
    it(`(${what}) is bought with as if they were not there, and loses nothing`, async () => {
      const namespace = ownNamespace();
      namespaces.push(namespace);
      const first = tab(namespace);
      await buy(first, '0.04');
      await planted(namespace, rows);
      // Both who has read the database before, and who has not.
      await buy(first, '0.05');
      const second = tab(namespace);
      await second.ready;
      await buy(second, '0.06');
      for (const journal of [second, tab(namespace)]) {
        await journal.ready;
        expect(journal.tally().all).to.include({ settled: '0.15', pictures: 3 });
      }
    });
  }

  it('that has another shape altogether is not written to, and buying goes on in localStorage', async () => {
    for (const options of [{}, { keyPath: 'n' }, { keyPath: 'k' }, { autoIncrement: true }]) {
      const namespace = ownNamespace();
      namespaces.push(namespace);
      await new Promise((resolve) => {
        const request = indexedDB.open(namespace);
        request.onupgradeneeded = () => void request.result.createObjectStore('lines', options);
        request.onsuccess = () => {
          request.result.close();
          resolve(undefined);
        };
      });
      await buy(tab(namespace), '0.04');
      const other = tab(namespace);
      await other.ready;
      expect(other.tally().all).to.include({ settled: '0.04', pictures: 1 });
    }
  });
});

describe('a frame whose storage dies with the page', () => {
  it('buys play money only, and says that storage is blocked', async () => {
    Object.defineProperty(globalThis, 'credentialless', { value: true, configurable: true });
    const journal = pageJournal(() => true);
    try {
      await journal.ready;
      expect(journal.health()).to.equal('blocked');
      const real = await journal.reserve([intent(journal)], {}).catch((error: unknown) => error);
      expect(real).to.include({ code: 'storage-blocked', charge: 'none' });
      const played = await journal.reserve([intent(journal, { simulated: true })], {});
      expect(played).to.equal(undefined);
      expect(Object.keys(localStorage).filter((key) => key.startsWith('upi1:e:'))).to.deep.equal(
        [],
      );
    } finally {
      journal.close();
      Reflect.deleteProperty(globalThis, 'credentialless');
    }
  });

  it('is not one because an element of the page is called so', async () => {
    const named = Object.assign(document.createElement('a'), { id: 'credentialless' });
    document.body.append(named);
    const journal = pageJournal(() => true);
    await journal.ready;
    expect(journal.health()).to.equal('ok');
    journal.close();
    named.remove();
  });
});
