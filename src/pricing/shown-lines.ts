import { minus, sum, toText, usd, whole } from './money.js';
import type { QuoteLine } from './quote-types.js';

/**
 * The lines of a receipt as shown, with every digit up to the twelfth decimal. If an amount has
 * more, the lines are cut there and a rounding line is added, so that the lines shown add up to the
 * total shown. `total`: US dollars as decimal text.
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
