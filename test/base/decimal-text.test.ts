import { expect } from 'chai';
import fc from 'fast-check';
import { balanceText, decimalText } from '../../src/base/decimal-text.js';

/** `amount` in units of 1e-24. */
function units(amount: string | undefined): bigint {
  const [whole = '', fraction = ''] = (amount ?? '').split('.');
  return BigInt(whole + fraction.padEnd(24, '0'));
}

describe('an amount that somebody else wrote', () => {
  it('is read digit for digit, in every notation', () => {
    const plain: Readonly<Record<string, string>> = {
      '0': '0',
      '0.03': '0.03',
      ' 0.03 ': '0.03',
      '12': '12',
      '0.0300': '0.03',
      '+1': '1',
      '.5': '0.5',
      '5.': '5',
      '1e5': '100000',
      '1.5E+2': '150',
      '999999999999.123456789012345678': '999999999999.123456789012345678',
      '3.9e-7': '0.00000039',
      '1.5e-1': '0.15',
      '15e-1': '1.5',
      '150e-1': '15',
      '12345.678e-2': '123.45678',
      '0.001e-2': '0.00001',
      '1E-0': '1',
      '0e-7': '0',
      '0.000e-7': '0',
      '1.234567890123456e-9': '0.000000001234567890123456',
      // Beyond what the journal keeps it is rounded up, and never to nothing.
      '7e-30': '0.000000000000000000000001',
      '1e-99': '0.000000000000000000000001',
    };
    for (const [text, expected] of Object.entries(plain))
      expect(decimalText(text), text).to.equal(expected);
    for (const [number, expected] of [
      [0.03, '0.03'],
      [5, '5'],
      [-0, '0'],
      [3.9e-7, '0.00000039'],
      [1e-7, '0.0000001'],
      [1 / 3, '0.3333333333333333'],
    ] as const)
      expect(decimalText(number), String(number)).to.equal(expected);
  });

  it('is the same number in every notation', () => {
    const wholes = fc.bigInt({ min: 0n, max: 10n ** 12n - 1n });
    fc.assert(
      fc.property(wholes, fc.integer({ min: 0, max: 12 }), (whole, places) => {
        const text = decimalText(`${whole}e-${places}`);
        expect(text).to.match(/^(0|[1-9]\d*)(\.\d*[1-9])?$/);
        expect(units(text)).to.equal(whole * 10n ** BigInt(24 - places));
      }),
    );
  });

  it('loses the noise of floating-point arithmetic and nothing else', () => {
    for (const [noisy, meant] of [
      [0.1 + 0.2, '0.3'],
      [0.0039000000000000003, '0.0039'],
      [0.00019999999999999998, '0.0002'],
      [3.0000000000000004e-7, '0.0000003'],
      [0.9999999999999999, '1'],
      [1.0000000000000002, '1'],
      ['0.0043880400000000002', '0.00438804'],
      ['100000.00000001', '100000.00000001'],
    ] as const)
      expect(decimalText(noisy), String(noisy)).to.equal(meant);
  });

  it('is exact where a provider computes rate × megapixels × pictures in floats', () => {
    const rate = fc.integer({ min: 1, max: 99_999 });
    const places = fc.integer({ min: 2, max: 7 });
    const side = fc.integer({ min: 1, max: 256 });
    const count = fc.integer({ min: 1, max: 10 });
    fc.assert(
      fc.property(rate, places, side, side, count, (digits, decimals, w, h, n) => {
        const [width, height] = [w * 16, h * 16];
        const each = Number(`${digits}e-${decimals}`);
        const exact =
          BigInt(digits) * BigInt(width * height * n) * 10n ** BigInt(24 - 6 - decimals);
        const floats = [
          each * ((width * height) / 1e6) * n,
          (each * (width * height) * n) / 1e6,
          Array.from(Array(n)).reduce<number>((all) => all + each * ((width * height) / 1e6), 0),
        ];
        for (const float of floats) {
          const read = units(decimalText(JSON.parse(JSON.stringify(float))));
          const off = read > exact ? read - exact : exact - read;
          // Nobody can tell which digits were meant where the exact product needs as many itself.
          if (String(exact).replace(/0+$/, '').length <= 12)
            expect(off, String(float)).to.equal(0n);
          else expect(off < 10n ** 15n, String(float)).to.equal(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is none where it is negative, no number, or longer than an amount may be', () => {
    for (const odd of [
      '-1',
      '',
      ' ',
      '.',
      '+',
      'e5',
      'NaN',
      '0x1',
      '1,5',
      '1e-',
      '1e-100',
      '1e12',
      '9'.repeat(13),
      null,
      undefined,
      true,
      NaN,
      Infinity,
      -1,
      1e21,
    ])
      expect(decimalText(odd), `${odd}`).to.equal(undefined);
  });
});

describe('what an account holds', () => {
  it('is nothing where the account is in debt', () => {
    for (const debt of [-4.07, -0.0023, '-6.5', '-1e-7', -4.440892098500626e-16])
      expect(balanceText(debt), String(debt)).to.equal('0');
    expect(balanceText(0.0023000000000000104)).to.equal('0.0023');
    expect(balanceText('16.63')).to.equal('16.63');
    for (const odd of ['-', '-x', null, undefined, NaN, -Infinity, {}])
      expect(balanceText(odd)).to.equal(undefined);
  });
});
