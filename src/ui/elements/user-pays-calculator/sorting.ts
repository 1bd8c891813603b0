import type { Quote } from '../../../pricing/quote-types.js';
import { nameOf } from './comparison.js';
import type { CalculatorModel, Order } from './calculator.js';

/** The offers with a price in the requested order; those with the same name cheapest first. */
export function sorted(model: CalculatorModel): readonly Quote[] {
  const { priced, settings, language } = model;
  const { by, isDown } = settings.order;
  if (by === 'price') return isDown ? [...priced].reverse() : priced;
  const { compare } = new Intl.Collator(language, { numeric: true });
  const named = priced.map((quote) => ({ quote, name: nameOf(model, quote) }));
  return named
    .sort((a, b) => (isDown ? compare(b.name, a.name) : compare(a.name, b.name)))
    .map(({ quote }) => quote);
}

/** The order after a press on a column header: reversed if the table was already sorted by it. */
export function orderBy(by: Order['by'], now: Order): Order {
  return { by, isDown: now.by === by && !now.isDown };
}

/** For `aria-sort`. */
export function sortOf(by: Order['by'], now: Order): 'ascending' | 'descending' | 'none' {
  if (now.by !== by) return 'none';
  return now.isDown ? 'descending' : 'ascending';
}
