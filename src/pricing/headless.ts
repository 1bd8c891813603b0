import { catalogue } from './catalogue/index.js';
import { quote as quoteFrom } from './quote.js';
import type { QuoteOptions } from './quote-options.js';
import type { ImageRequest, Quote } from './quote-types.js';

/**
 * What exactly this request costs, on this route, and how we know: price, breakdown, sources, conflicts, hints. Pure: no clock, no network.
 * Never throws: what can't be priced has `exactness: 'unknown'`, no `total`, and a `problem` that says why.
 */
export const quote = (request: ImageRequest, options?: QuoteOptions | null): Quote =>
  quoteFrom(request, options?.prices ? options : { ...options, prices: catalogue });
