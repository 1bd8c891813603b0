import { expect } from 'chai';
import { createJournal } from '../../src/spending/journal.js';
import { ownNamespace, realPorts, sweep } from './real-ports.js';
import { buy, intent, simulatedBrowser } from './simulated-browser.js';

function clear(browser: ReturnType<typeof simulatedBrowser>): void {
  for (const key of browser.store.keys()) browser.store.remove(key);
}

describe('storage that somebody clears', () => {
  it('in the middle of a purchase is written again from memory, and the clearing is counted', async () => {
    const browser = simulatedBrowser();
    browser.mirrorDown = true;
    const journal = browser.tab();
    await buy(journal, '0.01');
    const line = intent(journal);
    await journal.reserve([line], {});
    clear(browser);
    await journal.settle(line.id, { charged: '0.04', basis: 'reported', pictures: 1 });
    expect(journal.cleared()).to.equal(1);
    expect(journal.tally().all.settled).to.equal('0.05');
    expect(browser.tab().tally().all).to.deep.equal({
      settled: '0.05',
      inDoubt: '0',
      pictures: 2,
      purchases: 2,
    });
    expect(browser.tab().entry(line.id)?.model).to.equal('flux-2-pro');
  });

  it('is noticed without a purchase, by the browser’s sign alone', async () => {
    const browser = simulatedBrowser();
    browser.mirrorDown = true;
    const journal = browser.tab();
    await buy(journal, '0.01');
    clear(browser);
    browser.hint();
    await new Promise((resolve) => setTimeout(resolve));
    expect(browser.tab().tally().all.settled).to.equal('0.01');
  });

  it('is noticed when another tab began a new journal meanwhile', async () => {
    const browser = simulatedBrowser();
    browser.mirrorDown = true;
    const journal = browser.tab({ deaf: true });
    await buy(journal, '0.01');
    clear(browser);
    const other = browser.tab();
    await buy(other, '0.02');
    await buy(journal, '0.04');
    expect(journal.cleared()).to.equal(1);
    expect(journal.tally().all.settled, 'it has read what the other began').to.equal('0.07');
    expect(browser.tab().tally().all.settled).to.equal('0.07');
  });

  it('is not suspected when two tabs begin together', async () => {
    const browser = simulatedBrowser();
    const [one, other] = [browser.tab(), browser.tab()];
    await buy(one);
    browser.store.set('upi1:m', 'anotherepoch');
    other.tally();
    browser.hint();
    expect([one.cleared(), other.cleared()]).to.deep.equal([0, 0]);
  });

  it('comes back from the mirror when no page was open', async () => {
    const browser = simulatedBrowser();
    await buy(browser.tab(), '0.04');
    clear(browser);
    const later = browser.tab();
    await later.ready;
    expect(later.tally().all.settled).to.equal('0.04');
    browser.mirrorDown = true;
    expect(browser.tab().tally().all.settled).to.equal('0.04');
  });

  it('is healed in this browser’s real storage', async () => {
    const namespace = ownNamespace();
    const journal = createJournal(realPorts(namespace));
    await buy(journal, '0.01');
    for (const key of Object.keys(localStorage))
      if (key.startsWith(namespace)) localStorage.removeItem(key);
    await buy(journal, '0.02');
    const later = createJournal({ ...realPorts(namespace), dbLog: undefined });
    expect(later.tally().all.settled).to.equal('0.03');
    journal.close();
    later.close();
    sweep(namespace);
  });
});
