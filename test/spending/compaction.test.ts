import { expect } from 'chai';
import { compact } from '../../src/spending/compaction.js';
import type { Tally } from '../../src/spending/entry.js';
import { createJournal, type SpendingJournal } from '../../src/spending/journal.js';
import type { settableClock } from './simulated-browser.js';
import { buy, intent, NOON, simulatedBrowser } from './simulated-browser.js';

const DAY = 86_400_000;
function keysOf(browser: ReturnType<typeof simulatedBrowser>, kind: string): string[] {
  return browser.store.keys().filter((key) => key.startsWith(`upi1:${kind}:`));
}
function sizeOf(browser: ReturnType<typeof simulatedBrowser>): number {
  return browser.store
    .keys()
    .reduce((size, key) => size + key.length + (browser.store.get(key) ?? '').length, 0);
}

/**
 * More than a month of purchases, fewer than are packed by themselves: settled, corrected, refused,
 * in doubt, under way.
 */
async function history(
  journal: SpendingJournal,
  clock: ReturnType<typeof settableClock>,
  days = 38,
): Promise<void> {
  for (let day = days; day >= 0; day -= 1) {
    clock.set(NOON - day * DAY);
    await buy(journal, '0.04', {
      model: ['flux-2-pro', 'flux-2-max', 'other\nmodel|x'][day % 3] ?? '',
      simulated: day % 10 === 9,
    });
    const id = await buy(journal, '0.0001384', {
      route: 'replicate',
      prompt: day % 7 ? '' : 'a fox, 100%',
    });
    if (day % 5 === 0) await journal.correct(id, '-0.0000001', 'price fell; 100%\ntwice');
    const other = intent(journal);
    await journal.reserve([other], {});
    if (day % 4 === 1) await journal.refuse(other.id, 'insufficient-funds');
    else if (day % 4 === 2)
      await journal.settle(other.id, {
        charged: '0.03',
        basis: 'computed',
        pictures: 0,
        note: 'lost',
      });
    else if (day === 8) await journal.doubt(other.id, 'timed-out');
    else if (day !== 12)
      await journal.settle(other.id, { charged: '0', basis: 'reported', pictures: 0 });
  }
}

