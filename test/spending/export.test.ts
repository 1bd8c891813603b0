import { expect } from 'chai';
import { compact } from '../../src/spending/compaction.js';
import { exportCsv } from '../../src/spending/export-csv.js';
import { exportJson } from '../../src/spending/export-json.js';
import { importJson } from '../../src/spending/import-json.js';
import { buy, intent, settableClock, simulatedBrowser } from './simulated-browser.js';

describe('an export', () => {
  it('as CSV has one row per picture, exact decimals, ISO times, and no cell a spreadsheet would run', async () => {
    const journal = simulatedBrowser().tab({ site: 'ada.github.io/blog' });
    const id = await buy(journal, '0.0001384', { prompt: '=HYPERLINK("x"), "fox"\nnew line' });
    await journal.correct(id, '-0.0001', '+1 refund');
    const [head, ...rows] = exportCsv(journal.entries()).split('\r\n');
    expect(head?.replaceAll('"', '')).to.equal(
      '\ufefftime,line,purchase,provider,model,route,size,site,simulated,standing,estimate_low_usd,estimate_high_usd,charged_usd,basis,pictures,took_ms,code,note,prompt',
    );
    const entry = journal.entry(id);
    expect(rows).to.deep.equal([
      [
        new Date(entry?.at ?? 0).toISOString(),
        id,
        entry?.purchase ?? '',
        'bfl',
        'flux-2-pro',
        '',
        '1024x1024',
        'ada.github.io/blog',
        'false',
        'settled',
        '0.03',
        '0.045',
        '0.0000384',
        'reported',
        '1',
        '0',
        '',
        "'+1 refund",
        `'=HYPERLINK(""x""), ""fox""\nnew line`,
      ]
        .map((cell) => `"${cell}"`)
        .join(','),
      '',
    ]);
  });

  it('as CSV runs nothing in any spreadsheet, wherever its list separator puts the borders of cells', async () => {
    const formulas = [
      '=1+1',
      '+1',
      '-1+1',
      '@SUM(A1)',
      '＝1+1',
      '＋1',
      '－1',
      '＠SUM(A1)',
      '\t=1',
      '\r=1',
      '  =1',
      '"=1"',
      "a;=cmd|' /C calc'!A0",
      'a; "=1+1"',
      'a\n=1',
      'a;＝1',
    ];
    for (const prompt of formulas) {
      const journal = simulatedBrowser().tab();
      await buy(journal, '0.04', { prompt });
      const text = exportCsv(journal.entries()).replace(/^\ufeff/, '');
      // Read by commas and quotes, by semicolons with the quotes that are left, and by tabs.
      for (const cell of text.split(/","|;|\t|[\r\n]+/))
        expect(cell, JSON.stringify(prompt)).not.to.match(/^[\s"]*[=+\-@＝＋－＠]/);
    }
  });

  it('as CSV leaves amounts numbers and plain words as they are', async () => {
    const journal = simulatedBrowser().tab();
    await buy(journal, '0.04', { prompt: 'a fox; snow = cold' });
    expect(exportCsv(journal.entries()))
      .to.contain('"0.04"')
      .and.to.contain('"a fox; snow = cold"');
  });

  it('as JSON brings back what a reset hid: what was spent and what is in doubt', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    await buy(journal, '0.04');
    for (let times = 0; times < 2; times += 1) {
      const lost = intent(journal);
      await journal.reserve([lost], {});
      await journal.doubt(lost.id, 'timed-out');
    }
    const before = journal.tally().all;
    const kept = exportJson(journal);
    await journal.reset();
    expect(journal.tally().all).to.include({ settled: '0', inDoubt: '0' });
    expect(await importJson(journal, kept)).to.deep.equal({ kind: 'merged', added: 3, known: 0 });
    expect(journal.tally().all).to.deep.equal(before);
    expect(browser.tab().tally().all).to.deep.equal(before);
    expect(await importJson(journal, kept)).to.deep.equal({ kind: 'merged', added: 0, known: 3 });
  });

  it('as JSON merges into another browser without counting anything twice, however often', async () => {
    const [here, there] = [simulatedBrowser(), simulatedBrowser()];
    const [one, other] = [here.tab(), there.tab()];
    await buy(one, '0.04');
    const shared = exportJson(one);
    await importJson(other, shared);
    const doubtful = intent(one);
    await one.reserve([doubtful], {});
    await one.doubt(doubtful.id, 'timed-out');
    await buy(other, '1');
    expect(await importJson(other, exportJson(one))).to.deep.equal({
      kind: 'merged',
      added: 1,
      known: 1,
    });
    expect(await importJson(other, exportJson(one))).to.deep.equal({
      kind: 'merged',
      added: 0,
      known: 2,
    });
    expect(there.tab().tally().all).to.deep.equal({
      settled: '1.04',
      inDoubt: '0.045',
      pictures: 2,
      purchases: 3,
    });
    const { entries, currency } = JSON.parse(shared) as {
      entries: Record<string, unknown>[];
      currency: string;
    };
    expect(entries[0]).to.deep.include({
      charged: '0.04',
      at: new Date(one.entries()[0]?.at ?? 0).toISOString(),
    });
    expect(currency).to.equal('USD');
  });

  it('as JSON says at which site each was bought, and another browser keeps it, folded or not', async () => {
    const here = simulatedBrowser();
    const [blog, shop] = ['ada.github.io/blog', 'ada.github.io/shop'];
    const journal = here.tab({ site: blog });
    const [first, second] = [await buy(journal), await buy(here.tab({ site: shop }))];
    const old = await buy(here.tab());
    const told = (of: typeof journal): unknown[] =>
      [first, second, old].map((id) => of.entry(id)?.site);
    expect(told(journal)).to.deep.equal([blog, shop, undefined]);
    const there = simulatedBrowser();
    for (const months of [false, true]) {
      const file = exportJson(journal);
      const { entries } = JSON.parse(file) as { entries: { site?: string }[] };
      expect(entries.map(({ site }) => site)).to.deep.equal([blog, shop, undefined]);
      await importJson(there.tab({ site: 'bob.example' }), file);
      expect(told(there.tab())).to.deep.equal([blog, shop, undefined]);
      here.clock.pass(40 * 86_400_000);
      await compact(journal.log, { age: 86_400_000, months });
    }
    const last = simulatedBrowser(settableClock(here.clock.now())).tab();
    await importJson(last, exportJson(journal));
    expect(told(last), 'from a month’s line').to.deep.equal([blog, shop, undefined]);
  });

  it('merges also when both sides have folded the same lines differently', async () => {
    const [here, there] = [simulatedBrowser(), simulatedBrowser()];
    const one = here.tab();
    await buy(one, '0.04');
    const early = exportJson(one);
    await buy(one, '0.01');
    here.clock.pass(2 * 86_400_000);
    await compact(one.log, { age: 86_400_000, months: true });
    await importJson(there.tab(), early);
    there.clock.pass(40 * 86_400_000);
    await compact(there.tab().log, { age: 86_400_000, months: true });
    await importJson(there.tab(), exportJson(one));
    expect(there.tab().tally().all).to.deep.equal({
      settled: '0.05',
      inDoubt: '0',
      pictures: 2,
      purchases: 2,
    });
  });

  it('brings back what was reset here, once', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    await buy(journal, '0.04');
    const saved = exportJson(journal);
    await journal.reset();
    expect(exportJson(journal)).not.to.include('flux-2-pro');
    expect(await importJson(journal, saved)).to.deep.equal({ kind: 'merged', added: 1, known: 0 });
    expect(browser.tab().tally().all).to.deep.equal({
      settled: '0.04',
      inDoubt: '0',
      pictures: 1,
      purchases: 1,
    });
    await journal.undoReset();
    expect(browser.tab().tally().all.settled).to.equal('0.04');
  });

  it('without a date is the same text for the same journal, in whatever order it was read', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    for (const amount of ['0.04', '0.01', '0.02']) await buy(journal, amount);
    const other = simulatedBrowser().tab();
    const file = JSON.parse(exportJson(journal)) as { exportedAt: string; lines: unknown[] };
    expect(file.exportedAt).to.equal(new Date(browser.clock.now()).toISOString());
    await importJson(other, JSON.stringify({ ...file, lines: file.lines.reverse() }));
    const undated = (of: typeof journal) =>
      JSON.parse(exportJson(of, { undated: true })) as { lines: [string, string][] };
    const names = undated(journal).lines.map(([name]) => name);
    expect(names).to.have.length(9);
    expect(names).to.deep.equal([...names].sort());
    expect(undated(other).lines.map(([name]) => name)).to.deep.equal(names);
    expect(undated(journal)).not.to.have.property('exportedAt');
    expect(exportJson(browser.tab(), { undated: true })).to.equal(
      exportJson(journal, { undated: true }),
    );
  });

  it('carries nothing of what a reset hid, also where it was folded together with the rest', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    const [hidden, shown] = [await buy(journal, '0.04'), await buy(journal, '0.01')];
    await compact(journal.log, { age: -1, months: false });
    await journal.reset();
    expect(exportJson(journal)).not.to.include('g:');
    // What is decided after the reset is not hidden.
    await journal.settle(shown, { charged: '0.02', basis: 'reported', pictures: 1 });
    const there = simulatedBrowser().tab();
    expect(await importJson(there, exportJson(journal))).to.deep.include({ added: 1 });
    expect([there.entry(hidden), there.entry(shown)?.charged]).to.deep.equal([undefined, '0.02']);
    expect(there.tally().all.settled).to.equal('0.02');
  });

  it('carries no caps and no sessions', async () => {
    const [one, other] = [simulatedBrowser().tab(), simulatedBrowser().tab()];
    await one.setReaderCaps({ day: '1' });
    await buy(one);
    await importJson(other, exportJson(one));
    expect(other.readerCaps()).to.deep.equal({});
  });
});

