import { explain } from './explain.js';
import { hintsOf } from './hints.js';
import { corrected } from './charge-history.js';
import { computePrice } from './price.js';
import type { QuoteOptions } from './quote-options.js';
import type { ImageRequest, Quote, Writable } from './quote-types.js';

/**
 * What exactly this request costs on this route, and how we know. Pure: no clock, no network. Never
 * throws: a request that can't be priced has `exactness: 'unknown'`, no `total`, and a `problem`
 * with the reason.
 * Uses `firstPrices`, the list of a first look, unless `prices` is given. With `catalogue`, the
 * default of the headless entry, all providers have prices and the other sources are listed too.
 */
export function quote(request: ImageRequest, given?: QuoteOptions | null): Quote {
  const options = given ?? {};
  const [priced, computed] = computePrice(request, options);
  const { sources, conflicts } = computed
    ? explain(computed)
    : { sources: priced.sources, conflicts: [] };
  // Nobody else has it yet, and one field after the other is the quickest.
  const whole = priced as Writable<Quote>;
  whole.sources = sources;
  whole.conflicts = conflicts;
  whole.hints = computed ? hintsOf(computed, priced.asOf, options.at) : [];
  return corrected<Quote>(whole, options.observed, options.at);
}
