import { expect } from 'chai';
import fc from 'fast-check';
import { exportCsv } from '../../src/spending/export-csv.js';
import { exportJson } from '../../src/spending/export-json.js';
import { compact } from '../../src/spending/compaction.js';
import { importJson } from '../../src/spending/import-json.js';
import { withChecksum } from '../../src/spending/line.js';
import { readPacked } from '../../src/spending/segment-decode.js';
import { buy, simulatedBrowser } from './simulated-browser.js';
const id = '0mwq2wzq0-f7b8ce-2';
const nonsense = fc.constantFrom(
  '',
  '0',
  'zzzzzzzzzz',
  'zzzzzzzzzzzzzzzzzz',
  '-1',
  '-zzzzzzzzzz',
  '0.03',
  '1e9',
  'NaN',
  '-0.03',
  '9'.repeat(60),
  'r',
  'c',
  's',
  '%0A',
  '%',
  'x',
  '__proto__',
  'constructor',
  '2026-13',
);
/** Columns of a packed row, with whatever may stand in them, and words for those that name one. */
const row = fc.tuple(
  fc.constantFrom('0', '0mwq2wzq0', 'zzzzzzzzzzz', '-5'),
  ...Array.from({ length: 17 }, () =>
    fc.constantFrom('', '0', '1', '2', '3', '4', '5', '6', 'zzz', '-1', '=4', '3_2', 'r', 'p', 'c'),
  ),
);
const packed = fc
  .record({
    name: fc.constantFrom(`g:${id}`, `a:2026-10:${id}`, 'a:2026-99:x'),
    words: fc.array(fc.oneof(nonsense, fc.constant('f7b8ce')), { minLength: 1, maxLength: 7 }),
    rows: fc.array(row, { minLength: 1, maxLength: 3 }),
  })
  .map(({ name, words, rows }) =>
    withChecksum(name, `${words.join('|')};${rows.map((columns) => columns.join('.')).join(',')};`),
  );
const loose = fc
  .record({
    name: fc.constantFrom(
      `e:${id}:i`,
      `e:${id}:d:${id}`,
      `e:${id}:c:${id}`,
      `e:${id}:a:${id}`,
      `e:${id}:r:${id}`,
      `v:${id}`,
      `n:${id}`,
      `x:${id}`,
      'v:x',
      'zz:1',
    ),
    fields: fc.array(nonsense, { maxLength: 12 }),
  })
  .map(({ name, fields }) => withChecksum(name, `${fields.join('|')}|`));

