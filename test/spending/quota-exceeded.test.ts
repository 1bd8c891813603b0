import { expect } from 'chai';
import { createJournal } from '../../src/spending/journal.js';
import { ownNamespace, realPorts, sweep } from './real-ports.js';
import { buy, intent, simulatedBrowser } from './simulated-browser.js';

function code(error: unknown): unknown {
  return (error as { code?: unknown }).code;
}

/** Fills localStorage to the last character; the returned function frees it again. */
function fill(namespace: string): () => void {
  let text = 'x'.repeat(8_000_000);
  let key = 0;
  while (text.length) {
    try {
      localStorage.setItem(`${namespace}-filler-${String(key)}`, text);
      key += 1;
    } catch {
      text = text.slice(0, Math.floor(text.length / 2));
    }
  }
  return () => {
    for (let at = 0; at < key; at += 1)
      localStorage.removeItem(`${namespace}-filler-${String(at)}`);
  };
}

describe('a full disk', () => {
  it('stops real purchases before anything is sent when no copy of the line can be kept', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    const line = intent(journal);
    browser.refuse = 'QuotaExceededError';
    browser.mirrorDown = true;
    const error = await journal.reserve([line], {}).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.deep.include({ code: 'storage-full', stage: 'guard', charge: 'none' });
    expect(journal.health()).to.equal('full');
    expect(journal.tally().all.purchases).to.equal(0);
    browser.refuse = undefined;
    await buy(journal, '0.01');
    expect(browser.tab().tally().all).to.deep.equal({
      settled: '0.01',
      inDoubt: '0',
      pictures: 1,
      purchases: 1,
    });
  });

  it('lets the sandbox go on in memory', async () => {
    const browser = simulatedBrowser();
    browser.refuse = 'QuotaExceededError';
    browser.mirrorDown = true;
    const journal = browser.tab();
    await buy(journal, '0.03', { simulated: true });
    expect(journal.tally().sandbox.session).to.deep.equal({
      settled: '0.03',
      inDoubt: '0',
      pictures: 1,
      purchases: 1,
    });
  });

  it('loses nothing that was settled meanwhile: it is kept in memory and written when there is room', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    const line = intent(journal);
    await journal.reserve([line], {});
    browser.refuse = 'QuotaExceededError';
    browser.mirrorDown = true;
    await journal.settle(line.id, { charged: '0.04', basis: 'reported', pictures: 1 });
    expect(journal.tally().all.settled).to.equal('0.04');
    browser.refuse = undefined;
    await buy(journal, '0.01');
    expect(browser.tab().tally().all.settled).to.equal('0.05');
  });

  it('goes on with the mirror alone, and a later page has both again', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    await journal.ready;
    browser.refuse = 'QuotaExceededError';
    await buy(journal, '0.04');
    expect(journal.health()).to.equal('ok');
    browser.refuse = undefined;
    const later = browser.tab();
    await later.ready;
    expect(later.tally().all.settled).to.equal('0.04');
    browser.mirrorDown = true;
    expect(browser.tab().tally().all.settled).to.equal('0.04');
  });

  it('is not believed at once: Firefox says so now and then with plenty of room', async () => {
    const browser = simulatedBrowser();
    browser.mirrorDown = true;
    const journal = browser.tab();
    const line = intent(journal);
    const set = browser.store.set;
    let refusals = 0;
    browser.store.set = (key, value) => {
      refusals += 1;
      if (refusals % 6 !== 0)
        throw Object.assign(new Error('spurious'), { name: 'NS_ERROR_DOM_QUOTA_REACHED' });
      set(key, value);
    };
    expect(await browser.tab().reserve([line], {})).to.equal(undefined);
    expect(refusals).to.be.above(5);
  });

  it('is noticed and survived in this browser’s real storage', async function () {
    this.timeout(120_000);
    const namespace = ownNamespace();
    const journal = createJournal({ ...realPorts(namespace), dbLog: undefined });
    await buy(journal, '0.01');
    const free = fill(namespace);
    try {
      const error = await journal.reserve([intent(journal)], {}).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(code(error)).to.equal('storage-full');
    } finally {
      free();
    }
    await buy(journal, '0.02');
    expect(journal.health()).to.equal('ok');
    const later = createJournal({ ...realPorts(namespace), dbLog: undefined });
    expect(later.tally().all).to.deep.equal({
      settled: '0.03',
      inDoubt: '0',
      pictures: 2,
      purchases: 2,
    });
    journal.close();
    later.close();
    sweep(namespace);
  });
});
