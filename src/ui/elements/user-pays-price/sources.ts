import { warnOnce } from '../../../base/warn-once.js';
import { badPriceList } from '../../../pricing/bad-price-list.js';
import { decidingPrices } from '../../../pricing/catalogue/deciding-prices.js';
import { listProblem } from '../../../pricing/checked-list.js';
import type { PriceList } from '../../../pricing/price-list-types.js';
import { quote as quoteOf } from '../../../pricing/quote.js';
import type { ImageRequest, Quote } from '../../../pricing/quote-types.js';

/* Loaded on demand: all bundled prices, and quotes from a page's own list. */

export { catalogue } from '../../../pricing/catalogue/index.js';

/**
 * A quote from a page's own list, checked as `parsePriceList` checks one: an invalid list gives no
 * price, and the quote says why.
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
