import { expect } from 'chai';
import fc from 'fast-check';
import { decimalsFor, formatRange, formatUsd } from '../../src/pricing/format-usd.js';

/** Dollars of at most nine decimals as whole billionths. */
function billionths(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace(/[^\d.]/g, '').split('.');
  return BigInt(whole) * 10n ** 9n + BigInt(fraction.padEnd(9, '0'));
}

function dollars(nanos: bigint): string {
  return `${nanos / 10n ** 9n}.${String(nanos % 10n ** 9n).padStart(9, '0')}`;
}
const anyAmount = fc.oneof(
  ...[5n, 7n, 9n, 11n, 13n].map((digits) => fc.bigInt({ min: 1n, max: 10n ** digits })),
);

describe('an amount as the reader sees it', () => {
  const shown: Readonly<Record<string, string>> = {
    '0.12': '$0.120',
    '0.03': '$0.030',
    '0.045': '$0.045',
    '0.1': '$0.100',
    '0.360': '$0.360',
    '0.0755': '$0.076',
    '0.587203': '$0.588',
    '0.07340032': '$0.074',
    '0.001': '$0.0010',
    '0.0006336': '$0.0007',
    '0.00991': '$0.010',
    '0.0099': '$0.0099',
    '0.0001': '$0.0001',
    '0.00009': 'under $0.0001',
    '0.0000001': 'under $0.0001',
    '0': '$0.00',
    '0.000': '$0.00',
    '1.5': '$1.50',
    '2.00': '$2.00',
    '12': '$12.00',
    '1.0000001': '$1.01',
    '0.9991': '$1.00',
    '9.999999': '$10.00',
    '700': '$700.00',
    '1234.5': '$1,234.50',
  };
  for (const [amount, text] of Object.entries(shown)) {
    it(`reads ${amount} as ${text}`, () => expect(formatUsd(amount)).to.equal(text));
  }

  it('in English is written as Intl writes it, to the digit', () => {
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 2, max: 12 }), (nanos, decimals) => {
        for (const text of [dollars(nanos), `-${dollars(nanos)}`]) {
          const ours = formatUsd(text, { decimals });
          const digits = ours.split('.')[1]?.length ?? 0;
          const intl = new Intl.NumberFormat('en-US', {
            style: 'currency',
            currency: 'USD',
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
          });
          expect(ours).to.equal(intl.format(text as `${number}`));
        }
      }),
    );
    for (const [text, seen] of [
      ['1234567.8900001', '$1,234,567.8900001'],
      ['0.1234567890129', '$0.123456789013'],
    ] as const)
      expect(formatUsd(text, { decimals: 2 })).to.equal(seen);
  });

  it('is never less than what may be charged, and less than one step more', () => {
    fc.assert(
      fc.property(anyAmount, (nanos) => {
        const text = formatUsd(dollars(nanos));
        const [, fraction = ''] = text.split('.');
        const over = billionths(text) - nanos;
        expect(
          over >= 0n && over < 10n ** BigInt(9 - fraction.length),
          `${dollars(nanos)} → ${text}`,
        ).to.equal(true);
        expect(fraction.length, text).to.equal(
          billionths(text) >= 10n ** 9n ? 2 : billionths(text) >= 10n ** 7n ? 3 : 4,
        );
        expect(text.startsWith('under'), text).to.equal(nanos < 100_000n);
      }),
      { numRuns: 500 },
    );
  });

  it('is never more than there is where it is what is left', () => {
    const left: Readonly<Record<string, string>> = {
      '0.587203': '$0.587',
      '1.0099': '$1.00',
      '0.00419': '$0.0041',
      '0.00009': 'under $0.0001',
      '0': '$0.00',
      '-0.0312': '-$0.032',
      '-0.00001': '-$0.0001',
      '0.5': '$0.500',
    };
    for (const [amount, text] of Object.entries(left))
      expect(formatUsd(amount, { down: true })).to.equal(text);
    fc.assert(
      fc.property(anyAmount, (nanos) => {
        const text = formatUsd(dollars(nanos), { down: true });
        const missing = nanos - billionths(text);
        if (!text.startsWith('under'))
          expect(missing >= 0n && missing < 10n ** 7n, `${dollars(nanos)} → ${text}`).to.equal(
            true,
          );
      }),
      { numRuns: 500 },
    );
  });

  it('has every digit where it is a row of a receipt, and rows line up', () => {
    const rows = ['0.03', '0.0015', '1.2'];
    const decimals = decimalsFor(rows);
    expect(rows.map((row) => formatUsd(row, { decimals }))).to.deep.equal([
      '$0.0300',
      '$0.0015',
      '$1.2000',
    ]);
    expect(decimalsFor([])).to.equal(2);
    for (const [amount, text] of [
      ['0.03', '$0.030'],
      ['0.000357142858', '$0.000357142858'],
      ['0.0000000001', '$0.0000000001'],
      ['2.348812', '$2.348812'],
    ] as const) {
      expect(formatUsd(amount, { decimals: decimalsFor([amount]) })).to.equal(text);
    }
    expect(formatUsd('0.00000000000012', { decimals: 2 }), 'more than twelve, rounded up').to.equal(
      '$0.000000000001',
    );
  });

  it('is as it was typed where somebody typed it', () => {
    const typed: Readonly<Record<string, string>> = {
      '1': '$1.00',
      '0.5': '$0.50',
      '0.14': '$0.14',
      '0.0075': '$0.0075',
      '2.345': '$2.345',
    };
    for (const [amount, text] of Object.entries(typed))
      expect(formatUsd(amount, { decimals: 2 })).to.equal(text);
  });

  it('writes a range with one currency sign', () => {
    expect(formatRange('0.045', '0.075')).to.equal('~$0.045–0.075');
    expect(formatRange('0.03', '0.03')).to.equal('$0.030');
    expect(formatRange('0.12', '1.5')).to.equal('~$0.120–1.50');
    expect(formatRange('0.0225', '0.045', { decimals: 4 })).to.equal('~$0.0225–0.0450');
    expect(formatRange('0.045', '0.075', { locale: 'de' })).to.equal('~0,045–0,075\u00A0$');
    expect(formatRange('0.00001', '0.0003')).to.equal('~$0.0001–0.0003');
    expect(formatRange('0.00001', '0.00002')).to.equal('under $0.0001');
  });

  it('speaks the page’s language and currency', () => {
    expect(formatUsd('0.03', { locale: 'de' })).to.equal('0,030\u00A0$');
    expect(formatUsd('0.0279', { locale: 'fr', currency: 'EUR' }).replace(/\s/g, ' ')).to.equal(
      '0,028 €',
    );
    expect(formatUsd('1234.5', { locale: 'ja' })).to.contain('1,234.50');
    expect(formatUsd('0.00002', { locale: 'de', under: (amount) => `unter ${amount}` })).to.equal(
      'unter 0,0001\u00A0$',
    );
  });

  it('shows no step up for the noise of float arithmetic', () => {
    for (const [noisy, shown] of [
      ['1.0000000000000002', '$1.00'],
      ['0.030000000000000002', '$0.030'],
      ['16.630000000000003', '$16.63'],
      ['0.30000000000000004', '$0.300'],
      ['0.0301', '$0.031'],
    ] as const)
      expect(formatUsd(noisy), noisy).to.equal(shown);
  });

  it('still shows a price when the page’s language or currency is nonsense', () => {
    expect(formatUsd('0.03', { locale: 'not a language' })).to.equal('$0.030');
    expect(formatUsd('0.03', { currency: 'DUCKS' })).not.to.contain('$');
  });

  it('shows nothing for what is not an amount', () => {
    expect(() => formatUsd('NaN')).to.throw();
    expect(() => formatRange('0.1', '')).to.throw();
  });
});
