import { minus, sum, toText, usd, whole } from './money.js';
import type { QuoteLine } from './quote-types.js';

/**
 * The rows of a receipt as they are shown: with every digit, up to the twelfth decimal. Where a
 * price has more, its rows are cut there, and a
 * row of its own makes up for it, so that what is shown adds up to the total as it is shown.
 */
export function shownLines(lines: readonly QuoteLine[], total: string): readonly QuoteLine[] {
  const cut = lines.map((line) => ({ ...line, amount: toText(whole(usd(line.amount), true)) }));
  const rest = toText(minus(whole(usd(total)), sum(cut.map(({ amount }) => usd(amount)))));
  return rest === '0'
    ? lines
    : [
        ...cut,
        { key: 'rounding', label: 'Rounding', quantity: '1', unitPrice: rest, amount: rest },
      ];
}
