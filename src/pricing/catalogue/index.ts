import type { ListedSource, Offer, PriceList } from '../price-list-types.js';
import { bfl } from './bfl.js';
import { bflPages, bflWords, type BflWords } from './bfl-words.js';
import { decidingPrices } from './deciding-prices.js';
import { guides } from './guides.js';
import type { CitedPrice, CitedSource, HostRow } from './host.js';
import { hosts } from './hosts.js';
import { offersOf } from './offer.js';
import { historySources, puterHistory } from './puter-history.js';
import { puterList } from './puter-list.js';
import { sandbox } from './sandbox.js';

/** Where the deciding prices were read, with the usual page of each source. */
const known: Readonly<Record<string, CitedSource>> = {
  ...historySources,
  ...Object.fromEntries(
    Object.entries(bflPages).flatMap(([key, page]) =>
      [key, `sandbox-${key}`].map((name) => [name, { ...decidingPrices.sources[name]!, page }]),
    ),
  ),
  ...Object.fromEntries(hosts.flatMap(([, { sources }]) => Object.entries(sources))),
};

const sources: Record<string, ListedSource> = {};

/** At Puter the whole list takes the place of the first look's few rows; what it once sold stays. */
const offers: readonly Offer[] = [
  // Of routes with the same price the first one counts: the one that the first look takes.
  ...[...puterList.offers].sort((a, b) => rank(a) - rank(b)),
  ...puterHistory.map(cited),
  ...[...offersOf('bfl', bfl), ...sandbox].map(inWords),
  ...hosts.flatMap(([id, { rows }]) => offersOf(id, rows).map(cited)),
];
Object.assign(sources, puterList.sources);
for (const [key, source] of Object.entries<CitedSource>(guides)) sources[key] = listed(source);

/**
 * All bundled prices with their pages, quoted words and other sources. It gives the same totals as
 * `decidingPrices`, which has none of these. Its JSON has the format of published price lists.
 */
export const catalogue: PriceList = { ...decidingPrices, sources, offers };

function rank({ route }: Offer): number {
  return route === 'replicate' ? 0 : 1;
}

/** An offer with what other sources say, its own sources among those of the catalogue. */
function cited({ others = [], prices, ...offer }: Omit<HostRow, 'prices'> & Offer): Offer {
  return {
    ...offer,
    prices: [
      ...prices.map(({ page, ...price }: CitedPrice) => ({
        ...price,
        source: cite(price.source, page),
      })),
      ...others,
    ],
  };
}

/** A model of BFL's, or of the sandbox at BFL's prices, with the words of BFL's pages. */
function inWords(offer: Offer): Offer {
  const { says, others }: BflWords = bflWords[offer.model as keyof typeof bfl];
  const prices = offer.prices.map((price, index) => ({
    ...price,
    says: `${offer.simulated ? 'no real money moves; ' : ''}${says[index] ?? ''}`,
  }));
  return cited({ ...offer, prices, ...(others && !offer.simulated && { others }) });
}

/**
 * Adds a source together with its page to `sources` and returns its key. A page other than the
 * usual one of the source gets a key of its own.
 */
function cite(key: string, page: string | undefined): string {
  const source = known[key]!;
  const name =
    page === undefined || page === source.page
      ? key
      : `${key}.${page.split('/').slice(-3).join('/')}`.slice(0, 90);
  sources[name] = listed({ ...source, ...(page && { page }) });
  return name;
}

function listed({ page, ...source }: CitedSource): ListedSource {
  return page === undefined ? source : { ...source, url: `https://${page}` };
}
