import { expect } from 'chai';
import fc from 'fast-check';
import {
  creditRate,
  growth,
  microcents,
  puterBalance,
  puterDollars,
  usageReading,
} from '../../src/providers/puter-usage.js';

const november = Date.UTC(2026, 10, 21);
function line(cost: number, count = 1, units = 1): object {
  return { cost, count, units };
}
function reading(lines: Record<string, object>, now = november, unit?: string) {
  const body = { total: 1, ...lines, ...(unit ? { unit } : {}) };
  const read = usageReading(body, now, creditRate(body));
  if (!read) throw new Error('unreadable');
  return read;
}
function isPro(key: string): boolean {
  return key.startsWith('pro:');
}

describe('Puter’s usage report', () => {
  it('is not mistaken for an error body, which the SDK would hand out as data', () => {
    for (const body of [
      undefined,
      null,
      '',
      'x',
      [],
      {},
      { error: 'Authentication failed.' },
      { total: 1, error: 'no' },
    ]) {
      expect(usageReading(body, november)).to.equal(undefined);
    }
  });

  it('leaves out a line without a countable amount, and is read whole however long it is', () => {
    const odd = { 'pro:a': line(1e308), 'pro:b': line(1, 1.5), 'pro:c': line(1, 2 ** 60) };
    expect([...reading({ ...odd, 'pro:d': line(1) }).lines.keys()]).to.deep.equal(['pro:d']);
    expect(puterDollars(1e308, 'credits', 1000n)).to.equal(undefined);
    const many = Object.fromEntries(
      Array.from({ length: 200_000 }, (_, at) => [`pro:${String(at)}`, line(1, 7)]),
    );
    expect(growth(reading({}), reading(many), isPro)).to.deep.include({
      purchases: 7,
      cost: 200_000n * 10_000n,
    });
  });

  it('adds up what a purchase cost over all of its model’s lines, and leaves other lines out', () => {
    const before = reading({
      'pro:run': line(1_500_000),
      'pro:output_mp': line(1_500_000),
      'egress:bytes': line(10, 5),
    });
    const after = reading({
      'pro:run': line(3_000_000, 2),
      'pro:output_mp': line(4_500_000, 2, 3),
      'pro:input_mp': line(3_000_000, 1, 2),
      'egress:bytes': line(99, 9),
      other: line(5),
    });
    const grown = growth(before, after, isPro);
    expect(grown).to.deep.include({ purchases: 1, even: true, references: 2 });
    expect(microcents(grown?.cost ?? 0n)).to.equal('7500000');
  });

  it('is ignored while it goes backwards', () => {
    const before = reading({ 'pro:run': line(1_500_000), 'other:x': line(1) });
    expect(growth(before, reading({ 'pro:run': line(3_000_000, 2) }), isPro)).to.equal(undefined);
    expect(growth(before, reading({}), isPro)).to.equal(undefined);
  });

  it('starts from nothing in a new month', () => {
    const before = reading({ 'pro:run': line(9_000_000, 6) });
    const grown = growth(
      before,
      reading({ 'pro:run': line(1_500_000) }, Date.UTC(2026, 11, 1)),
      isPro,
    );
    expect(grown?.purchases).to.equal(1);
    expect(grown?.cost).to.equal(15_000_000_000n);
  });

  it('says so when a purchase is shown in part', () => {
    const before = reading({});
    expect(
      growth(
        before,
        reading({ 'pro:run': line(3_000_000, 2), 'pro:output_mp': line(1_500_000) }),
        isPro,
      )?.even,
    ).to.equal(false);
  });

  it('counts exactly, however many fractions were added up before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 64, max: 2048 }),
        fc.integer({ min: 64, max: 2048 }),
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(undefined, 1000, 2000, 2500),
        (width, height, earlier, credits) => {
          // Together's FLUX.1 schnell, as the server adds it up: 0.27 cents a million pixels, in
          // floating point.
          const each = 0.27 * ((width * height) / 1e6) * 1e6;
          let sum = 0;
          for (let i = 0; i < earlier; i += 1) sum += each;
          const shown = (cost: number): number => (credits ? (cost * credits) / 1e8 : cost);
          const unit = credits ? 'credits' : undefined;
          const egress = { 'egress:bytes': line(shown((3e6 * 12_000_000) / 2 ** 30), 1, 3e6) };
          const before = reading(
            { ...egress, ...(earlier > 0 ? { 'pro:1MP': line(shown(sum), earlier) } : {}) },
            november,
            unit,
          );
          const after = reading(
            { ...egress, 'pro:1MP': line(shown(sum + each), earlier + 1) },
            november,
            unit,
          );
          const grown = growth(before, after, isPro);
          const hundredths = BigInt(width) * BigInt(height) * 27n;
          expect(microcents(grown?.cost ?? 0n, after.unit, after.rate)).to.equal(
            `${hundredths / 100n}${hundredths % 100n > 0n ? `.${(hundredths % 100n).toString().padStart(2, '0').replace(/0$/, '')}` : ''}`,
          );
        },
      ),
    );
  });

  it('shows how many credits make a dollar by what a gibibyte costs, where it shows that', () => {
    expect(
      creditRate({ 'egress:bytes': { units: 64_028, cost: 0.007155686616897583 } }),
      'as measured at 1000 credits a dollar',
    ).to.equal(1000n);
    expect(
      creditRate({ 'egress:bytes': { units: 3e6, cost: (3e6 * 0.12 * 2000) / 2 ** 30 } }),
    ).to.equal(2000n);
    for (const lines of [
      undefined,
      {},
      { 'egress:bytes': { units: 64_028, cost: 0.0061 } },
      { 'egress:bytes': { units: 0, cost: 0 } },
      { 'egress:bytes': null },
    ]) {
      expect(creditRate(lines), JSON.stringify(lines)).to.equal(undefined);
    }
  });

  it('turns no credits into dollars while nobody has said how many make one', () => {
    expect(puterDollars(1000, 'credits')).to.equal(undefined);
    expect(puterDollars(0, 'credits')).to.equal(undefined);
    const read = usageReading({ total: 1, unit: 'credits', 'pro:run': line(60) }, november);
    expect([
      read?.unit,
      read?.rate,
      microcents(60_000_000_000n, read?.unit, read?.rate),
    ]).to.deep.equal(['credits', undefined, undefined]);
  });

  it('is compared with one in the same unit only', () => {
    expect(
      growth(
        reading({ 'pro:run': line(3_000_000) }),
        reading({ 'pro:run': line(120, 2) }, november, 'credits'),
        isPro,
      ),
    ).to.equal(undefined);
  });

  it('reads a balance in either unit as dollars, and nothing else as one', () => {
    expect(puterDollars(50_000_000, undefined)).to.equal('0.5');
    expect(puterDollars(1000, 'credits', 2000n)).to.equal('0.5');
    expect(puterDollars(1000, 'credits', 1000n)).to.equal('1');
    expect(puterDollars(50_000_000, undefined, 1000n)).to.equal('0.5');
    expect(puterDollars(0, undefined)).to.equal('0');
    expect(puterDollars(49_999_936.64, undefined)).to.equal('0.4999993664');
    for (const amount of [null, undefined, '5', NaN, -1, {}])
      expect(puterDollars(amount, undefined)).to.equal(undefined);
  });

  it('tells what is left: the month’s and what was bought, and credits where it counts in them', () => {
    expect(puterBalance({ remaining: 41_000_000 })).to.deep.equal({ usd: '0.41' });
    const addons = { purchasedCredits: 600_000_000, consumedPurchaseCredits: 100_000_000 };
    expect(puterBalance({ remaining: 541_000_000, addons })).to.deep.equal({
      usd: '5.41',
      bought: '5',
    });
    expect(puterBalance({ remaining: 820.9, unit: 'credits' }, 2000n)).to.deep.equal({
      usd: '0.41045',
      credits: '820',
    });
  });

  it('knows credits also while their worth is unknown, and no balance where there is none', () => {
    expect(puterBalance({ remaining: 820, unit: 'credits' })).to.deep.equal({ credits: '820' });
    for (const nothing of [undefined, {}, { remaining: '9' }, { remaining: NaN }])
      expect(puterBalance(nothing)).to.equal(undefined);
    // Used up, and more consumed than was ever bought.
    const addons = { purchasedCredits: 1, consumedPurchaseCredits: 2 };
    expect(puterBalance({ remaining: 0, addons })).to.deep.equal({ usd: '0' });
    // In debt.
    expect(puterBalance({ remaining: -1 })).to.deep.equal({ usd: '0' });
    expect(puterBalance({ remaining: -1, unit: 'credits' })).to.deep.equal({ credits: '0' });
  });
});
