// In Node, not in three engines at once: the work is the same, and nothing here is a browser's.
import { expect } from 'chai';
import { describe, it } from 'node:test';
import { buy, NOON, settableClock, simulatedBrowser } from './simulated-browser.js';

const DAY = 86_400_000;
const prices = ['0.03', '0.045', '0.0001384'] as const;

describe('a journal of ten thousand purchases', () => {
  it('is compacted by itself when it outgrows its room, and stays below a megabyte', async () => {
    const browser = simulatedBrowser(settableClock(NOON - 20 * DAY));
    const journal = browser.tab();
    await journal.ready;
    for (let bought = 0; bought < 10_000; bought += 1) {
      if (bought % 50 === 0) browser.clock.pass(DAY / 10);
      await buy(journal, prices[bought % prices.length]);
    }
    await journal.schedule.tidy();
    const size = browser.store
      .keys()
      .reduce((sum, key) => sum + key.length + (browser.store.get(key) ?? '').length, 0);
    expect(size).to.be.below(1_000_000);
    expect(browser.tab().tally().all).to.deep.equal(journal.tally().all);
    expect(journal.tally().all.pictures).to.equal(10_000);
  });
});
