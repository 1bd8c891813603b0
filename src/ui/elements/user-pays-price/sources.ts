import { warnOnce } from '../../../base/warn-once.js';
import { decidingPrices } from '../../../pricing/catalogue/deciding-prices.js';
import { listProblem } from '../../../pricing/checked-list.js';
import type { PriceList } from '../../../pricing/price-list-types.js';
import { quote as quoteOf } from '../../../pricing/quote.js';
import type { ImageRequest, Quote } from '../../../pricing/quote-types.js';

/* What a price needs beside the few rows it comes with: all bundled prices, and a page's own list. */

export { catalogue } from '../../../pricing/catalogue/index.js';

/**
 * A quote by a page's own list, read as `parsePriceList` reads one: with a mistake in it, it prices
 * nothing and says why.
 */
export function quoteBy(
  prices: PriceList,
  request: (list: PriceList) => ImageRequest,
  at: number,
): Quote {
  const why = listProblem(prices, Date.now());
  if (why === undefined) return quoteOf(request(prices), { prices, at });
  const text = `The price list can’t be read: ${why}`;
  warnOnce(`<user-pays-price>: ${text}`);
  return {
    id: text,
    request: request(decidingPrices),
    currency: 'USD',
    total: undefined,
    exactness: 'unknown',
    lines: [],
    sources: [],
    conflicts: [],
    hints: [],
    problem: { code: 'bad-price-list', text },
  };
}
