import { decidingPrices } from '../pricing/catalogue/deciding-prices.js';
import type { QuoteOptions } from '../pricing/quote-options.js';
import { quote } from '../pricing/quote.js';
import type { ImageRequest, Quote } from '../pricing/quote-types.js';

/** What a request costs by these prices; by all bundled ones where an order brought none. */
export function quoteFor(request: ImageRequest, pricing: QuoteOptions | undefined): Quote {
  return quote(request, { prices: decidingPrices, ...pricing });
}
