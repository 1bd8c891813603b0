import { expect } from 'chai';
import { grownSince, noteOf, readNote } from '../../src/providers/puter-note.js';
import { isMeterOf, puterModelRoute } from '../../src/providers/puter-model-route.js';
import { usageReading, type UsageReading } from '../../src/providers/puter-usage.js';
import { jobOf, jobText } from '../../src/spending/line.js';

const november = Date.UTC(2026, 10, 21);
const minute = 60_000;
const run = 'replicate:black-forest-labs/flux-2-pro:run';
const modelRoute = puterModelRoute('flux-2-pro', 'replicate')!;
const isMeter = isMeterOf(modelRoute);
function reading(count: number, more: Record<string, unknown> = {}, now = november): UsageReading {
  return usageReading(
    {
      total: 1,
      ...(count > 0 ? { [run]: { count, cost: count * 1.5e6, units: count } } : {}),
      'egress:bytes': { count: 40, cost: 7, units: 9 },
      ...more,
    },
    now,
  )!;
}
function noted(base = reading(3)) {
  return readNote(jobOf(jobText(noteOf(base, modelRoute, isMeter, 'me', november))))!;
}
function grown(now: UsageReading, after = minute, note = noted()) {
  return grownSince(note, now, isMeter, november + after);
}

describe('what is written down of Puter’s meter before an order', () => {
  it('comes back whole from the journal, and holds no other line, no name and no token', () => {
    const job = noteOf(
      reading(3, { secretive: { count: 1, cost: 2, units: 3 } }),
      modelRoute,
      isMeter,
      'me',
      november,
    );
    expect(jobText(job)).to.match(/^[\x20-\x7e]{1,400}$/);
    expect([...noted().base.lines.keys()]).to.deep.equal([run]);
    expect(jobText(job)).not.to.contain('secretive');
    expect([noted().who, noted().at, noted().base.month, job['from']]).to.deep.equal([
      'me',
      november,
      '2026-11',
      '3',
    ]);
  });

  it('is not read from anything else', () => {
    const job = noteOf(reading(3), modelRoute, isMeter, 'me', november);
    for (const odd of [
      {},
      { meter: 'other' },
      { ...job, at: 'x' },
      { ...job, lane: 'one' },
      { ...job, lines: 'a=b' },
      { ...job, lines: '%=1,2,3' },
      { ...job, counts: '-1' },
    ]) {
      expect(readNote(odd), JSON.stringify(odd)).to.equal(undefined);
    }
  });

  it('tells what was counted since', () => {
    expect(grown(reading(4))).to.deep.equal({
      purchases: 1,
      isFinal: false,
      usage: { unit: 'microcents', amount: '1500000' },
    });
    expect(grown(reading(7))).to.deep.include({ purchases: 4 });
    expect(grown(reading(3))).to.deep.include({ purchases: 0, isFinal: false });
    expect(grown(reading(1), minute, noted(reading(0)))).to.deep.include({ purchases: 1 });
  });

  it('knows when nothing more can come', () => {
    expect(grown(reading(3), 15 * minute)).to.deep.include({ isFinal: false });
    expect(grown(reading(3), 15 * minute + 1)).to.deep.include({ isFinal: true });
    const slow = {
      ...noted(),
      modelRoute: { provider: 'openai-image-generation', model: 'gpt-image-2' },
    };
    expect(grown(reading(3), 35 * minute, slow)).to.deep.include({ isFinal: false });
  });

  it('says nothing about a report that went backwards, of another month, of another unit, or that shows a purchase in part', () => {
    expect(grown(usageReading({ total: 0 }, november)!)).to.equal(undefined);
    expect(grown(usageReading({ total: 0 }, november)!, minute, noted(reading(0)))).to.equal(
      undefined,
    );
    expect(grown(reading(2))).to.equal(undefined);
    expect(grown(reading(5, {}, Date.UTC(2026, 11, 1)))).to.equal(undefined);
    expect(grown(reading(5, { unit: 'credits' }))).to.equal(undefined);
    expect(
      grown(
        reading(5, {
          'replicate:black-forest-labs/flux-2-pro:output_mp': { count: 1, cost: 1, units: 1 },
        }),
      ),
    ).to.equal(undefined);
  });
});
