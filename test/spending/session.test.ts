import { expect } from 'chai';
import { buy, simulatedBrowser, NOON } from './simulated-browser.js';

const MINUTE = 60_000;

describe('a session', () => {
  it('is one visit in all tabs', async () => {
    const browser = simulatedBrowser();
    const [one, other] = [browser.tab(), browser.tab()];
    expect(other.session()).to.equal(one.session());
    await buy(one);
    expect(other.tally().session.settled).to.equal('0.04');
  });

  it('goes on while something happens at least every half hour', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    for (let bought = 0; bought < 4; bought += 1) {
      await buy(journal);
      browser.clock.pass(29 * MINUTE);
    }
    expect(journal.tally().session.settled).to.equal('0.16');
  });

  it('ends after thirty minutes without activity, here and in a tab opened then', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    const first = journal.session();
    await buy(journal);
    browser.clock.pass(30 * MINUTE);
    for (const each of [journal, browser.tab()]) {
      expect(each.tally().session).to.deep.equal({
        settled: '0',
        inDoubt: '0',
        pictures: 0,
        purchases: 0,
      });
      expect(each.tally().today.settled).to.equal('0.04');
    }
    expect(journal.session()).not.to.equal(first);
  });

  it('ends when the reader starts a new one, in every tab', async () => {
    const browser = simulatedBrowser();
    const [one, other] = [browser.tab(), browser.tab()];
    other.tally();
    await buy(one);
    one.newSession();
    expect(other.tally().session.settled).to.equal('0');
    await buy(other, '0.01');
    expect(one.tally().session.settled).to.equal('0.01');
    expect(one.tally().all.settled).to.equal('0.05');
  });

  it('is still one when two tabs began it at the same moment without seeing each other', async () => {
    const browser = simulatedBrowser();
    const [one, other] = [browser.tab({ deaf: true }), browser.tab({ deaf: true })];
    one.tally();
    other.tally();
    expect(one.session()).not.to.equal(other.session());
    await buy(one);
    await buy(other);
    expect(browser.tab().tally().session).to.deep.include({ settled: '0.08', purchases: 2 });
  });

  it('counts today and this month by the reader’s own calendar', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    browser.clock.set(new Date(2026, 9, 31, 23, 50).getTime());
    await buy(journal, '1');
    browser.clock.set(new Date(2026, 10, 20, 23, 59).getTime());
    await buy(journal, '2');
    browser.clock.set(NOON);
    await buy(journal, '4');
    const { today, month, all } = journal.tally();
    expect([today.settled, month.settled, all.settled]).to.deep.equal(['4', '6', '7']);
    expect(browser.tab().tally().month.settled).to.equal('6');
  });
});