describe('an import that is not whole', () => {
  const good = async (): Promise<{ format: string; version: number; lines: unknown[] }> => {
    const journal = simulatedBrowser().tab();
    await buy(journal);
    await buy(journal);
    return JSON.parse(exportJson(journal)) as { format: string; version: number; lines: unknown[] };
  };

  it('is refused whole, with the reason', async () => {
    const file = await good();
    const [first, ...rest] = file.lines;
    const damaged = JSON.stringify(first).replace('0.045', '0.005');
    const cases: readonly (readonly [string, object])[] = [
      ['{"lines": [', { reason: 'not-json' }],
      ['[]', { reason: 'not-a-journal' }],
      [JSON.stringify({ ...file, format: 'other' }), { reason: 'not-a-journal' }],
      [JSON.stringify({ ...file, version: 2 }), { reason: 'newer-version' }],
      [
        JSON.stringify({ ...file, lines: [...rest, JSON.parse(damaged)] }),
        { reason: 'damaged-line', line: file.lines.length },
      ],
      [
        JSON.stringify({ ...file, lines: [...rest, ['n:x', 'caps|1|1|1|']] }),
        { reason: 'damaged-line' },
      ],
      [JSON.stringify({ ...file, lines: [...rest, null] }), { reason: 'damaged-line' }],
    ];
    for (const [text, reason] of cases) {
      const browser = simulatedBrowser();
      const journal = browser.tab();
      expect(await importJson(journal, text)).to.deep.include({ kind: 'refused', ...reason });
      expect(journal.entries()).to.deep.equal([]);
      expect(browser.store.keys().filter((key) => key.includes(':e:'))).to.deep.equal([]);
    }
  });
});
