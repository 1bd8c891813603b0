import { expect } from 'chai';
import type { Clock } from '../../src/base/clock.js';
import { randomId } from '../../src/base/id.js';
import { beginReconciliation, type Metered } from '../../src/providers/puter-reconciliation.js';
import { usageReading, type UsageReading } from '../../src/providers/puter-usage.js';

/** A report to which purchases are added by hand, and a clock that doesn't wait. */
function account() {
  let [count, cost] = [4, 12_000_000];
  let other: Record<string, object> = {};
  let blank = 0;
  let reads = 0;
  let most = Infinity;
  let elapsed = 0;
  const waits: number[] = [];
  const clock: Clock = {
    now: () => 0,
    elapsed: () => elapsed,
    sleep: (ms) => {
      waits.push(ms);
      elapsed += ms;
      return Promise.resolve();
    },
  };
  const read = (): Promise<UsageReading | undefined> => {
    reads += 1;
    if (reads > most) return Promise.resolve(undefined);
    const body =
      blank > 0
        ? { total: 0 }
        : { total: cost, 'pro:run': { count, cost, units: count }, ...other };
    blank -= 1;
    return Promise.resolve(usageReading(body, Date.UTC(2026, 10, 21)));
  };
  const app = randomId();
  const begin = (sign = 'a', more: Partial<Metered> = {}) =>
    beginReconciliation({
      app,
      model: 'pro',
      sign,
      isFixed: true,
      isMeter: (key) => key.startsWith('pro:'),
      isElsewhere: (key) => key.startsWith('other:pro'),
      read,
      clock,
      ...more,
    });
  return {
    begin,
    waits,
    reads: () => reads,
    pass: (ms: number): void => {
      elapsed += ms;
    },
    charge: (each: number): void => {
      count += 1;
      cost += each;
    },
    chargeElsewhere: (lines: Record<string, object>): void => {
      other = lines;
    },
    /** So many reports can be read, and none after them. */
    failAfter: (more: number): void => {
      most = reads + more;
    },
    goBlank: (times: number): void => {
      blank = times;
    },
  };
}

function charged(amount: string) {
  return { kind: 'charged', usage: { unit: 'microcents', amount } };
}

