import { expect } from 'chai';
import fc from 'fast-check';
import { times } from '../../src/base/times.js';
import { meterVerdict } from '../../src/generation/meter.js';
import { sum, toText, usd } from '../../src/pricing/money.js';
import type { Entry } from '../../src/spending/entry.js';

const minute = 60_000;

/** An order of one browser, and what Puter really charged for it. */
interface Bought {
  /** How often it was charged: 0 never, more than once when the browser sent it again. */
  readonly times: number;
  /** What this browser knows of it. */
  readonly known: boolean;
}

function text(cents: number): string {
  return String(cents / 100);
}
function usageOf(purchases: number) {
  return { unit: 'microcents', amount: String(purchases * 3_000_000) } as const;
}

/** One after the other, each noted at the count the meter had then. */
function linesOf(orders: readonly Bought[], more: Partial<Entry> = {}): Entry[] {
  let from = 5;
  return orders.map(({ times, known }, index) => {
    const job = {
      meter: 'puter',
      who: 'me',
      lane: 'replicate pro',
      month: '2026-11',
      from: String(from),
    };
    from += times;
    const at = index * minute;
    const settled = {
      standing: 'settled',
      charge: times > 0 ? 'charged' : 'none',
      charged: text(3 * times),
      basis: 'reported',
      took: 1000,
      pictures: 1,
    } as const;
    return {
      id: String(index),
      purchase: String(index),
      provider: 'puter',
      model: 'flux-2-pro',
      route: 'replicate',
      size: '1024x1024',
      simulated: false,
      low: '0.03',
      high: '0.03',
      quote: 'q',
      session: 's',
      at,
      job,
      ...(known ? settled : { standing: 'in-doubt', charge: 'possible', pictures: 0 }),
      ...more,
    };
  });
}

function grownFrom(orders: readonly Bought[], mine: number): number {
  return orders.slice(mine).reduce((all, { times }) => all + times, 0);
}

