import { expect } from 'chai';
import type { Period } from '../../src/spending/entry.js';
import { buy, simulatedBrowser, type SimulatedBrowser } from './simulated-browser.js';

function at(day: number, hours: number, minutes = 0, seconds = 0): number {
  return new Date(2026, 10, day, hours, minutes, seconds).getTime();
}
function sums(browser: SimulatedBrowser, now?: number): string[] {
  const { today, month, all } = browser.tab().tally(now);
  return [today, month, all].map(({ settled }) => settled);
}

describe('what was spent today', () => {
  it('begins at midnight by the reader’s clock, to the second', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    for (const [moment, amount] of [
      [at(20, 23, 59, 59), '1'],
      [at(21, 0), '0.1'],
      [at(21, 12), '0.01'],
      [at(21, 23, 59, 59), '0.001'],
      [at(22, 0, 0, 0), '0.0001'],
      [at(22, 0, 30), '0.00001'],
    ] as const) {
      browser.clock.set(moment);
      await buy(journal, amount);
    }
    const today = (now: number): string => journal.tally(now).today.settled;
    // What lies in the future counts, so that a clock set back frees no budget.
    expect(today(at(22, 1))).to.equal('0.00011');
    expect(today(at(22, 0))).to.equal('0.00011');
    expect(today(at(21, 23, 59, 59))).to.equal('0.11111');
    expect(today(at(20, 23, 59, 59))).to.equal('1.11111');
    expect(today(at(23, 0))).to.equal('0');
    expect(sums(browser, at(22, 1)), 'read again from what is stored').to.deep.equal([
      '0.00011',
      '1.11111',
      '1.11111',
    ]);
  });

  it('is of one month, and the next begins with its first day', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    for (const [moment, amount] of [
      [at(30, 23, 59), '1'],
      [at(31, 0, 1), '0.1'],
    ] as const) {
      browser.clock.set(moment);
      await buy(journal, amount);
    }
    expect(journal.tally(at(30, 23, 59)).month.settled).to.equal('1.1');
    expect(
      journal.tally(at(31, 1)).month.settled,
      'the 31st of November is the 1st of December',
    ).to.equal('0.1');
    expect(journal.tally(at(62, 1)).month.settled).to.equal('0');
  });
});

describe('what was spent by model', () => {
  const byModel = (
    browser: SimulatedBrowser,
  ): readonly (readonly [string, string, Pick<Period, 'settled' | 'pictures'>])[] =>
    browser
      .tab()
      .tally()
      .byModel.map(({ provider, model, settled, pictures }) => [
        provider,
        model,
        { settled, pictures },
      ]);

  it('keeps providers apart that call a model the same', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    await buy(journal, '0.03', { provider: 'bfl' });
    await buy(journal, '0.05', { provider: 'puter' });
    await buy(journal, '0.05', { provider: 'puter', model: 'flux-1-schnell' });
    await buy(journal, '0.03', { provider: 'bfl' });
    expect(byModel(browser)).to.deep.equal([
      ['bfl', 'flux-2-pro', { settled: '0.06', pictures: 2 }],
      ['puter', 'flux-1-schnell', { settled: '0.05', pictures: 1 }],
      ['puter', 'flux-2-pro', { settled: '0.05', pictures: 1 }],
    ]);
  });

  it('keeps play money apart, and visits', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    await buy(journal, '0.03');
    await buy(journal, '0.7', { simulated: true });
    journal.newSession();
    await buy(journal, '0.05');
    const { session, all, sandbox } = browser.tab().tally();
    expect(
      [session, all, sandbox.all, sandbox.session].map(({ settled }) => settled),
    ).to.deep.equal(['0.05', '0.08', '0.7', '0']);
    expect(byModel(browser)).to.deep.equal([
      ['bfl', 'flux-2-pro', { settled: '0.08', pictures: 2 }],
    ]);
  });

  it('names no model of which nothing was bought in the end', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    const id = journal.newId();
    await journal.reserve(
      [
        {
          id,
          purchase: journal.newId(),
          provider: 'bfl',
          model: 'flux-2-max',
          size: '64x64',
          simulated: false,
          low: '1',
          high: '1',
          quote: 'q',
          session: journal.session(),
        },
      ],
      {},
    );
    expect(byModel(browser).map(([, model]) => model)).to.deep.equal(['flux-2-max']);
    await journal.refuse(id, 'aborted');
    expect(byModel(browser)).to.deep.equal([]);
  });
});

describe('a line whose first part was damaged', () => {
  it('stays play money, or real money, as its other parts say', async () => {
    for (const simulated of [true, false]) {
      const browser = simulatedBrowser();
      const id = await buy(browser.tab(), '0.04', { simulated });
      const key = browser.store.keys().find((name) => name.endsWith(`:${id}:i`)) ?? '';
      browser.store.set(key, `${browser.store.get(key) ?? ''}x`);
      for (const name of browser.rows.keys()) browser.rows.delete(name);
      const tally = browser.tab().tally();
      expect(tally.unreadable).to.equal(1);
      expect([tally.all.settled, tally.sandbox.all.settled]).to.deep.equal(
        simulated ? ['0', '0.04'] : ['0.04', '0'],
      );
      expect(browser.tab().entry(id)).to.include({
        simulated,
        provider: '',
        model: '',
        charged: '0.04',
      });
    }
  });
});
