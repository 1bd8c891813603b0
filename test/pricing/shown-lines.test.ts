import { expect } from 'chai';
import fc from 'fast-check';
import { decimalsFor, formatUsd } from '../../src/pricing/format-usd.js';
import { product, sum, toText, usd } from '../../src/pricing/money.js';
import type { QuoteLine } from '../../src/pricing/quote-types.js';
import { shownLines } from '../../src/pricing/shown-lines.js';

function line(unitPrice: string, quantity: string): QuoteLine {
  return {
    key: 'megapixels',
    label: 'Megapixels',
    quantity,
    unitPrice,
    amount: toText(product(unitPrice, quantity)),
  };
}
function total(lines: readonly QuoteLine[]): string {
  return toText(sum(lines.map(({ amount }) => usd(amount))));
}

function decimal(digits: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.bigInt({ min: 1n, max: 10n ** BigInt(digits) - 1n }))
    .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(digits, '0')}`);
}
const lines = fc
  .array(
    fc
      .tuple(
        fc.oneof(decimal(3), decimal(9), decimal(17)),
        fc.oneof(decimal(6), fc.constantFrom('1', '2', '3')),
      )
      .map(([price, quantity]) => line(price, quantity)),
    { minLength: 1, maxLength: 4 },
  )
  // An account that is charged less than listed has a row that takes off.
  .chain((rows) =>
    fc.constantFrom(
      rows,
      [...rows, line(total(rows), '-0.2')],
      [...rows, line(total(rows), '-0.333333333333')],
    ),
  );

describe('the rows of a receipt', () => {
  it('are those of the quote where twelve decimals hold every digit', () => {
    const rows = [line('0.015', '1'), line('0.0000000333', '65.5')];
    expect(shownLines(rows, total(rows))).to.deep.equal(rows);
    expect(shownLines([], '0')).to.deep.equal([]);
  });

  it('have one of their own for what was cut off, in plain words', () => {
    const rows = [line('0.0000000000014', '1'), line('0.0000000000014', '1')];
    const shown = shownLines(rows, total(rows));
    expect(shown.map(({ key, label, amount }) => [key, label, amount])).to.deep.equal([
      ['megapixels', 'Megapixels', '0.000000000001'],
      ['megapixels', 'Megapixels', '0.000000000001'],
      ['rounding', 'Rounding', '0.000000000001'],
    ]);
  });

  it('add up to the total beneath them as they are written, whatever the prices', () => {
    fc.assert(
      fc.property(lines, (rows) => {
        const high = total(rows);
        const shown = shownLines(rows, high);
        const decimals = decimalsFor([high, ...shown.map(({ amount }) => amount)]);
        const read = (text: string): string => formatUsd(text, { decimals }).replace(/[$,]/g, '');
        expect(toText(sum(shown.map(({ amount }) => usd(read(amount)))))).to.equal(
          toText(usd(read(high))),
        );
        expect(shown.filter(({ key }) => key === 'rounding').length).to.be.at.most(1);
        for (const { key, amount } of shown)
          expect(key === 'rounding' && amount.startsWith('-'), amount).to.equal(false);
      }),
      { numRuns: 500 },
    );
  });
});
