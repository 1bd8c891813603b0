import { expect } from 'chai';
import { pageTabEvents } from '../../src/spending/tab-events.js';
import { buy, NOON, settableClock, simulatedBrowser } from './simulated-browser.js';

const [HOUR, DAY] = [3_600_000, 86_400_000];

describe('a page that stays open', () => {
  it('tells everybody when midnight has passed, once', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    await buy(journal);
    const seen: string[] = [];
    journal.subscribe(() => seen.push(journal.tally().today.settled));
    browser.hint();
    expect(seen).to.deep.equal([]);
    browser.clock.pass(12 * HOUR + 1);
    browser.hint();
    browser.hint();
    expect(seen).to.deep.equal(['0']);
    expect(journal.tally()).to.nested.include({ 'month.settled': '0.04', 'all.settled': '0.04' });
  });

  it('tells everybody when the month is over', async () => {
    const browser = simulatedBrowser(settableClock(NOON + 9 * DAY));
    const journal = browser.tab();
    await buy(journal);
    const seen: string[] = [];
    journal.subscribe(() => seen.push(journal.tally().month.settled));
    browser.clock.pass(DAY);
    browser.hint();
    expect(seen).to.deep.equal(['0']);
    expect(journal.tally().all.settled).to.equal('0.04');
  });

  it('tells everybody when the visit is over, and that it is not while there is activity', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    await buy(journal);
    const seen: string[] = [];
    journal.subscribe(() => seen.push(journal.tally().session.settled));
    browser.clock.pass(HOUR / 2 - 1);
    browser.hint();
    expect(seen).to.deep.equal([]);
    browser.clock.pass(2);
    browser.hint();
    browser.hint();
    expect(seen).to.deep.equal(['0']);
  });

  it('says nothing when it was opened and nothing has passed', async () => {
    const browser = simulatedBrowser();
    await buy(browser.tab());
    const later = browser.tab();
    let news = 0;
    later.subscribe(() => {
      news += 1;
    });
    await later.ready;
    browser.hint();
    expect(news).to.equal(0);
  });
});

describe('the signs a page looks up at', () => {
  const { setInterval, clearInterval } = globalThis;
  const ticking = new Map<number, { run: () => void; ms: number }>();
  beforeEach(() => {
    let last = 0;
    Object.assign(globalThis, {
      setInterval: (run: () => void, ms: number) => {
        last += 1;
        ticking.set(last, { run, ms });
        return last;
      },
      clearInterval: (id: number) => void ticking.delete(id),
    });
  });
  afterEach(() => void Object.assign(globalThis, { setInterval, clearInterval }));

  it('come once a minute while it is in sight, and end with it', () => {
    let hints = 0;
    let visibility: DocumentVisibilityState = 'visible';
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => visibility,
    });
    const tick = (): void => {
      for (const { run } of ticking.values()) run();
    };
    const stop = pageTabEvents(() => {
      hints += 1;
    });
    try {
      expect([...ticking.values()].map(({ ms }) => ms)).to.deep.equal([60_000]);
      tick();
      expect(hints).to.equal(1);
      visibility = 'hidden';
      tick();
      expect(hints).to.equal(1);
      visibility = 'visible';
      document.dispatchEvent(new Event('visibilitychange'));
      expect(hints).to.equal(2);
    } finally {
      stop();
      Reflect.deleteProperty(document, 'visibilityState');
    }
    expect(ticking.size).to.equal(0);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(hints).to.equal(2);
  });
});
