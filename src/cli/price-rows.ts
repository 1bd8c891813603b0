import { ageLimit, daysOld } from '../pricing/age-limits.js';
import { quoteFromList } from '../pricing/quote-from-list.js';
import type { Offer, PriceList } from '../pricing/price-list-types.js';
import type { ImageRequest, Quote, Source } from '../pricing/quote-types.js';
import { snapSize } from '../pricing/snap-size.js';

/** What one picture costs by one route of a model. */
interface PriceRow {
  readonly provider: string;
  readonly model: string;
  readonly route?: string;
  readonly name: string;
  /** What was priced: one picture of this size, from as many references. */
  readonly size: string;
  readonly references: number;
  /** US dollars as decimal text; missing if nobody knows. */
  readonly total?: Quote['total'];
  readonly exactness: Quote['exactness'];
  readonly problem?: string;
  readonly source?: Source;
  /** Days since it was read, and after how many it no longer counts as current. */
  readonly days?: number;
  readonly limit?: number;
  readonly isStale: boolean;
}

/** A row with the quote it was made of. */
export type QuotedRow = readonly [row: PriceRow, quote: Quote];

/**
 * These offers of a list as rows. A server of one's own is none: nobody but its owner knows what it
 * costs.
 */
export function priceRows(prices: PriceList, offers: readonly Offer[], at: number): QuotedRow[] {
  return offers
    .filter(({ model }) => model !== '*')
    .map((offer) => {
      const request = usualRequest(offer);
      const quote = quoteFromList(request, { prices, at });
      return [rowOf(offer, request, quote, at), quote];
    });
}

/** One picture of a megapixel, or of the nearest size that the offer has. */
function usualRequest({ provider, model, route, sizes, needsReference }: Offer): ImageRequest {
  return {
    provider,
    model,
    ...(route !== undefined && { route }),
    ...snapSize(sizes, 1024, 1024),
    ...(needsReference && { references: [{ width: 1024, height: 1024 }] }),
  };
}

function rowOf(offer: Offer, request: ImageRequest, quote: Quote, at: number): PriceRow {
  const { provider, model, route, name } = offer;
  const [source] = quote.sources;
  return {
    provider,
    model,
    ...(route !== undefined && { route }),
    name,
    size: `${request.width}x${request.height}`,
    references: request.references?.length ?? 0,
    ...(quote.total && { total: quote.total }),
    exactness: quote.exactness,
    ...(quote.problem && { problem: quote.problem.text }),
    ...(source && {
      source,
      days: daysOld(source.readOn, at),
      limit: ageLimit(provider, source.kind),
    }),
    isStale: quote.asOf !== undefined,
  };
}
