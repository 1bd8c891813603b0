import { catalogue } from './catalogue/index.js';
import { listProblem } from './checked-list.js';
import { price as priceFrom } from './price.js';
import { quote as quoteFrom } from './quote.js';
import type { QuoteOptions } from './quote-options.js';
import type { ImageRequest, PricedRequest, Quote } from './quote-types.js';

/**
 * What exactly this request costs, on this route, and how we know: price, breakdown, sources,
 * conflicts, hints. Pure: no clock, no network.
 * Never throws: what can't be priced has `exactness: 'unknown'`, no `total`, and a `problem` that
 * says why. A list that is not ours is read as
 * `parsePriceList` reads it, once, and refused with the reason.
 */
export function quoteFromList(request: ImageRequest, options?: QuoteOptions | null): Quote {
  return asked(request, options, (safe) => quoteFrom(request, safe));
}

/** Asks with options that may be anything a script hands over. */
function asked<T extends PricedRequest>(
  request: ImageRequest,
  options: QuoteOptions | null | undefined,
  ask: (safe: QuoteOptions) => T,
): T | Quote {
  try {
    const { prices = catalogue, at, unitPrice, observed } = options ?? {};
    const why = listProblem(prices, at);
    if (why !== undefined) return refused(request, why);
    return ask({
      prices,
      ...(typeof at === 'number' && { at }),
      ...(unitPrice !== undefined && { unitPrice }),
      ...(typeof observed === 'function' && { observed }),
    });
  } catch {
    return refused(request, 'the options can’t be read');
  }
}

function refused(request: ImageRequest, why: string): Quote {
  return {
    id: 'bad-price-list',
    request,
    currency: 'USD',
    total: undefined,
    exactness: 'unknown',
    lines: [],
    sources: [],
    conflicts: [],
    hints: [],
    problem: { code: 'bad-price-list', text: `The price list can’t be read: ${why}` },
  };
}

/** What this request costs: `quote` without conflicts and hints. Pure, and never throws. */
export function price(request: ImageRequest, options?: QuoteOptions | null): PricedRequest {
  return asked<PricedRequest>(request, options, (safe) => priceFrom(request, safe));
}