describe('compaction', () => {
  it('keeps every sum and every line, takes a fraction of the room, and leaves open and doubtful lines loose', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab({ site: 'ada.github.io/blog' });
    await history(journal, browser.clock);
    const [tally, entries, before] = [journal.tally(), journal.entries(), sizeOf(browser)];
    expect(await compact(journal.log, { age: DAY, months: false })).to.be.above(100);
    expect(sizeOf(browser)).to.be.below(before / 4);
    expect(new Set(keysOf(browser, 'e').map((key) => key.split(':')[2])).size).to.be.within(2, 8);
    for (const each of [journal, browser.tab(), browser.tab({ deaf: true })]) {
      expect(each.tally()).to.deep.equal(tally);
      // A segment keeps everything but the quote's id, the job, and why it was once in doubt.
      const told = (list: typeof entries): unknown =>
        list.map(
          ({
            id,
            purchase,
            at,
            model,
            route,
            size,
            simulated,
            standing,
            charged,
            basis,
            pictures,
            took,
            note,
            prompt,
            low,
            high,
            session,
            site,
          }) => ({
            id,
            purchase,
            at,
            model,
            route,
            size,
            simulated,
            standing,
            charged,
            basis,
            pictures,
            took,
            note,
            prompt,
            low,
            high,
            session,
            site,
          }),
        );
      expect(told(each.entries())).to.deep.equal(told(entries));
    }
    await browser.tab().ready;
    expect([...browser.rows.keys()].filter((name) => name.startsWith('e:')).length).to.equal(
      keysOf(browser, 'e').length,
    );
  });

  it('folds each closed month into one signed-off line, sums exact', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    await history(journal, browser.clock, 75);
    const tally = journal.tally();
    await compact(journal.log, { age: DAY, months: true });
    const months = keysOf(browser, 'a');
    expect(months.map((key) => key.split(':')[2]).sort()).to.deep.equal(['2026-09', '2026-10']);
    for (const key of months) expect(browser.store.get(key)).to.match(/^\d+%0A\d+(\.\d+)?\|/);
    const later = browser.tab();
    // A closed month's line no longer says which visit it was; that one is long over.
    const timeless = (given: Tally): unknown => ({
      ...given,
      session: undefined,
      sandbox: { ...given.sandbox, session: undefined },
    });
    expect(timeless(later.tally())).to.deep.equal(timeless(tally));
    const sizes = sizeOf(browser);
    await compact(later.log, { age: DAY, months: true });
    expect(sizeOf(browser)).to.equal(sizes);
  });

  it('drops the marks of visits that ended more than a day ago', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    for (const hours of [73, 72, 2, 0]) {
      browser.clock.set(NOON - hours * 3_600_000);
      await buy(journal);
    }
    expect(keysOf(browser, 'v')).to.have.length(4);
    await compact(journal.log, { age: -1, months: false });
    expect(keysOf(browser, 'v')).to.have.length(2);
    for (const each of [journal, browser.tab()])
      expect([each.tally().session.settled, each.tally().all.settled]).to.deep.equal([
        '0.04',
        '0.16',
      ]);
  });

  it('leaves a month open until its last purchase is a day old', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    browser.clock.set(new Date(2026, 9, 31, 23, 50).getTime());
    await buy(journal);
    const folded = async (now: Date): Promise<number[]> => {
      browser.clock.set(now.getTime());
      await compact(journal.log, { age: 0, months: true });
      return ['e', 'g', 'a'].map((kind) => keysOf(browser, kind).length);
    };
    expect(await folded(new Date(2026, 10, 1, 0, 30))).to.deep.equal([0, 1, 0]);
    expect(await folded(new Date(2026, 10, 1, 23, 50))).to.deep.equal([0, 1, 0]);
    expect(await folded(new Date(2026, 10, 1, 23, 50, 0, 1))).to.deep.equal([0, 0, 1]);
    expect(browser.tab().tally().all).to.include({ settled: '0.04', pictures: 1 });
  });

  it('adds what comes late to a month that was signed off', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    browser.clock.set(NOON - 40 * DAY);
    const id = await buy(journal, '0.05');
    await buy(journal, '0.01');
    browser.clock.set(NOON);
    await compact(journal.log, { age: DAY, months: true });
    await journal.correct(id, '-0.02', 'refund');
    expect(browser.tab().tally().all.settled).to.equal('0.04');
    await compact(journal.log, { age: DAY, months: true });
    expect(keysOf(browser, 'e')).to.deep.equal([]);
    expect(browser.tab().tally().all).to.deep.equal({
      settled: '0.04',
      inDoubt: '0',
      pictures: 2,
      purchases: 2,
    });
  });

  it('cut short at any write or removal changes no sum', async function () {
    this.timeout(120_000);
    for (let allowed = 0; allowed < 14; allowed += 1) {
      const browser = simulatedBrowser();
      const journal = browser.tab();
      await history(journal, browser.clock, 6);
      const tally = journal.tally();
      const [set, remove] = [browser.store.set, browser.store.remove];
      let left = allowed;
      const mayI = (): void => {
        if (left-- <= 0) throw Object.assign(new Error('gone'), { name: 'SecurityError' });
      };
      browser.store.set = (key, value) => {
        mayI();
        set(key, value);
      };
      browser.store.remove = (key) => {
        mayI();
        remove(key);
      };
      browser.mirrorDown = allowed % 2 === 1;
      await compact(journal.log, { age: 600_000, months: true }).catch(() => undefined);
      [browser.store.set, browser.store.remove] = [set, remove];
      browser.mirrorDown = false;
      const later = browser.tab();
      await later.ready;
      expect(later.tally(), `after ${String(allowed)} writes`).to.deep.equal(tally);
    }
  });

  it('by two tabs at once, one of them with an old view, counts nothing twice', async () => {
    const browser = simulatedBrowser();
    const [one, other] = [browser.tab({ deaf: true }), browser.tab({ deaf: true })];
    await history(one, browser.clock, 10);
    other.tally();
    await buy(one, '0.07');
    browser.clock.pass(2 * DAY);
    const tally = browser.tab().tally().all;
    await Promise.all([
      compact(one.log, { age: DAY, months: false }),
      compact(other.log, { age: DAY, months: true }),
    ]);
    for (const each of [one, other, browser.tab()]) expect(each.tally().all).to.deep.equal(tally);
    await compact(browser.tab().log, { age: DAY, months: true });
    expect(browser.tab().tally().all).to.deep.equal(tally);
  });

  it('makes room in a store so full that not even the segment fits, as long as the mirror holds it', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    await history(journal, browser.clock, 10);
    browser.clock.pass(2 * DAY);
    const tally = journal.tally().all;
    const set = browser.store.set;
    const limit = sizeOf(browser);
    browser.store.set = (key, value) => {
      if (sizeOf(browser) + key.length + value.length > limit)
        throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
      set(key, value);
    };
    await journal.schedule.relieve();
    expect(sizeOf(browser)).to.be.below(limit / 2);
    browser.mirrorDown = true;
    expect(browser.tab().tally().all).to.deep.equal(tally);
  });

  it('removes nothing when what replaces it could be kept nowhere', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    await history(journal, browser.clock, 10);
    browser.clock.pass(2 * DAY);
    const tally = journal.tally().all;
    browser.refuse = 'QuotaExceededError';
    browser.mirrorDown = true;
    await journal.schedule.relieve();
    browser.refuse = undefined;
    expect(browser.tab().tally().all).to.deep.equal(tally);
    expect(keysOf(browser, 'g')).to.deep.equal([]);
  });

  it('keeps the job of a line so young that its picture may still be fetched again, and drops it later', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    const id = await buy(journal);
    const job = journal.entry(id)?.job;
    await compact(journal.log, { age: -1, months: false });
    expect(keysOf(browser, 'e')).to.deep.equal([]);
    expect(job).to.have.property('polling');
    expect(browser.tab().entry(id)).to.deep.include({ standing: 'settled', job });
    browser.clock.pass(DAY);
    await buy(journal);
    await compact(journal.log, { age: -1, months: false });
    expect(browser.tab().entry(id)?.job).to.equal(undefined);
  });

  it('drops what a reset hid a day ago, and not sooner', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    await history(journal, browser.clock, 5);
    const tally = journal.tally().all;
    await journal.reset();
    await compact(journal.log, { age: 0, months: false });
    await journal.undoReset();
    for (const each of [journal, browser.tab()]) expect(each.tally().all).to.deep.equal(tally);
    await journal.reset();
    browser.clock.pass(2 * DAY);
    await compact(journal.log, { age: DAY, months: false });
    expect(keysOf(browser, 'e').filter((key) => !/:[iau](:|$)/.test(key))).to.deep.equal([]);
    expect(browser.tab().tally().all.settled).to.equal('0');
    expect(await journal.undoReset(), 'nothing is left to bring back').to.equal(false);
    expect(journal.tally().all.settled).to.equal('0');
  });

  it('of more than one segment’s worth writes each line into one of them', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    const [first, ...more] = Array.from({ length: 501 }, () => intent(journal));
    await journal.reserve([first!, ...more], {});
    for (const { id } of [first!, ...more])
      await journal.settle(id, { charged: '0.04', basis: 'reported', pictures: 1 });
    expect(await compact(journal.log, { age: -1, months: false })).to.equal(501);
    expect(keysOf(browser, 'g')).to.have.length(2);
    expect(keysOf(browser, 'e')).to.deep.equal([]);
    expect(browser.tab().tally().all).to.deep.equal({
      settled: '20.04',
      inDoubt: '0',
      pictures: 501,
      purchases: 501,
    });
  });

  it('works in a browser without a mirror', async () => {
    const { store, clock } = simulatedBrowser();
    const journal = createJournal({ takeAct: () => true, store, clock });
    await buy(journal);
    const before = journal.log.journalState.size();
    expect(await compact(journal.log, { age: -1, months: false })).to.equal(1);
    expect(journal.log.journalState.size()).to.be.below(before);
    expect(createJournal({ takeAct: () => true, store, clock }).tally().all.settled).to.equal(
      '0.04',
    );
  });

  it('keeps how long pictures took, oldest first', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    const took = async (ms: number, given = {}): Promise<void> => {
      const line = intent(journal, given);
      await journal.reserve([line], {});
      browser.clock.pass(ms);
      await journal.settle(line.id, { charged: '0.04', basis: 'reported', pictures: 1 });
    };
    for (const ms of [5000, 3000]) await took(ms);
    await took(9000, { model: 'flux-2-max' });
    await took(9000, { provider: 'fal' });
    browser.clock.pass(2 * DAY);
    await took(4000);
    await compact(journal.log, { age: DAY, months: false });
    for (const each of [journal, browser.tab()])
      expect(each.times('bfl', 'flux-2-pro')).to.deep.equal([5000, 3000, 4000]);
  });
});