describe('telling a purchase from others in Puter’s report', () => {
  it('finds it alone', async () => {
    const { begin, charge } = account();
    const proof = await begin();
    charge(3_000_000);
    expect(await proof?.settle('bought')).to.deep.equal(charged('3000000'));
  });

  it('shares what two equal ones added', async () => {
    const { begin, charge } = account();
    const [one, two] = [await begin(), await begin()];
    charge(3_000_000);
    charge(3_000_000);
    expect(await Promise.all([one?.settle('bought'), two?.settle('bought')])).to.deep.equal([
      charged('3000000'),
      charged('3000000'),
    ]);
  });

  it('tells two apart from others though the report asked for first comes in last', async () => {
    const { begin } = account();
    const arrivals: ((reading: UsageReading | undefined) => void)[] = [];
    const slowly = {
      read: () =>
        new Promise<UsageReading | undefined>((arrive) => {
          arrivals.push(arrive);
        }),
    };
    const starting = [begin('a', slowly), begin('a', slowly)];
    const report = (answers: number) =>
      usageReading(
        { total: 0, 'egress:bytes': { count: answers, cost: 1, units: 1 } },
        Date.UTC(2026, 10, 21),
      );
    arrivals[1]?.(report(2));
    await starting[1];
    arrivals[0]?.(report(1));
    const [one, two] = await Promise.all(starting);
    expect(one).not.to.equal(undefined);
    const after = {
      total: 0,
      'egress:bytes': { count: 3, cost: 1, units: 1 },
      'pro:run': { count: 2, cost: 6_000_000, units: 2 },
    };
    const settling = Promise.all([one?.settle('bought', 1), two?.settle('bought', 1)]);
    while (arrivals.length < 4)
      await new Promise((done) => {
        setTimeout(done);
      });
    for (const arrive of arrivals.slice(2)) arrive(usageReading(after, Date.UTC(2026, 10, 21)));
    expect(await settling).to.deep.equal([charged('3000000'), charged('3000000')]);
  });

  it('finds the first of two equal ones while the second is still being made', async () => {
    const { begin, charge } = account();
    const [one, two] = [await begin(), await begin()];
    charge(3_000_000);
    expect(await one?.settle('bought')).to.deep.equal(charged('3000000'));
    charge(3_000_000);
    expect(await two?.settle('bought')).to.deep.equal(charged('3000000'));
  });

  it('does not guess between two different ones', async () => {
    const { begin, charge } = account();
    const [one, two] = [await begin('a'), await begin('b')];
    charge(3_000_000);
    charge(7_500_000);
    expect(await Promise.all([one?.settle('bought'), two?.settle('bought')])).to.deep.equal([
      { kind: 'unknown' },
      { kind: 'unknown' },
    ]);
  });

  it('says how often a single order was charged; whether another tab bought the like meanwhile is the journal’s to know', async () => {
    const { begin, charge } = account();
    const proof = await begin();
    charge(3_000_000);
    charge(3_000_000);
    expect(await proof?.settle('bought')).to.deep.equal({
      kind: 'charged',
      usage: { unit: 'microcents', amount: '6000000', times: 2 },
    });
  });

  it('does not say that nothing was bought where the later reports can’t be read', async () => {
    const { begin, failAfter } = account();
    const alone = await begin();
    failAfter(1);
    expect(await alone?.settle('maybe', 3)).to.deep.equal({ kind: 'unknown' });
  });

  it('says nothing was bought only when every other purchase is accounted for', async () => {
    const { begin, charge } = account();
    const alone = await begin();
    expect(await alone?.settle('maybe', 3)).to.deep.equal({ kind: 'absent' });
    const [failed, going] = [await begin(), await begin()];
    expect(await failed?.settle('maybe', 3)).to.deep.equal(
      { kind: 'absent' },
      'nothing at all was added',
    );
    charge(3_000_000);
    expect(await going?.settle('bought')).to.deep.equal(charged('3000000'));
  });

  it('does not know whose purchase it was when two answers were lost and one was billed', async () => {
    const { begin, charge } = account();
    const [one, two] = [await begin(), await begin()];
    charge(3_000_000);
    expect(await Promise.all([one?.settle('maybe'), two?.settle('maybe')])).to.deep.equal([
      { kind: 'unknown' },
      { kind: 'unknown' },
    ]);
  });

  it('is not misled by a report that is empty for a while, before or after', async () => {
    const { begin, charge, goBlank, pass } = account();
    const first = await begin();
    charge(3_000_000);
    await first?.settle('bought');
    pass(20_000);
    goBlank(1);
    const second = await begin();
    charge(3_000_000);
    goBlank(2);
    expect(await second?.settle('bought')).to.deep.equal(charged('3000000'));
  });

  it('gives up after twenty seconds, with longer and longer pauses', async () => {
    const { begin, waits } = account();
    const proof = await begin();
    await proof?.settle('bought');
    expect(waits.reduce((sum, ms) => sum + ms, 0)).to.be.within(19_000, 21_000);
    expect(waits).to.deep.equal([...waits].sort((a, b) => a - b));
  });

  it('starts anew once all purchases of a group are settled', async () => {
    const { begin, charge, pass } = account();
    const first = await begin();
    charge(3_000_000);
    await first?.settle('bought');
    charge(9_000_000);
    pass(20_000);
    const second = await begin();
    charge(4_500_000);
    expect(await second?.settle('bought')).to.deep.equal(charged('4500000'));
  });

  it('reads once, not twice, between purchases that follow each other quickly: Puter allows 120 readings a minute', async () => {
    const { begin, charge, reads } = account();
    for (let i = 0; i < 3; i += 1) {
      const proof = await begin();
      charge(3_000_000);
      expect(await proof?.settle('bought')).to.deep.equal(charged('3000000'));
    }
    expect(reads()).to.equal(4);
  });

  it('reads anew before a purchase from ten seconds on', async () => {
    for (const [ms, more] of [
      [9_999, 0],
      [10_000, 1],
    ] as const) {
      const { begin, pass, reads } = account();
      (await begin())?.drop();
      pass(ms);
      (await begin())?.drop();
      expect(reads(), String(ms)).to.equal(1 + more);
    }
  });

  it('does without when the report can’t be read', async () => {
    const { begin } = account();
    expect(await begin('a', { read: () => Promise.resolve(undefined) })).to.equal(undefined);
  });

  it('gives one of two different ones the amount of neither', async () => {
    const { begin, charge } = account();
    const [one, two] = [await begin('a'), await begin('b')];
    charge(3_000_000);
    expect(await one?.settle('bought', 3), 'one was billed, and nobody knows which').to.deep.equal({
      kind: 'unknown',
    });
    charge(3_000_000);
    expect(await two?.settle('bought', 3), 'alike by chance').to.deep.equal({ kind: 'unknown' });
  });

  it('shares what two equal ones added evenly, to the half of a microcent', async () => {
    for (const [first, second] of [
      [3_000_000, 3_000_001],
      [3_000_000, 0],
    ] as const) {
      const { begin, charge } = account();
      const [one, two] = [await begin(), await begin()];
      charge(first);
      charge(second);
      const told = await Promise.all([one?.settle('bought', 3), two?.settle('bought', 3)]);
      const half = charged(String((first + second) / 2));
      expect(told).to.deep.equal([half, half]);
    }
  });

  it('knows that a lost one was not billed while only those that came were', async () => {
    const { begin, charge } = account();
    const [came, lost] = [await begin(), await begin()];
    charge(3_000_000);
    expect(await came?.settle('bought', 3)).to.deep.equal(charged('3000000'));
    expect(await lost?.settle('maybe', 3)).to.deep.equal({ kind: 'absent' });
  });

  it('does not say so while another may still be billed', async () => {
    const { begin, charge } = account();
    const [came, lost] = [await begin(), await begin(), await begin()];
    charge(3_000_000);
    expect(await came?.settle('bought', 3)).to.deep.equal(charged('3000000'));
    expect(await lost?.settle('maybe', 3)).to.deep.equal({ kind: 'unknown' });
  });

  it('finds a lost one that was billed all the same', async () => {
    const { begin, charge } = account();
    const alone = await begin();
    charge(3_000_000);
    expect(await alone?.settle('maybe', 3)).to.deep.equal(charged('3000000'));
    const [one, two] = [await begin(), await begin()];
    charge(3_000_000);
    charge(3_000_000);
    expect(await Promise.all([one?.settle('maybe', 3), two?.settle('bought', 3)])).to.deep.equal([
      charged('3000000'),
      charged('3000000'),
    ]);
  });

  it('counts one that was dropped no longer', async () => {
    const { begin, charge } = account();
    const [one, two] = [await begin('a'), await begin('b')];
    two?.drop();
    charge(3_000_000);
    expect(await one?.settle('bought', 3)).to.deep.equal(charged('3000000'));
  });

  it('tells of a picture that another supplier of the model was paid for', async () => {
    const { begin, chargeElsewhere } = account();
    const proof = await begin();
    chargeElsewhere({ 'other:pro_dot_1:run': { count: 1, cost: 2_000_000, units: 1 } });
    expect(await proof?.settle('bought')).to.deep.equal({
      kind: 'charged',
      usage: { unit: 'microcents', amount: '2000000', note: 'billed as other:pro.1' },
    });
  });

  it('tells of two equal pictures that another supplier was paid for, and of no others', async () => {
    const paidFor = async (lines: Record<string, object>, second = 'a') => {
      const { begin, chargeElsewhere } = account();
      const [one, two] = [await begin('a'), await begin(second)];
      chargeElsewhere(lines);
      return Promise.all([one?.settle('bought', 3), two?.settle('bought', 3)]);
    };
    const both = { count: 2, cost: 4_000_000, units: 2 };
    const half = {
      kind: 'charged',
      usage: { unit: 'microcents', amount: '2000000', note: 'billed as other:pro' },
    };
    expect(await paidFor({ 'other:pro:run': both })).to.deep.equal([half, half]);
    expect(
      await paidFor({
        'other:pro:input': { ...both, cost: 1_000_000 },
        'other:pro:output:image': { ...both, cost: 3_000_000 },
      }),
      'in several lines',
    ).to.deep.equal([half, half]);
    const absent = [{ kind: 'absent' }, { kind: 'absent' }];
    expect(await paidFor({ 'other:pro:run': both }, 'b'), 'unlike ones').to.deep.equal(absent);
    expect(
      await paidFor({ 'other:pro:run': both, 'other:pro-2:run': { ...both, cost: 6_000_000 } }),
      'of two models',
    ).to.deep.equal(absent);
    expect(
      await paidFor({ 'other:pro:run': { ...both, count: 3, units: 3 } }),
      'three of them',
    ).to.deep.equal(absent);
  });

  it('takes nothing that others were paid for two pictures, for another model, or with none here', async () => {
    const paidFor = async (
      lines: Record<string, object>,
      reply: 'bought' | 'maybe' = 'bought',
    ): Promise<unknown> => {
      const { begin, chargeElsewhere } = account();
      const proof = await begin();
      chargeElsewhere(lines);
      return (await proof?.settle(reply))?.kind;
    };
    const one = { count: 1, cost: 2_000_000, units: 1 };
    expect(await paidFor({ 'other:max:run': one })).to.equal('absent');
    expect(await paidFor({ 'other:pro:run': { ...one, count: 2 } })).to.equal('absent');
    expect(await paidFor({ 'other:pro:run': one }, 'maybe')).to.equal('absent');
    const { begin, chargeElsewhere } = account();
    const [first, second] = [await begin(), await begin()];
    chargeElsewhere({ 'other:pro:run': one });
    const kinds = await Promise.all([first?.settle('bought'), second?.settle('bought')]);
    expect(kinds.map((verdict) => verdict?.kind)).to.deep.equal(['absent', 'absent']);
  });
});

