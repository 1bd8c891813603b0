import { sharedIfMade } from '../base/shared.js';
import type { PriceBook } from './price-book.js';

/** The page's price book where a widget has made one: a price alone makes none. */
export function pagePriceBook(): Pick<PriceBook, 'get' | 'subscribe'> | undefined {
  return sharedIfMade<{ readonly prices: PriceBook }>('page-services', 1)?.prices;
}
