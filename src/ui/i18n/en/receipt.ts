import type { LineKey } from '../../../pricing/quote-types.js';

/** The English words of a price's receipt, loaded with it. */
export const en = {
  total: 'Total',
  source: (names: string) => `Source: ${names}`,
  readOn: (date: string) => `read ${date}`,
  undated: (date: string) => `undated copy, ${date} at the earliest`,
  /** Said of a link, after its words. */
  newTab: 'opens a new tab',
  gives: (source: string, price: string) => `${source} gives ${price}`,
  /** A row without a word keeps the price list's English. */
  lines: {} as Readonly<Partial<Record<LineKey, string>>>,
};
