import { expect } from 'chai';
import { shared } from '../../src/base/shared.js';
import { browserJournal } from '../../src/spending/browser-journal.js';
import type { SpendingJournal } from '../../src/spending/journal.js';
import '../support/fresh-origin.js';
import { buy, intent, simulatedBrowser } from './simulated-browser.js';

async function codeOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
    return 'done';
  } catch (error) {
    expect(error).to.include({ stage: 'guard', charge: 'none' });
    return (error as { code: unknown }).code;
  }
}

/** All that leaves more to be spent. */
const loosening: Readonly<Record<string, (journal: SpendingJournal, id: string) => unknown>> = {
  'a raised limit': (journal) => journal.setReaderCaps({ day: '9' }, { raise: true }),
  'a dropped limit': (journal) => journal.setReaderCaps({}, { raise: true }),
  'a correction downwards': (journal, id) => journal.correct(id, '-0.03', 'x'),
  'the reader’s own word': (journal, id) => journal.settleByReader([{ id, charged: '0' }]),
  'a new session': (journal) => journal.newSession(),
  'a reset': (journal) => journal.reset(),
};

describe('what leaves more to be spent', () => {
  for (const [what, loosen] of Object.entries(loosening))
    it(`(${what}) takes an act of the reader, one each, and is refused without`, async () => {
      let acts = 0;
      const browser = simulatedBrowser();
      Object.defineProperty(browser, 'acts', { get: () => acts-- > 0 });
      const journal = browser.tab();
      await journal.setReaderCaps({ day: '0.05' });
      const id = await buy(journal, '0.04');
      const state = (): string =>
        JSON.stringify([journal.tally(), journal.readerCaps(), journal.entry(id)]);
      const before = state();
      expect(await codeOf(() => loosen(journal, id))).to.equal('no-gesture');
      expect(state()).to.equal(before);
      expect(await journal.reserve([intent(journal)], { session: '0.05' })).to.include({
        limit: '0.05',
      });
      acts = 1;
      expect(await codeOf(() => loosen(journal, id))).to.equal('done');
      if (what === 'the reader’s own word') expect(journal.entry(id)?.charged).to.equal('0.04');
      expect(acts).to.equal(0);
    });

  it('is not to be had by another port, once the journal is made', async () => {
    const browser = simulatedBrowser();
    browser.acts = false;
    const journal = browser.tab();
    await journal.setReaderCaps({ day: '0.05' });
    Object.assign(journal.log.ports, { takeAct: () => true });
    const raise = () => journal.setReaderCaps({}, { raise: true });
    expect(await codeOf(raise)).to.equal('no-gesture');
  });
});

describe('what leaves no more to be spent', () => {
  it('takes no act: a lower limit, a correction upwards, an undone reset, and all that machines write', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    const id = await buy(journal, '0.04');
    await journal.reset();
    browser.acts = false;
    expect(await journal.undoReset()).to.equal(true);
    await journal.setReaderCaps({ day: '5' });
    await journal.setReaderCaps({ day: '4' }, { raise: true });
    await journal.correct(id, '0.01', 'more');
    const [one, other] = [intent(journal), intent(journal)];
    await journal.reserve([one, other], {});
    await journal.refuse(one.id, 'x');
    await journal.doubt(other.id, 'x');
    await journal.settle(other.id, { charged: '0', basis: 'reported', pictures: 0 });
    expect(journal.tally().all).to.include({ settled: '0.05', inDoubt: '0' });
    expect(journal.readerCaps()).to.deep.equal({ day: '4' });
  });
});

describe('the page’s journal before it is loaded', () => {
  it('takes the reader’s act as it is called, not when its code is there', async () => {
    const key = Symbol.for('user-pays-image/journal@1');
    const before: unknown = Reflect.get(globalThis, key);
    for (const acts of [true, false]) {
      Reflect.deleteProperty(globalThis, key);
      let isActive = acts;
      const journal = browserJournal(() => {
        const acted = isActive;
        isActive = false;
        return acted;
      });
      const called = codeOf(() => journal.reset());
      expect(isActive, 'used up at once').to.equal(false);
      expect(await called).to.equal(acts ? 'done' : 'no-gesture');
      expect(await codeOf(() => journal.newSession()), 'one act, one call').to.equal('no-gesture');
      isActive = true;
      expect(await codeOf(() => journal.newSession())).to.equal('done');
      journal.close();
    }
    Reflect.deleteProperty(globalThis, key);
    if (before) shared('journal', 1, () => before);
    localStorage.clear();
  });
});
