import { expect } from 'chai';
import fc from 'fast-check';
import { decimalText } from '../../src/base/decimal-text.js';

describe('an amount that a provider reports', () => {
  it('is kept digit for digit', () => {
    for (const text of ['0', '0.03', '12', '0.0300', '999999999999.123456789012345678'])
      expect(decimalText(text)).to.equal(text);
    expect(decimalText(' 0.03 ')).to.equal('0.03');
    expect(decimalText(0.03)).to.equal('0.03');
    expect(decimalText(5)).to.equal('5');
  });

  it('loses its exponent and no digit', () => {
    const plain: Readonly<Record<string, string>> = {
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
      '7e-30': '0.000000000000000000000000000007',
    };
    for (const [text, expected] of Object.entries(plain))
      expect(decimalText(text), text).to.equal(expected);
    expect(decimalText(3.9e-7)).to.equal('0.00000039');
    expect(decimalText(1e-7)).to.equal('0.0000001');
  });

  it('is the same number in every notation', () => {
    const wholes = fc.bigInt({ min: 0n, max: 10n ** 12n - 1n });
    fc.assert(
      fc.property(wholes, fc.integer({ min: 0, max: 12 }), (whole, places) => {
        const text = decimalText(`${whole}e-${places}`) ?? '';
        const [left = '', right = ''] = text.split('.');
        expect(text).to.match(/^(0|[1-9]\d*)(\.\d*[1-9])?$/);
        expect(right.length).to.be.at.most(places);
        expect(BigInt(left + right.padEnd(places, '0'))).to.equal(whole);
      }),
    );
  });

  it('is none where it is negative, no number, or longer than an amount may be', () => {
    for (const odd of [
      '-1',
      '+1',
      '',
      ' ',
      'NaN',
      '1e5',
      '1e+5',
      '.5',
      '5.',
      '0x1',
      '1,5',
      '1e-',
      '1e-100',
      '9'.repeat(13),
      '1e-99',
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
