import { warnOnce } from '../../../base/warn-once.js';
import { badPriceList } from '../../../pricing/bad-price-list.js';
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
  const refused = badPriceList(request(decidingPrices), why);
  warnOnce(`<user-pays-price>: ${refused.id}`);
  return refused;
}