describe('lines that are signed and make no sense', () => {
  it('never stop a page: what can’t be meant is counted as unreadable, and everything else still adds up', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(packed, loose), { minLength: 1, maxLength: 4 }),
        async (lines) => {
          const browser = simulatedBrowser();
          const own = await buy(browser.tab(), '0.04');
          for (const [name, value] of lines) browser.store.set(`upi1:${name}`, value);
          const journal = browser.tab();
          await journal.ready;
          expect(Number(journal.tally().all.settled)).to.be.at.least(0.04);
          expect(journal.entry(own)).to.include({ standing: 'settled', charged: '0.04' });
          exportCsv(journal.entries());
          const file = exportJson(journal);
          expect((await importJson(simulatedBrowser().tab(), file)).kind).to.equal('merged');
          await compact(journal.log, { age: -1, months: true });
          await journal.reset();
          await journal.undoReset();
          expect(journal.entry(own)).to.include({ charged: '0.04' });
          expect(await journal.reserve([], { session: '1' })).to.equal(undefined);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('are told by their time, from the first to the last that an id can name', () => {
    const read = (time: string, later: string): number | undefined =>
      readPacked(
        withChecksum(
          `g:${id}`,
          `v1|f7b8ce|bfl%0Aflux%0A%0A8x8%0Ar|0.03;${time}.1.2.=1.2.${later}.c.3;`,
        ),
      )?.[0]?.at;
    const last = 36 ** 9 - 1;
    expect([read('0', ''), read('zzzzzzzzz', ''), read('1', '-1')]).to.deep.equal([0, last, 0]);
    for (const [time, later] of [
      ['-1', '1'],
      ['10000000000', '-1'],
      ['1', '-2'],
      ['zzzzzzzzz', '1'],
      ['zzzzzzzzzz', ''],
    ] as const)
      expect(read(time, later), `${time} ${later}`).to.equal(undefined);
  });

  it('are none where a column names a word that can’t stand there', () => {
    const words = ['v1', 'f7b8ce', 'bfl%0Aflux%0A%0A8x8%0Ar', '0.03', 'a-b-c', '12345678z'];
    const columns = ['0mwq2wzq0', '1', '2', '=4', '2', '', 'c', '3', '', '', '3', '3'];
    const read = (changed: Readonly<Record<number, string>>) => {
      const row = columns.map((column, at) => changed[at] ?? column).join('.');
      return readPacked(withChecksum(`g:${id}`, `${words.join('|')};${row};`));
    };
    const [sound] = read({}) ?? [];
    expect(sound).to.include({ id: '0mwq2wzq0-f7b8ce-2', charged: '0.03', purchase: 'a-b-c' });
    expect(read({ 7: '', 10: '', 11: '' })?.[0]).to.include({ charged: '0' });
    for (const odd of [
      { 1: '' },
      { 1: '0' },
      { 1: '9' },
      { 2: '' },
      { 2: '123456789' },
      { 7: '0' },
      { 7: '9' },
      { 10: '2' },
      { 11: '2' },
    ])
      expect(read(odd), JSON.stringify(odd)).to.equal(undefined);
  });

  it('are none under a name that is no segment’s, or with another number of rows than a month says', () => {
    const read = (name: string, first: string) =>
      readPacked(
        withChecksum(name, `${first}|f7b8ce|bfl%0Aflux%0A%0A%0Ar|0.03;0mwq2wzq0.1.2.=1.2..c.3;`),
      );
    expect(read(`g:${id}`, 'v1')).to.have.length(1);
    expect(read(`a:2026-10:${id}`, '1%0A0.03')).to.have.length(1);
    for (const [name, first] of [
      ['g:x', 'v1'],
      [`h:${id}`, 'v1'],
      [`a:${id}`, '1%0A0.03'],
      [`a:2026-10:${id}`, '2%0A0.03'],
      [`a:2026-10:${id}`, ''],
    ] as const)
      expect(read(name, first), `${name} ${first}`).to.equal(undefined);
  });

  it('correct an amount only by amounts, each with its id and its reason', () => {
    const read = (corrections: string) =>
      readPacked(
        withChecksum(
          `g:${id}`,
          `v1|f7b8ce|bfl%0Aflux%0A%0A8x8%0Ar|0.03|${corrections};0mwq2wzq0.1.2.=1.2..c.3.........4;`,
        ),
      );
    const good = `${id}%0A-0.01%0Awhy`;
    for (const sound of [good, `${good}%0A${id}3%0A0.5%0A`])
      expect(read(sound), sound).to.have.length(1);
    for (const odd of [
      `${id}%0A-0.01`,
      `${good}%0A${id}3`,
      `${id}%0Ax%0Awhy`,
      `${id}%0A--1%0Awhy`,
      `${id}%0A1-1%0Awhy`,
      `${good}%0A${id}3%0A%0A`,
    ])
      expect(read(odd), odd).to.equal(undefined);
  });

  it('in a file are refused with the line’s number, and nothing of the file is taken', async () => {
    const journal = simulatedBrowser().tab();
    const hostile = withChecksum(
      `g:${id}`,
      'v1|f7b8ce|bfl%0Aflux%0A%0A8x8%0Ar|abc;0mwq2wzq0.1.2.=1.2..c.3;',
    );
    const lines = [
      withChecksum(`g:${id}`, 'v1|f7b8ce|bfl%0Aflux%0A%0A8x8%0Ar|0.03;0mwq2wzq0.1.2.=1.2..c.3;'),
      hostile,
    ];
    const file = JSON.stringify({ format: 'user-pays-image/journal', version: 1, lines });
    expect(await importJson(journal, file)).to.deep.equal({
      kind: 'refused',
      reason: 'damaged-line',
      line: 2,
    });
    expect(journal.tally().all).to.include({ settled: '0', pictures: 0 });
    expect(
      await importJson(journal, file.replace(`,${JSON.stringify(hostile)}`, '')),
    ).to.deep.equal({ kind: 'merged', added: 1, known: 0 });
    expect(journal.tally().all).to.include({ settled: '0.03', pictures: 1 });
  });
});
