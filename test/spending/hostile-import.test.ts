import { expect } from 'chai';
import { importJson } from '../../src/spending/import-json.js';
import { exportJson } from '../../src/spending/export-json.js';
import { compact } from '../../src/spending/compaction.js';
import { capsLine } from '../../src/spending/budget.js';
import { encodeEvent, withChecksum, type Kind, type Line } from '../../src/spending/line.js';
import type { SpendingJournal } from '../../src/spending/journal.js';
import { buy, intent, NOON, simulatedBrowser } from './simulated-browser.js';

const DAY = 86_400_000;
const TAIL = '-abcdef-1';
function idAt(ms: number, tail = TAIL): string {
  return ms.toString(36).padStart(9, '0') + tail;
}
const NOW = idAt(NOON);

function line(kind: Kind, id: string, data: Record<string, string>, event = id): Line {
  return encodeEvent({ kind, id, event, simulated: false, data });
}
function intentLine(id: string, changed: Record<string, string> = {}): Line {
  return line('i', id, {
    at: NOON.toString(36),
    purchase: id,
    provider: 'bfl',
    model: 'flux-2-pro',
    size: '1x1',
    low: '0.03',
    high: '0.03',
    quote: 'q',
    session: 's',
    waits: '',
    ...changed,
  });
}
function settledLine(id: string, charged = '0.03', event = id, basis = 'r'): Line {
  return line('d', id, { charged, basis, pictures: '1', took: '', note: '' }, event);
}
function correction(id: string, amount: string, event = idAt(NOON, '-cccccc-1')): Line {
  return line('c', id, { amount, note: 'x' }, event);
}
function segment(row: string, name = `g:${NOW}`, more = ''): Line {
  return withChecksum(name, `v1|abcdef|bfl%0Aflux%0A%0A8x8%0Ar|0.03${more};${row};`);
}
function file(...lines: readonly Line[]): string {
  return JSON.stringify({ format: 'user-pays-image/journal', version: 1, lines });
}

/** What a purchase under a limit of $0.10 a day makes of it: three fit. */
async function boughtUnderLimit(journal: SpendingJournal): Promise<number> {
  await journal.setReaderCaps({ day: '0.10' });
  let bought = 0;
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const wanted = intent(journal, { high: '0.03' });
    if (!(await journal.reserve([wanted], {}))) bought += 1;
  }
  return bought;
}

describe('a file to import', () => {
  const late = NOON + 2 * DAY + 1;
  const future: Readonly<Record<string, Line>> = {
    'an entry': intentLine(idAt(late)),
    'the last entry an id can name': intentLine('zzzzzzzzz-abcdef-1'),
    'a settlement': settledLine(NOW, '0.03', idAt(late)),
    'a time of purchase': intentLine(NOW, { at: late.toString(36) }),
    'a purchase': intentLine(NOW, { purchase: idAt(late) }),
    'a session': intentLine(NOW, { session: idAt(late) }),
    'a segment': segment(`${NOON.toString(36)}.1.1.=1.2..c.3`, `g:${idAt(late)}`),
    'an entry of a segment': segment(`${late.toString(36)}.1.1.=1.2..c.3`),
    'the time of purchase of a segment': segment(`${NOON.toString(36)}.1.1.=1.2.zzzzz0.c.3`),
    'a correction of the year 2999': correction(NOW, '-1', idAt(Date.UTC(2999, 1))),
  };
  for (const [what, odd] of Object.entries(future)) {
    it(`is refused with the line at fault for ${what} of the future, and limits go on holding`, async () => {
      const journal = simulatedBrowser().tab();
      const outcome = await importJson(journal, file(intentLine(idAt(NOON - 1)), odd));
      expect(outcome).to.deep.equal({ kind: 'refused', reason: 'future-line', line: 2 });
      expect(journal.entries()).to.deep.equal([]);
      expect(await boughtUnderLimit(journal)).to.equal(3);
    });
  }

  for (const time of [
    'zzzzzzzzzz',
    '1zzzzzzzzz',
    'zzzzzzzzzzz',
    'zzzzzzzzzzzzzzz',
    '9'.repeat(15),
  ]) {
    it(`is refused for an id with a time of ${time.length} digits (${time}), and limits go on holding`, async () => {
      const browser = simulatedBrowser();
      const journal = browser.tab();
      const outcome = await importJson(journal, file(intentLine(time + TAIL)));
      expect(outcome).to.deep.equal({ kind: 'refused', reason: 'damaged-line', line: 1 });
      expect(await boughtUnderLimit(journal)).to.equal(3);
      expect(browser.tab().tally()).to.deep.include({ unreadable: 0 });
      expect(browser.tab().tally().all.inDoubt).to.equal('0.09');
    });

    it(`leaves limits as they are where storage holds lines with such ids (${time})`, async () => {
      const browser = simulatedBrowser();
      for (const [name, value] of [
        capsLine(time + TAIL, {}),
        withChecksum(`v:${time}${TAIL}`, `n|${NOON.toString(36)}|`),
        withChecksum(`x:${time}${TAIL}`, 'reset||'),
      ])
        browser.store.set(`upi1:${name}`, value);
      expect(await boughtUnderLimit(browser.tab())).to.equal(3);
      expect(await boughtUnderLimit(browser.tab()), 'after a reload').to.equal(0);
      expect(browser.tab().readerCaps()).to.deep.equal({ day: '0.10' });
    });
  }

  it('is taken with lines of a clock that is ahead by a day and a half', async () => {
    const journal = simulatedBrowser().tab();
    const id = idAt(NOON + 1.5 * DAY);
    expect(await importJson(journal, file(intentLine(id), settledLine(id)))).to.deep.include({
      kind: 'merged',
      added: 1,
    });
    expect(await boughtUnderLimit(journal)).to.equal(2);
  });

  it('is taken back by its own browser after its clock was set back', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    await buy(journal, '0.04');
    const text = exportJson(journal);
    browser.clock.set(NOON - 40 * DAY);
    expect(await importJson(journal, text)).to.deep.equal({ kind: 'merged', added: 0, known: 1 });
  });
});

