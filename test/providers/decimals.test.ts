import { expect } from 'chai';
import fc from 'fast-check';
import { decimalSum, dollarsOf } from '../../src/providers/decimals.js';

describe('sums of decimal text', () => {
  it('are exact at any length', () => {
    expect(decimalSum('0.0039', '0.0000007200000000000001')).to.equal('0.0039007200000000000001');
    expect(decimalSum('0.000000123', '0.0000003')).to.equal('0.000000423');
    expect(decimalSum('1', '2')).to.equal('3');
    expect(decimalSum('0', '0')).to.equal('0');
    expect(decimalSum('10', '90')).to.equal('100');
    const digits = fc.bigInt({ min: 0n, max: 10n ** 30n });
    const places = fc.integer({ min: 0, max: 24 });
    const written = (all: bigint, at: number): string =>
      at === 0
        ? String(all)
        : String(all)
            .padStart(at + 1, '0')
            .replace(RegExp(`(.{${at}})$`), '.$1');
    fc.assert(
      fc.property(digits, places, digits, places, (a, at, b, bt) => {
        const sum = decimalSum(written(a, at), written(b, bt)) ?? '';
        const [whole = '', fraction = ''] = sum.split('.');
        expect(sum).to.match(/^(0|[1-9]\d*)(\.\d*[1-9])?$/);
        expect(BigInt(whole + fraction.padEnd(24, '0'))).to.equal(
          a * 10n ** BigInt(24 - at) + b * 10n ** BigInt(24 - bt),
        );
      }),
    );
  });

  it('are unknown where one part is', () => {
    expect(decimalSum(undefined, '1')).to.equal(undefined);
    expect(decimalSum('1', undefined)).to.equal(undefined);
  });

  it('turn cents into dollars', () => {
    expect(dollarsOf('0.5')).to.equal('0.005');
    expect(dollarsOf('1250')).to.equal('12.50');
    expect(dollarsOf('0')).to.equal('0.00');
  });
});
