import { expect } from 'chai';
import { describe, it } from 'node:test';
import { capsLine } from '../../src/spending/budget.js';
import { resetLine } from '../../src/spending/resets.js';
import { sessionLine } from '../../src/spending/session.js';
import { withChecksum, type Line } from '../../src/spending/line.js';
import { until } from '../support/until.js';
import { buy, intent, NOON, settableClock, simulatedBrowser } from './simulated-browser.js';

const DAY = 86_400_000;
function idAt(ms: number, count: number): string {
  return `${ms.toString(36).padStart(9, '0')}-abcdef-${count.toString(36)}`;
}
/** Lines as another page of the origin may leave them, `count` of each kind. */
const kinds: Readonly<Record<string, (count: number) => Line[]>> = {
  'visits an hour apart': (count) =>
    many(count, (at) => visit(NOON - (count - at) * 3_600_000, at)),
  'visits of one moment': (count) => many(count, (at) => visit(NOON - 1000, at)),
  'visits, the latest first': (count) => many(count, (at) => visit(NOON - at * 3_600_000, at)),
  resets: (count) => many(count, (at) => resetLine(idAt(NOON - 9 * DAY + at, at))),
  'resets, all undone': (count) =>
    many(count, (at) => resetLine(idAt(NOON - 9 * DAY + at, at))).flatMap(([name, value], at) => [
      [name, value] as Line,
      resetLine(idAt(NOON - 8 * DAY + at, at), name.slice(2)),
    ]),
  limits: (count) =>
    many(count, (at) => capsLine(idAt(NOON - 9 * DAY + at, at), { day: `${at + 1}` })),
};
function many(count: number, line: (at: number) => Line): Line[] {
  return Array.from({ length: count }, (_, at) => line(at));
}
function visit(at: number, count: number): Line {
  return sessionLine({ id: idAt(at, count), asked: count % 2 === 0, at });
}

function segment(at: number): Line {
  const time = NOON - 9 * DAY + 2 * at;
  const row = `${time.toString(36)}.1.1.1_z.2..c.3`;
  return withChecksum(`g:${idAt(time, at)}`, `v1|abcdef|bfl%0Aflux%0A%0A8x8%0Ar|0.03;${row};`);
}

describe('thousands of lines that are no entries', () => {
  for (const [kind, linesOf] of Object.entries(kinds))
    it(`(${kind}) are read once, at a cost that grows with their number, and buying goes on`, async (test) => {
      const costs = [];
      for (const count of [5000, 10_000, 20_000]) {
        const browser = simulatedBrowser();
        for (const [name, value] of linesOf(count)) browser.store.set(`upi1:${name}`, value);
        const began = performance.now();
        const journal = browser.tab();
        journal.tally();
        costs.push(`${count}: ${Math.round(performance.now() - began)} ms`);
        await buy(journal, '0.04');
        await journal.ready;
        expect(journal.tally().all).to.include({ settled: '0.04', pictures: 1 });
        expect(journal.tally().unreadable).to.equal(0);
      }
      test.diagnostic(`${kind}: ${costs.join(', ')}`);
    });

  it('(segments of one entry each) are read at a cost that grows with their number, too', async (test) => {
    const costs = [];
    for (const count of [2500, 5000, 10_000]) {
      const browser = simulatedBrowser();
      for (const [name, value] of many(count, segment)) browser.store.set(`upi1:${name}`, value);
      const began = performance.now();
      const journal = browser.tab();
      expect(journal.tally().all).to.include({ pictures: count, purchases: count });
      costs.push(`${count}: ${Math.round(performance.now() - began)} ms`);
      await journal.ready;
      const since = performance.now();
      expect(journal.entries()).to.have.length(count);
      await journal.schedule.relieve();
      expect(browser.tab().tally().all).to.deep.equal(journal.tally().all);
      costs.push(`all entries ${Math.round(performance.now() - since)} ms`);
    }
    test.diagnostic(`segments: ${costs.join(', ')}`);
  });

  it('are deleted once they say nothing any more, and copied nowhere', async () => {
    const browser = simulatedBrowser(settableClock(NOON));
    const old = [
      ...kinds['visits an hour apart']!(2000).slice(0, 1900),
      ...kinds['resets']!(800),
    ] as const;
    for (const [name, value] of old) browser.store.set(`upi1:${name}`, value);
    const journal = browser.tab();
    await journal.ready;
    await buy(journal, '0.04');
    const names = (): string[] =>
      [...browser.store.keys(), ...browser.rows.keys()].filter((name) => /(^|:)[vx]:/.test(name));
    // The purchase begins it, and waits for nothing.
    await until(() => names().length < 20);
    const other = browser.tab();
    await other.ready;
    expect(other.tally().all).to.include({ settled: '0.04', pictures: 1 });
    expect(await other.reserve([intent(other)], { session: '0.08' })).to.include({ spent: '0.04' });
  });
});