describe('pictures that each cost something else, at once', () => {
  const perSecond = { isFixed: false };
  /** What they were told to have cost, microcents. */
  const sumOf = (verdicts: readonly unknown[]): number =>
    verdicts.reduce<number>((sum, verdict) => {
      const { usage } = verdict as { usage?: { amount: string } };
      return sum + Number(usage?.amount);
    }, 0);

  it('are told their sum together, whichever came first', async () => {
    for (const slowest of [0, 1, 2, 3]) {
      const { begin, charge } = account();
      const proofs: Awaited<ReturnType<typeof begin>>[] = [];
      for (let each = 0; each < 4; each += 1) proofs.push(await begin('a', perSecond));
      const told: unknown[] = [];
      const settle = (index: number) =>
        proofs[index]?.settle('bought').then((verdict) => told.push(verdict));
      const early = [0, 1, 2, 3].filter((index) => index !== slowest);
      const settling = early.map((index) => {
        charge(210_000);
        return settle(index);
      });
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
      expect(told, `before ${slowest}`).to.have.length(0);
      charge(8_610_001);
      await Promise.all([...settling, settle(slowest)]);
      expect(sumOf(told)).to.be.closeTo(9_240_001, 1e-6);
      for (const verdict of told)
        expect(verdict).to.deep.include({ kind: 'charged' }).and.to.have.nested.include({
          'usage.together.count': 4,
          'usage.together.amount': '9240001',
        });
    }
  });

  it('are told nothing while one of them is not counted, or is not known to be here', async () => {
    const { begin, charge } = account();
    const [one, two, three] = [
      await begin('a', perSecond),
      await begin('a', perSecond),
      await begin('a', perSecond),
    ];
    charge(100);
    charge(200);
    charge(300);
    const verdicts = await Promise.all([
      one?.settle('bought'),
      two?.settle('bought'),
      three?.settle('maybe'),
    ]);
    expect(verdicts.slice(0, 2)).to.deep.equal([{ kind: 'unknown' }, { kind: 'unknown' }]);
    const late = account();
    const pair = [await late.begin('a', perSecond), await late.begin('a', perSecond)];
    late.charge(100);
    const [former, latter] = pair;
    for (const verdict of await Promise.all([former?.settle('bought'), latter?.settle('bought')]))
      expect(verdict).not.to.have.property('usage');
  });

  it('wait for none that was dropped', async () => {
    const { begin, charge } = account();
    const [one, two] = [await begin('a', perSecond), await begin('a', perSecond)];
    charge(4_620_000);
    const settling = one?.settle('bought');
    two?.drop();
    expect(await settling).to.deep.equal(charged('4620000'));
  });

  it('are told apart when they come one after the other', async () => {
    const { begin, charge } = account();
    for (const cost of [13_860_000, 210_000, 460_000]) {
      const proof = await begin('a', perSecond);
      charge(cost);
      expect(await proof?.settle('bought')).to.deep.equal(charged(String(cost)));
    }
  });
});
