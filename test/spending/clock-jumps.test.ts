import { expect } from 'chai';
import { buy, intent, NOON, simulatedBrowser } from './simulated-browser.js';

const DAY = 86_400_000;

describe('a clock that jumps', () => {
  it('makes no two ids alike and loses no line, set back or forward', async () => {
    const browser = simulatedBrowser();
    const tabs = [browser.tab(), browser.tab()];
    const ids = new Set<string>();
    for (const jump of [0, DAY, -DAY, -365 * DAY, 0, 30 * DAY, 0]) {
      browser.clock.set(NOON + jump);
      for (const journal of tabs) {
        ids.add(await buy(journal, '0.01'));
        ids.add(await buy(journal, '0.01'));
      }
    }
    expect(ids.size).to.equal(28);
    for (const journal of [...tabs, browser.tab()])
      expect(journal.tally().all).to.deep.include({ settled: '0.28', pictures: 28 });
  });

  it('does not free a daily cap when it is set back', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    await buy(journal, '0.09');
    browser.clock.set(NOON - DAY);
    expect(await journal.reserve([intent(journal)], { day: '0.10' })).to.deep.include({
      cap: 'day',
      spent: '0.09',
    });
  });

  it('keeps the later word the later one when the clock was set back in between', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    await journal.setReaderCaps({ day: '5' });
    browser.clock.set(NOON - 40 * DAY);
    await browser.tab().setReaderCaps({ day: '1' });
    expect(browser.tab().readerCaps()).to.deep.equal({ day: '1' });
  });

  it('leaves the visit usable after a day forward and back', async () => {
    const browser = simulatedBrowser();
    const [one, other] = [browser.tab(), browser.tab()];
    other.tally();
    await buy(one);
    browser.clock.set(NOON + DAY);
    await buy(one);
    browser.clock.set(NOON);
    await buy(one, '0.01');
    await buy(other, '0.02');
    expect(one.tally().session.settled).to.equal('0.03');
    expect(other.tally().session.settled).to.equal('0.03');
  });

  it('measures how long a picture took by the clock that never jumps', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    const line = intent(journal);
    await journal.reserve([line], {});
    browser.clock.pass(8000);
    browser.clock.set(NOON - DAY);
    await journal.settle(line.id, { charged: '0.04', basis: 'reported', pictures: 1 });
    expect(journal.entry(line.id)?.took).to.equal(8000);
  });
});
