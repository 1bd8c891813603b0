import type { ImageRequest, Quote } from './quote-types.js';

/** The quote of a price list that can't be read, and the reason: it has no price. */
export function badPriceList(request: ImageRequest, why: string): Quote {
  const text = `The price list can’t be read: ${why}`;
  return {
    id: text,
    request,
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
