import { catalogue } from './catalogue/index.js';
import { listProblem } from './checked-list.js';
import { compareUsd, usd } from './money.js';
import { quoteFromList } from './quote-from-list.js';
import type { QuoteOptions } from './quote-options.js';
import type { ImageRequest, Quote } from './quote-types.js';

type Wanted = Omit<ImageRequest, 'provider' | 'model'>;

/**
 * Quotes the same request for every provider, model and route. Cheapest first by the high end of
 * the total; quotes without a price come last. Leaves out simulated offers, and self-hosted servers
 * without a `unitPrice`. Never throws: returns an empty array if the list or the options can't be
 * read.
 */
export function compare(wanted: Wanted | null, options?: QuoteOptions | null): Quote[] {
  try {
    return compared(wanted ?? {}, options ?? {});
  } catch {
    return [];
  }
}

function compared(request: Partial<Wanted>, options: QuoteOptions): Quote[] {
  const { prices = catalogue, at } = options;
  if (listProblem(prices, at) !== undefined) return [];
  const asked = {
    ...options,
    ...(request.unitPrice !== undefined && { unitPrice: request.unitPrice }),
  };
  const quotes = prices.offers
    .filter(
      ({ provider, model, route, simulated }) =>
        !simulated &&
        comparable(provider, model, asked) &&
        (!request.route || route === request.route),
    )
    .map(({ provider, model, route }) =>
      quoteFromList(
        { ...(request as Wanted), provider, model, ...(route !== undefined && { route }) },
        options,
      ),
    );
  const rank = ({ total }: Quote): number => (total ? 0 : 1);
  return quotes.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.total && b.total
        ? compareUsd(usd(a.total.high), usd(b.total.high)) ||
          compareUsd(usd(a.total.low), usd(b.total.low))
        : 0),
  );
}

/**
 * `*` is not a model by itself, and a self-hosted server has a price only if `unitPrice` is given.
 */
function comparable(provider: string, model: string, { unitPrice }: QuoteOptions): boolean {
  return model !== '*' && (provider !== 'openai-compatible' || unitPrice !== undefined);
}
