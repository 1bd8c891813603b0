import type { ListedSource, Offer, PriceList } from '../price-list-types.js';
import type { CitedPrice, CitedSource, OtherPrice } from './host.js';

/** An offer whose prices may name another page than the usual one of their source. */
export interface CitedOffer extends Offer {
  readonly prices: readonly CitedPrice[];
  /** Prices of sources that speak of several providers; they follow its own. */
  readonly others?: readonly OtherPrice[] | undefined;
}

/**
 * The offers with the sources that their prices name. A page other than the usual one of its source
 * is a source of its own, under a key of its own.
 */
export function cited(
  offers: readonly CitedOffer[],
  known: Readonly<Record<string, CitedSource>>,
): Pick<PriceList, 'sources' | 'offers'> {
  const sources: Record<string, ListedSource> = {};
  const cite = (key: string, page: string | undefined): string => {
    const source = known[key]!;
    const name =
      page === undefined || page === source.page
        ? key
        : `${key}.${page.split('/').slice(-3).join('/')}`.slice(0, 90);
    sources[name] = listed({ ...source, ...(page && { page }) });
    return name;
  };
  return {
    offers: offers.map(({ prices, others = [], ...offer }) => ({
      ...offer,
      prices: [
        ...prices.map(({ page, ...price }) => ({ ...price, source: cite(price.source, page) })),
        ...others,
      ],
    })),
    sources,
  };
}

export function listed({ page, ...source }: CitedSource): ListedSource {
  return page === undefined ? source : { ...source, url: `https://${page}` };
}
