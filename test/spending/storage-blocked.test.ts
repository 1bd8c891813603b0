import { expect } from 'chai';
import { systemClock } from '../../src/base/clock.js';
import { createJournal } from '../../src/spending/journal.js';
import { indexedDbLog } from '../../src/spending/indexed-db-log.js';
import { localTextStore } from '../../src/spending/storage.js';
import { ownNamespace, sweep } from './real-ports.js';
import { buy, intent, simulatedBrowser } from './simulated-browser.js';

describe('blocked storage', () => {
  it('stops real purchases, says so, and lets the sandbox go on', async () => {
    const browser = simulatedBrowser();
    browser.refuse = 'SecurityError';
    browser.mirrorDown = true;
    const journal = browser.tab();
    expect(journal.health()).to.equal('blocked');
    const error = await journal.reserve([intent(journal)], {}).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.deep.include({ code: 'storage-blocked', stage: 'guard', charge: 'none' });
    await buy(journal, '0.03', { simulated: true });
    expect(journal.tally().sandbox.all.settled).to.equal('0.03');
    expect(journal.tally().all.purchases).to.equal(0);
  });

  it('does not hang on a database that never answers', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
    Object.defineProperty(globalThis, 'indexedDB', {
      configurable: true,
      value: { open: () => ({}) },
    });
    try {
      const dbLog = indexedDbLog('never');
      expect(await dbLog.transact(() => [], 100)).to.equal(false);
    } finally {
      if (own) Object.defineProperty(globalThis, 'indexedDB', own);
      else Reflect.deleteProperty(globalThis, 'indexedDB');
    }
  });

  it('does not throw where naming the database does', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
    Object.defineProperty(globalThis, 'indexedDB', {
      configurable: true,
      get: () => {
        throw new DOMException('sandboxed', 'SecurityError');
      },
    });
    try {
      expect(await indexedDbLog('sandboxed').transact(() => [], 100)).to.equal(false);
    } finally {
      if (own) Object.defineProperty(globalThis, 'indexedDB', own);
      else Reflect.deleteProperty(globalThis, 'indexedDB');
    }
  });

  it('steps aside when the site’s database is deleted, and fills a new one from what it knows', async () => {
    const namespace = ownNamespace();
    const journal = createJournal({
      takeAct: () => true,
      store: localTextStore(),
      dbLog: indexedDbLog(namespace, 50_000),
      clock: systemClock,
      namespace,
    });
    await journal.ready;
    await buy(journal, '0.01');
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(namespace);
      request.onsuccess = () => resolve();
      request.onerror = request.onblocked = () =>
        reject(new Error('the journal held on to its database'));
    });
    await buy(journal, '0.02');
    const found: string[] = [];
    await indexedDbLog(namespace, 50_000).transact((fresh) => {
      found.push(...fresh.map(([name]) => name));
      return [];
    }, 50_000);
    expect(found.filter((name) => name.endsWith(':i'))).to.have.length(2);
    journal.close();
    sweep(namespace);
  });

  it('of one kind only still lets the reader buy, and both copies agree later', async () => {
    const browser = simulatedBrowser();
    browser.mirrorDown = true;
    await buy(browser.tab(), '0.01');
    browser.mirrorDown = false;
    browser.refuse = 'SecurityError';
    await buy(browser.tab(), '0.02');
    browser.refuse = undefined;
    const later = browser.tab();
    await later.ready;
    expect(later.tally().all.settled).to.equal('0.03');
    expect(browser.rows.size).to.be.above(6);
  });
});
