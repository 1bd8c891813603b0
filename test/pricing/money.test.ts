import { expect } from 'chai';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { UserPaysError } from '../../src/base/error.js';
import {
  compareUsd,
  divideUp,
  evenly,
  isAmount,
  minus,
  plainAmount,
  short,
  roundTo,
  sum,
  times,
  timesIn,
  toText,
  usd,
  zero,
} from '../../src/pricing/money.js';

/** Amounts as integers of 10^-12 dollars: the oracle counts in BigInt. */
const picos = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
function textOf(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(13, '0');
  const fraction = digits.slice(-12).replace(/0+$/, '');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -12)}${fraction && `.${fraction}`}`;
}

describe('money', () => {
  it('adds a tenth and two tenths to three tenths', () => {
    expect(toText(sum([usd('0.1'), usd('0.2')]))).to.equal('0.3');
    expect(toText(sum([]))).to.equal('0');
  });

  it('compares amounts that hardly differ, however they came about', () => {
    const near = fc.bigInt({ min: -3n, max: 3n });
    fc.assert(
      fc.property(picos, near, near, (a, b, c) => {
        const [one, other] = [sum([usd(textOf(a)), usd(textOf(b))]), usd(textOf(a + c))];
        expect(compareUsd(one, other)).to.equal(b < c ? -1 : b > c ? 1 : 0);
        expect(compareUsd(times(one, 10), times(other, '10'))).to.equal(compareUsd(one, other));
      }),
      { numRuns: 500 },
    );
  });

  it('compares with nothing, which has no digits, and with what is owed', () => {
    for (const [less, more] of [
      ['0', '0.03'],
      ['0', '3'],
      ['-0.03', '0'],
      ['-3', '0.03'],
      ['-3', '-0.03'],
    ] as const) {
      expect(compareUsd(usd(less), usd(more)), `${less} < ${more}`).to.be.below(0);
      expect(compareUsd(usd(more), usd(less)), `${more} > ${less}`).to.be.above(0);
    }
    for (const nothing of ['0.00', '-0', '-0.000'])
      expect(compareUsd(usd(nothing), zero), nothing).to.equal(0);
  });

  it('adds, takes away and multiplies as whole numbers of the smallest coin do', () => {
    fc.assert(
      fc.property(picos, picos, fc.integer({ min: 0, max: 1e6 }), (a, b, n) => {
        expect(toText(sum([usd(textOf(a)), usd(textOf(b))]))).to.equal(textOf(a + b));
        expect(toText(minus(usd(textOf(a)), usd(textOf(b))))).to.equal(textOf(a - b));
        expect(toText(times(usd(textOf(a)), n))).to.equal(textOf(a * BigInt(n)));
        expect(Math.sign(compareUsd(usd(textOf(a)), usd(textOf(b))))).to.equal(
          a < b ? -1 : a > b ? 1 : 0,
        );
      }),
    );
  });

  it('never writes an exponent, however small or large', () => {
    expect(toText(times(usd('0.0000000000001'), '0.000001'))).to.equal('0.0000000000000000001');
    expect(toText(times(usd('1000000000000'), 1_000_000_000))).to.equal('1000000000000000000000');
  });

  it('refuses what is not plain decimal text, a JS number first of all', () => {
    const others: unknown[] = [
      0.1,
      1,
      Number.NaN,
      null,
      undefined,
      '',
      ' 1',
      '1 ',
      '1,5',
      '$1',
      '1e3',
      '1.',
      '.5',
      '+1',
      '--1',
      '0x10',
      'Infinity',
      'NaN',
      '１',
      '9'.repeat(81),
    ];
    for (const other of others) {
      expect(isAmount(other), String(other)).to.equal(false);
      expect(() => usd(other as string), String(other))
        .to.throw(UserPaysError)
        .with.property('code', 'invalid-input');
    }
  });

  it('says what it refuses, the beginning of it', () => {
    const said = (text: unknown): unknown => {
      try {
        return usd(text as string);
      } catch (error) {
        return (error as UserPaysError).facts;
      }
    };
    expect(said('a dollar')).to.deep.equal({ amount: 'a dollar' });
    expect(said('x'.repeat(99))).to.deep.equal({ amount: 'x'.repeat(40) });
  });

  it('rounds up what can’t be divided evenly, and knows what can', () => {
    expect(toText(divideUp(usd('1'), 3))).to.equal('0.333333333334');
    expect(toText(divideUp(usd('0.04'), '0.95'))).to.equal('0.042105263158');
    expect(evenly(usd('0.07340032'), usd('0.07'))).to.equal('1.048576');
    expect(evenly(usd('1'), usd('3'))).to.equal(undefined);
    expect(evenly(usd('1'), zero)).to.equal(undefined);
    expect(toText(roundTo(usd('0.0015972998'), 8))).to.equal('0.0015973');
    expect(toText(roundTo(usd('0.000000015'), 8)), 'a half goes up').to.equal('0.00000002');
    expect(toText(roundTo(usd('0.0000000149'), 8))).to.equal('0.00000001');
    const quotient = `0.${'0'.repeat(23)}1`;
    expect(evenly(usd(quotient), usd('1'))).to.equal(quotient);
    expect(evenly(usd(`0.${'0'.repeat(24)}1`), usd('1'))).to.equal(undefined);
  });

  it('counts how often a price fits into an allowance', () => {
    expect(timesIn(usd('0.5'), usd('0.03'))).to.equal(16);
    expect(timesIn(usd('0.3'), usd('0.1'))).to.equal(3);
    expect(timesIn(usd('1'), zero)).to.equal(0);
  });

  it('shows the noise of somebody’s floats as nothing, and every real digit rounded up', () => {
    for (const [amount, up, down] of [
      ['1.0000000000000002', '1', '1'],
      ['0.030000000000000002', '0.03', '0.03'],
      ['0.029999999999999999', '0.03', '0.03'],
      ['0.030000000001', '0.03', '0.03'],
      ['0.99999999999', '1', '1'],
      ['0.030000001', '0.031', '0.03'],
      ['0.0300001', '0.031', '0.03'],
      ['0.00000000000000002', '0.0001', '0.0001'],
    ] as const) {
      expect(toText(short(usd(amount))), amount).to.equal(up);
      expect(toText(short(usd(amount), true)), amount).to.equal(down);
    }
  });

  it('reads amounts as other programs write them', () => {
    expect(plainAmount('1e-7')).to.equal('0.0000001');
    expect(plainAmount('4.50')).to.equal('4.5');
    expect(plainAmount('+2E2')).to.equal('200');
    for (const odd of ['', 'x', '1e999', 'NaN', '1e', '0x1', '1 '])
      expect(plainAmount(odd), odd).to.equal(undefined);
    expect(plainAmount('1e79')).to.equal(`1${'0'.repeat(79)}`);
    expect(plainAmount('1e80'), 'too long').to.equal(undefined);
    expect(isAmount('9'.repeat(80))).to.equal(true);
  });

  it('is not changed by a page that sets Decimal’s precision, and changes nothing of the page’s', () => {
    const before = { precision: Decimal.precision, rounding: Decimal.rounding };
    try {
      Decimal.set({ precision: 2, rounding: Decimal.ROUND_DOWN });
      expect(toText(sum([usd('0.0735'), usd('0.00000000000000000001')]))).to.equal(
        '0.07350000000000000001',
      );
    } finally {
      Decimal.set(before);
    }
    expect(Decimal.precision).to.equal(before.precision);
  });

  it('keeps its memory small against a list of a million prices', () => {
    for (let n = 0; n < 5000; n += 1) usd(`0.${String(n).padStart(9, '0')}1`);
    expect(toText(usd('0.03'))).to.equal('0.03');
  });
});
