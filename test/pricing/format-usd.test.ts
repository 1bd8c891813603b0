import { expect } from 'chai';
import fc from 'fast-check';
import { decimalsFor, formatRange, formatUsd } from '../../src/pricing/format-usd.js';

describe('an amount as the reader sees it', () => {
  const shown: Readonly<Record<string, string>> = {
    '0.12': '$0.12', '0.03': '$0.030', '0.045': '$0.045', '1.5': '$1.50', '0.001': '$0.0010', '0.0006336': '$0.000634', '0': '$0.00',
    '0.1': '$0.10', '0.5': '$0.50', '0.0755': '$0.0755', '0.000001': '$0.000001', '0.0000001': '$0.000001', '0.07340032': '$0.073401', '2.00': '$2.00',
    '0.036': '$0.036', '0.360': '$0.36', '12': '$12.00', '1234.5': '$1,234.50', '9.999999': '$9.999999', '9.9999999': '$10.00', '0.00999999999': '$0.010', '700': '$700.00',
  };
  for (const [amount, text] of Object.entries(shown)) {
    it(`reads ${amount} as ${text}`, () => expect(formatUsd(amount)).to.equal(text));
  }

  it('is never less than what may be charged, and less than a millionth more', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), (nanos) => {
      const text = `${nanos / 10n ** 9n}.${String(nanos % 10n ** 9n).padStart(9, '0')}`;
      const written = formatUsd(text).replace(/[$,]/g, '');
      const [whole = '0', fraction = ''] = written.split('.');
      const back = BigInt(whole) * 10n ** 9n + BigInt(fraction.padEnd(9, '0'));
      expect(back >= nanos && back - nanos < 1000n, `${text} → ${written}`).to.equal(true);
      expect(fraction.length).to.be.within(2, 6);
      if (fraction.length > 2 && fraction.length < 6 && back >= 10n ** 8n) expect(fraction.endsWith('0'), written).to.equal(false);
    }));
  });

  it('lines the rows of a receipt up', () => {
    const rows = ['0.03', '0.0015', '1.2'];
    const decimals = decimalsFor(rows);
    expect(rows.map((row) => formatUsd(row, { decimals }))).to.deep.equal(['$0.0300', '$0.0015', '$1.2000']);
    expect(decimalsFor([])).to.equal(2);
  });

  it('writes a range with one currency sign', () => {
    expect(formatRange('0.045', '0.075')).to.equal('~$0.045–0.075');
    expect(formatRange('0.03', '0.03')).to.equal('$0.030');
    expect(formatRange('0.12', '1.5')).to.equal('~$0.12–1.50');
    expect(formatRange('0.045', '0.075', { locale: 'de' })).to.equal('~0,045–0,075\u00A0$');
  });

  it('speaks the page’s language and currency', () => {
    expect(formatUsd('0.03', { locale: 'de' })).to.equal('0,030\u00A0$');
    expect(formatUsd('0.0279', { locale: 'fr', currency: 'EUR' }).replace(/\s/g, ' ')).to.equal('0,0279 €');
    expect(formatUsd('1234.5', { locale: 'ja' })).to.contain('1,234.50');
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