describe('what a provider’s meter says of an order in doubt', () => {
  const order = fc.record({ times: fc.integer({ min: 0, max: 4 }), known: fc.boolean() });

  it('ends the doubt as soon as the meter can tell, and not before', () => {
    fc.assert(
      fc.property(
        fc.array(order, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.boolean(),
        (orders, pick, isFinal) => {
          const mine = pick % orders.length;
          const alone = orders.map((one, index) => ({ ...one, known: index !== mine }));
          const lines = linesOf(alone);
          const purchases = grownFrom(alone, mine);
          const verdict = meterVerdict(lines[mine]!, lines, {
            purchases,
            usage: usageOf(purchases),
            isFinal,
          });
          const { times } = alone[mine]!;
          expect(verdict).to.deep.equal(
            times > 0
              ? { kind: 'charged', amount: text(3 * times), times }
              : isFinal
                ? { kind: 'none' }
                : { kind: 'unknown' },
          );
        },
      ),
    );
  });

  it('never says what is not so, however many are in doubt', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ times: fc.integer({ min: 0, max: 1 }), known: fc.boolean() }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.nat(),
        fc.boolean(),
        (orders, pick, isFinal) => {
          const mine = pick % orders.length;
          const doubted = orders.map((one, index) =>
            index === mine ? { ...one, known: false } : one,
          );
          const lines = linesOf(doubted);
          const purchases = grownFrom(doubted, mine);
          const verdict = meterVerdict(lines[mine]!, lines, {
            purchases,
            usage: usageOf(purchases),
            isFinal,
          });
          if (verdict.kind === 'none')
            expect([doubted[mine]!.times, isFinal]).to.deep.equal([0, true]);
          if (verdict.kind === 'charged')
            expect([doubted[mine]!.times, verdict.amount]).to.deep.equal([1, '0.03']);
        },
      ),
    );
  });

  const [mine, other] = linesOf([
    { times: 1, known: false },
    { times: 1, known: true },
  ]) as [Entry, Entry];
  const said = (
    purchases: number,
    entries: readonly Entry[],
    isFinal = true,
    line = mine,
  ): string => meterVerdict(line, entries, { purchases, usage: usageOf(purchases), isFinal }).kind;

  it('does not take what another tab bought meanwhile for it', () => {
    expect(said(1, [mine, other])).to.equal('none');
    expect(said(2, [mine, other])).to.equal('charged');
    expect(said(1, [mine, { ...other, standing: 'accepted', charge: 'possible' }])).to.equal(
      'unknown',
    );
    expect(said(0, [mine, { ...other, standing: 'accepted', charge: 'possible' }])).to.equal(
      'none',
    );
  });

  it('leaves other models, ways, accounts and simulated money out', () => {
    for (const apart of [
      { model: 'flux-2-dev' },
      { route: 'together' },
      { provider: 'bfl' },
      { simulated: true },
      { job: { ...other.job, who: 'you' } },
    ]) {
      expect(said(1, [mine, { ...other, ...apart }]), JSON.stringify(apart)).to.equal('charged');
    }
  });

  it('stays in doubt beside an order of which nobody wrote down when it was counted', () => {
    const { job: _job, ...unnoted } = other;
    expect(said(1, [mine, unnoted])).to.equal('unknown');
    expect(said(1, [mine, { ...unnoted, at: mine.at - minute }])).to.equal('charged');
    expect(said(0, [mine, unnoted])).to.equal('none');
  });

  it('stays in doubt beside one that ended nobody knows when', () => {
    const { job: _job, took: _took, ...unnoted } = { ...other, at: mine.at - minute };
    expect(said(1, [mine, unnoted])).to.equal('unknown');
  });

  it('says what each of several in doubt cost only where all cost the same', () => {
    const open: Entry = { ...other, standing: 'accepted', charge: 'possible' };
    const verdictBeside = (...others: readonly Entry[]) =>
      meterVerdict(mine, [mine, ...others], {
        purchases: 1 + others.length,
        usage: usageOf(1 + others.length),
        isFinal: true,
      });
    const each = { kind: 'charged', amount: '0.03', times: 1 };
    expect(verdictBeside(open)).to.deep.equal(each);
    expect(verdictBeside(open, { ...open, id: '9', high: '0.04' })).to.deep.equal({
      kind: 'unknown',
    });
    for (const dearer of [{ low: '0.02' }, { high: '0.04' }, { low: '0.04', high: '0.04' }])
      expect(verdictBeside({ ...open, ...dearer })).to.deep.equal({ kind: 'unknown' });
    // What has ended may have been listed at another price.
    expect(verdictBeside(open, { ...other, id: '9', low: '0.02', high: '0.02' })).to.deep.equal(
      each,
    );
  });

  it('divides the sum among pictures of a range that are all here, to the last digit', () => {
    const seconds = { low: '0', high: '0.84' };
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 1, max: 20_000_000 }),
        (count, microcents) => {
          const orders = times(count, () => ({ times: 1, known: false }));
          let lines = linesOf(orders, { ...seconds, pictures: 1, charge: 'charged' });
          const usage = { unit: 'microcents', amount: String(microcents) } as const;
          const grown = { purchases: count, usage, isFinal: true };
          const from = lines[0]!.job!['from']!;
          lines = lines.map((line) => ({ ...line, job: { ...line.job, from } }));
          // One after the other, as they are recorded.
          for (const { id } of lines) {
            const mine = lines.find((line) => line.id === id)!;
            const verdict = meterVerdict(mine, lines, grown);
            if (verdict.kind !== 'charged') throw new Error(verdict.kind);
            const settled = { standing: 'settled', charged: verdict.amount, took: 1 } as const;
            lines = lines.map((line) => (line.id === id ? { ...line, ...settled } : line));
          }
          const all = lines.map(({ charged = '' }) => usd(charged));
          expect(toText(sum(all))).to.equal(toText(usd((microcents / 1e8).toFixed(8))));
        },
      ),
    );
    const [one, two] = linesOf(
      [
        { times: 1, known: false },
        { times: 1, known: false },
      ],
      { ...seconds, job: mine.job! },
    );
    const both = { purchases: 2, usage: usageOf(2), isFinal: true };
    const here = { pictures: 1, charge: 'charged' } as const;
    expect(meterVerdict({ ...one!, ...here }, [one!, two!], both)).to.deep.equal({
      kind: 'unknown',
    });
    expect(meterVerdict({ ...one!, ...here }, [one!, { ...two!, ...here }], both)) //
      .to.deep.include({ amount: '0.03', together: { count: 2, charged: '0.06' } });
  });

  it('tells what was counted in an earlier month by when it ended', () => {
    const earlier = { ...other, job: { ...other.job, month: '2026-10', from: '9' } };
    expect(said(1, [mine, { ...earlier, at: mine.at - minute }])).to.equal('charged');
    expect(said(1, [mine, { ...earlier, at: mine.at - 500 }])).to.equal('unknown');
  });

  it('takes another order’s charge for as many as its price goes into it, twelve at most', () => {
    for (const [purchases, charged, price] of [
      [2, '0.03', undefined],
      [2, '0.03', '0'],
      [13, '0.36', '0.03'],
      [13, '0.24', '0.02'],
    ] as const) {
      const before = { ...other, charged, low: price, high: price };
      expect(said(purchases, [mine, before]), `${purchases} for ${charged}`).to.equal(
        charged === '0.24' ? 'unknown' : 'charged',
      );
    }
  });

  it('says what one without a price was charged only where it is one charge', () => {
    const unpriced: Entry = { ...mine, low: undefined, high: undefined };
    expect(said(2, [unpriced, other], true, unpriced)).to.equal('charged');
    expect(said(2, [unpriced], true, unpriced)).to.equal('unknown');
  });

  it('says an amount that is not the listed one only when it can be nobody else’s', () => {
    const dear = { unit: 'microcents', amount: '4500000' } as const;
    expect(meterVerdict(mine, [mine], { purchases: 1, usage: dear, isFinal: false })).to.deep.equal(
      { kind: 'charged', amount: '0.045', times: 1 },
    );
    expect(meterVerdict(mine, [mine], { purchases: 2, usage: dear, isFinal: false })).to.deep.equal(
      { kind: 'unknown' },
    );
    expect(meterVerdict(mine, [mine], { purchases: 1, isFinal: true })).to.deep.equal({
      kind: 'unknown',
    });
  });
});