describe('a correction in a file', () => {
  const refused = async (journal: SpendingJournal, ...lines: Line[]): Promise<void> => {
    const before = journal.tally().all;
    expect(await importJson(journal, file(...lines))).to.deep.equal({
      kind: 'refused',
      reason: 'lowered-charge',
      line: lines.length,
    });
    expect(journal.tally().all).to.deep.equal(before);
  };

  for (const amount of ['-1000', '-0.01', '0.01', '1000']) {
    it(`of ${amount} is refused for an entry that is here already, whatever the file says of it`, async () => {
      const browser = simulatedBrowser();
      const journal = browser.tab();
      const id = await buy(journal, '0.04');
      await refused(journal, correction(id, amount));
      await refused(journal, intentLine(id), settledLine(id, '0.04'), correction(id, amount));
      await compact(journal.log, { age: -1, months: false });
      await refused(browser.tab(), correction(id, amount));
    });

    it(`of ${amount} is refused for an entry that the file does not settle`, async () => {
      await refused(simulatedBrowser().tab(), correction(NOW, amount));
      await refused(simulatedBrowser().tab(), intentLine(NOW), correction(NOW, amount));
    });
  }

  it('is refused where it takes its entry below zero, loose or in a segment', async () => {
    const lines = [intentLine(NOW), settledLine(NOW), correction(NOW, '-0.031')];
    await refused(simulatedBrowser().tab(), ...lines);
    const words = `|${idAt(NOON, '-cccccc-1')}%0A-0.031%0Ax`;
    const row = `${NOON.toString(36)}.1.1.=1.2..c.3.........4`;
    await refused(simulatedBrowser().tab(), segment(row, `g:${NOW}`, words));
  });

  it('comes along with its entry, and again with what is here already', async () => {
    const [one, other] = [simulatedBrowser().tab(), simulatedBrowser().tab()];
    const id = await buy(one, '0.04');
    await one.correct(id, '-0.01', 'refund');
    for (const [added, known] of [
      [1, 0],
      [0, 1],
    ]) {
      const outcome = await importJson(other, exportJson(one));
      expect(outcome).to.deep.equal({ kind: 'merged', added, known });
      expect(other.tally().all.settled).to.equal('0.03');
    }
    expect(await importJson(one, exportJson(other))).to.deep.include({ added: 0, known: 1 });
    await compact(other.log, { age: -1, months: true });
    expect(await importJson(one, exportJson(other))).to.deep.include({ added: 0, known: 1 });
    expect(one.tally().all.settled).to.equal('0.03');
  });

  it('has no other way in: a settlement that lowers what was settled here is refused', async () => {
    const journal = simulatedBrowser().tab();
    const wanted = intent(journal);
    await journal.reserve([wanted], {});
    await journal.settle(wanted.id, { charged: '0.04', basis: 'computed', pictures: 1 });
    await refused(journal, settledLine(wanted.id, '0', idAt(NOON, '-dddddd-1')));
    await importJson(journal, file(settledLine(wanted.id, '0.05', idAt(NOON, '-dddddd-1'))));
    expect(journal.tally().all.settled).to.equal('0.05');
  });
});

describe('an entry', () => {
  it('never counts below zero, however it is corrected, so that a limit stays a limit', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    const id = await buy(journal, '0.04');
    await journal.correct(id, '-1000', 'a slip');
    for (const each of [journal, browser.tab()]) {
      expect(each.tally().all.settled).to.equal('0');
      expect(each.entry(id)).to.include({ charged: '0', charge: 'none' });
    }
    await compact(journal.log, { age: -1, months: true });
    expect(browser.tab().tally().all.settled).to.equal('0');
    expect(await boughtUnderLimit(browser.tab())).to.equal(3);
  });
});