describe('the time to compact', () => {
  /** A journal that seems to be of any size, and how often it was compacted. */
  const scene = async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    await buy(journal);
    const { log, schedule } = journal;
    const look = log.look;
    let runs = 0;
    const tidied = async (loose: number, work = schedule.tidy, all = loose): Promise<number> => {
      Object.assign(log.journalState, { looseSize: () => loose, size: () => all });
      const counted = (): boolean => {
        runs += 1;
        return look();
      };
      Object.assign(log, { look: counted });
      runs = 0;
      await work();
      return runs;
    };
    return { ...browser, journal, tidied };
  };

  it('has come once there is much, at most once a minute, and sooner where as much again came', async () => {
    const { clock, tidied, journal } = await scene();
    const { schedule } = journal;
    clock.pass(3_600_000);
    // Twice: what is old, and as it stays too much, also what is not.
    expect(await tidied(40_000)).to.equal(0);
    expect(await tidied(40_001)).to.equal(2);
    expect(await tidied(40_001)).to.equal(0);
    clock.pass(60_000);
    expect(await tidied(40_001)).to.equal(0);
    clock.pass(1);
    expect(await tidied(40_001)).to.equal(2);
    expect(await tidied(80_001)).to.equal(0);
    expect(await tidied(80_002, schedule.tidy, 800_000)).to.equal(2);
    clock.pass(60_001);
    const { tidy } = schedule;
    expect(await tidied(40_001, tidy, 800_001), 'and harder where there is very much').to.equal(3);
    clock.pass(60_001);
    expect(await tidied(40_000, tidy, 800_001), 'that is packed already').to.equal(0);
  });

  it('leaves today’s lines loose where packing older ones makes room enough, and else packs all', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    const loose = (): number => keysOf(browser, 'e').length;
    for (let bought = 0; bought < 150; bought += 1) await buy(journal);
    browser.clock.pass(2 * DAY);
    for (let bought = 0; bought < 90; bought += 1) await buy(journal);
    await journal.schedule.tidy();
    expect([loose(), keysOf(browser, 'g').length]).to.deep.equal([270, 1]);
    for (let bought = 0; bought < 300; bought += 1) {
      browser.clock.pass(1);
      await buy(journal);
    }
    await journal.schedule.tidy();
    expect(loose()).to.be.below(300);
    expect(journal.log.journalState.looseSize()).to.be.below(40_000);
    for (const each of [journal, browser.tab()])
      expect(each.tally().all).to.include({ settled: '21.6', pictures: 540, purchases: 540 });
  });

  it('has come where the store is full, whatever there is: also for what ended a moment ago', async () => {
    const { clock, tidied, journal, ...browser } = await scene();
    clock.pass(1);
    expect(await tidied(1, journal.schedule.relieve)).to.equal(3);
    expect(browser.store.keys().filter((key) => key.startsWith('upi1:e:'))).to.deep.equal([]);
    expect(await tidied(40_000)).to.equal(0);
  });

  it('is one for all who ask at once', async () => {
    const { tidied, journal } = await scene();
    const all = (): Promise<void> =>
      Promise.all([journal.schedule.relieve(), journal.schedule.relieve()]).then(() => undefined);
    expect(await tidied(1, all)).to.equal(3);
    expect(await tidied(1, all)).to.equal(3);
  });
});
