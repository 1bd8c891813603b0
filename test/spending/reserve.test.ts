import { expect } from 'chai';
import type { SpendingJournal } from '../../src/spending/journal.js';
import { createJournal } from '../../src/spending/journal.js';
import { buy, intent, simulatedBrowser, type SimulatedBrowser } from './simulated-browser.js';

function reasonOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('it resolved');
    },
    (error: unknown) => error,
  );
}
function written(browser: SimulatedBrowser): string[] {
  return [...browser.rows.keys(), ...browser.store.keys()].filter((name) => /(^|:)e:/.test(name));
}
function try3(journal: SpendingJournal, high: string, session = '0.10') {
  return journal.reserve([intent(journal, { high })], { session });
}

describe('a reservation', () => {
  for (const mirrorDown of [false, true]) {
    const where = mirrorDown ? 'without a mirror' : 'with a mirror';

    it(`that a cap refuses leaves no line anywhere, ${where}`, async () => {
      const browser = simulatedBrowser();
      browser.mirrorDown = mirrorDown;
      const journal = browser.tab();
      expect(await try3(journal, '0.11')).to.deep.equal({
        cap: 'session',
        limit: '0.10',
        spent: '0',
        asked: '0.11',
      });
      expect(written(browser)).to.deep.equal([]);
      expect(journal.entries()).to.deep.equal([]);
      expect(await try3(journal, '0.10'), 'exactly the limit').to.equal(undefined);
      expect(await try3(journal, '0.01')).to.deep.include({
        cap: 'session',
        spent: '0.1',
        asked: '0.01',
      });
      expect(browser.tab().entries()).to.have.length(1);
    });

    it(`heeds what another tab reserved, settled or doubts, also one that hears nothing, ${where}`, async () => {
      const browser = simulatedBrowser();
      browser.mirrorDown = mirrorDown;
      const [one, deaf] = [browser.tab(), browser.tab({ deaf: true })];
      deaf.session();
      await buy(one, '0.03');
      const doubtful = intent(one, { high: '0.03' });
      await one.reserve([doubtful], {});
      await one.doubt(doubtful.id, 'timed-out');
      for (const cap of ['day', 'month', 'session'] as const) {
        expect(
          await deaf.reserve([intent(deaf, { high: '0.05' })], { [cap]: '0.10' }),
        ).to.deep.equal({ cap, limit: '0.10', spent: '0.06', asked: '0.05' });
      }
      expect(
        await deaf.reserve([intent(deaf, { high: '0.04' })], {
          session: '0.10',
          day: '0.10',
          month: '0.10',
        }),
      ).to.equal(undefined);
    });

    it(`of forty at once, in one page, never passes the cap, ${where}`, async () => {
      const browser = simulatedBrowser();
      browser.mirrorDown = mirrorDown;
      const journal = browser.tab();
      const over = await Promise.all(Array.from({ length: 40 }, () => try3(journal, '0.03')));
      expect(over.filter((each) => each === undefined)).to.have.length(3);
      expect(journal.tally().all.inDoubt).to.equal('0.09');
    });

    it(`stands in every place that took it when the page dies at once, ${where}`, async () => {
      const browser = simulatedBrowser();
      browser.mirrorDown = mirrorDown;
      const journal = browser.tab();
      const line = intent(journal);
      await journal.reserve([line], {});
      expect(browser.store.get(`upi1:e:${line.id}:i`)).to.be.a('string');
      expect(browser.rows.has(`e:${line.id}:i`)).to.equal(!mirrorDown);
    });
  }

  it('counts in the visit it was made in, also for a tab that knows of it by the mirror alone', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    await buy(journal);
    browser.clock.pass(3_600_000);
    // The new visit's mark misses the mirror, which knows the visit before.
    browser.mirrorDown = true;
    const line = intent(journal, { high: '0.08' });
    for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
    browser.mirrorDown = false;
    await journal.reserve([line], {});
    journal.close();
    for (const key of browser.store.keys()) browser.store.remove(key);
    const other = browser.tab();
    await other.ready;
    expect(await try3(other, '0.05')).to.deep.include({ cap: 'session', spent: '0.08' });
  });

  it('under an id that is none of ours is refused, and written nowhere', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    expect(
      await reasonOf(journal.reserve([intent(journal), intent(journal, { id: 'x' })], {})),
    ).to.include({ code: 'internal', charge: 'none' });
    expect(written(browser)).to.deep.equal([]);
  });

  it('that no place takes is refused, and not written later either, when there is room again', async () => {
    for (const [refusal, code] of [
      ['QuotaExceededError', 'storage-full'],
      ['SecurityError', 'storage-blocked'],
    ] as const) {
      const browser = simulatedBrowser();
      const journal = browser.tab();
      await journal.ready;
      Object.assign(browser, { mirrorDown: true, refuse: refusal });
      const line = intent(journal);
      expect(await reasonOf(journal.reserve([line], {}))).to.include({ code, charge: 'none' });
      Object.assign(browser, { mirrorDown: false, refuse: undefined });
      const next = await buy(journal);
      expect(journal.entries().map(({ id }) => id)).to.deep.equal([next]);
      expect(written(browser).some((name) => name.includes(line.id))).to.equal(false);
      // Play money needs no disk.
      Object.assign(browser, { mirrorDown: true, refuse: refusal });
      expect(await journal.reserve([intent(journal, { simulated: true })], {})).to.equal(undefined);
    }
  });

  it('in a store that is full is made room for, when there is something to fold', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    for (let bought = 0; bought < 30; bought += 1) await buy(journal);
    const { set } = browser.store;
    const size = (): number =>
      browser.store
        .keys()
        .reduce((sum, key) => sum + key.length + (browser.store.get(key) ?? '').length, 0);
    const limit = size() + 50;
    browser.store.set = (key, value) => {
      if (!browser.store.get(key) && size() + key.length + value.length > limit)
        throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
      set(key, value);
    };
    browser.clock.pass(600_000);
    const line = intent(journal);
    // Only the reservation finds the mirror asleep; the fold that makes room needs it.
    const { transact } = journal.log.ports.dbLog ?? {};
    let turns = 0;
    Object.assign(journal.log.ports.dbLog ?? {}, {
      transact: (...given: Parameters<NonNullable<typeof transact>>) => {
        turns += 1;
        return turns === 1 ? Promise.resolve(false) : transact?.(...given);
      },
    });
    expect(await journal.reserve([line], {})).to.equal(undefined);
    expect(browser.store.get(`upi1:e:${line.id}:i`)).to.be.a('string');
    expect(journal.tally().all).to.deep.include({ settled: '1.2', inDoubt: '0.045', pictures: 30 });
  });

  it('takes its turn under the browser’s lock when there is no mirror, and runs once when that fails', async () => {
    const browser = simulatedBrowser();
    const asked: string[] = [];
    const locks = {
      request: async (name: string, work: () => Promise<unknown>) => {
        asked.push(name);
        await work();
        throw new Error('the lock was stolen');
      },
    } as unknown as Pick<LockManager, 'request'>;
    const journal = createJournal({
      takeAct: () => true,
      store: browser.store,
      clock: browser.clock,
      locks,
    });
    const line = intent(journal);
    expect(await reasonOf(journal.reserve([line], {}))).to.include({
      message: 'the lock was stolen',
    });
    expect(asked).to.deep.equal(['upi:reserve']);
    const refusing = createJournal({
      takeAct: () => true,
      store: browser.store,
      clock: browser.clock,
      locks: { request: () => Promise.reject(new Error('SecurityError')) },
    });
    expect(
      await refusing.reserve([intent(refusing)], {}),
      'a sandboxed frame refuses locks',
    ).to.equal(undefined);
  });
});
