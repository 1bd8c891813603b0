import { badPriceList } from './bad-price-list.js';
import { catalogue } from './catalogue/index.js';
import { listProblem } from './checked-list.js';
import { price as priceFrom } from './price.js';
import { quote as quoteFrom } from './quote.js';
import type { QuoteOptions } from './quote-options.js';
import type { ImageRequest, PricedRequest, Quote, Writable } from './quote-types.js';

/**
 * What exactly this request costs on this route, and how we know: total, lines, sources, conflicts
 * and hints. Amounts are US dollars as decimal text.
 * Pure: no clock, no network. Never throws: a request that can't be priced has no `total`, a
 * `problem` with the reason, and `exactness: 'unknown'`. A list in `options.prices` that did not
 * come from our parsers is checked once with `parsePriceList`; if it is refused, the problem is
 * `bad-price-list`.
 */
export function quoteFromList(request: ImageRequest, options?: QuoteOptions | null): Quote {
  return asked(request, options, (safe) => quoteFrom(request, safe));
}

/** Calls `ask` with checked options, because a script may pass anything. */
function asked<T extends PricedRequest>(
  request: ImageRequest,
  options: QuoteOptions | null | undefined,
  ask: (safe: QuoteOptions) => T,
): T | Quote {
  try {
    const { prices = catalogue, at, unitPrice, observed } = options ?? {};
    const why = listProblem(prices, at);
    if (why !== undefined) return badPriceList(request, why);
    const safe: Writable<QuoteOptions> = { prices };
    // At a time that can't be read no price is current.
    if (at !== undefined) safe.at = typeof at === 'number' ? at : NaN;
    if (unitPrice !== undefined) safe.unitPrice = unitPrice;
    if (typeof observed === 'function') safe.observed = observed;
    return ask(safe);
  } catch {
    return badPriceList(request, 'the options can’t be read');
  }
}

/**
 * The price of a request: like `quote`, but without conflicts and hints. Pure, and never throws.
 */
export function price(request: ImageRequest, options?: QuoteOptions | null): PricedRequest {
  return asked<PricedRequest>(request, options, (safe) => priceFrom(request, safe));
}
