import type { ListedSource, Offer, Price, PriceList } from '../price-list-types.js';
import { decidingPrices } from './deciding-prices.js';
import { puterHistory } from './puter-history.js';
import { puterList } from './puter-list.js';
import { evidence, otherSources } from './evidence.js';
import { source } from './sources.js';
import { pages, words, type Words } from './words.js';

const sources: Record<string, ListedSource> = {};

const listed: Readonly<Record<string, ListedSource>> = {
  ...decidingPrices.sources,
  puterTogether: source('Puter’s cost table', '2026-08-21'),
};

/**
 * Adds a source together with its page to `sources` and returns its key. A page other than the
 * usual one of the source gets a key of its own.
 */
function cite(key: string, listed: ListedSource, page: string | undefined): string {
  const name =
    page === undefined || page === pages[key]
      ? key
      : `${key}.${page.split('/').slice(-3).join('/')}`.slice(0, 90);
  sources[name] = page === undefined ? listed : { ...listed, url: `https://${page}` };
  return name;
}

function told(price: Price, [says, page, doubt]: Words): Price {
  const ofSandbox = /^sandbox-(.*)/.exec(price.source)?.[1];
  const usual = page ?? pages[ofSandbox ?? price.source];
  return {
    ...price,
    source: cite(price.source, listed[price.source]!, usual),
    says: ofSandbox === undefined ? says : `no real money moves; ${says}`,
    ...(doubt && { doubt }),
  };
}

function whole(offer: Offer): Offer {
  const { provider, route, model, prices } = offer;
  const said =
    words[[provider === 'sandbox' ? 'bfl' : provider, route, model].filter(Boolean).join(' ')] ??
    [];
  return {
    ...offer,
    prices: [
      ...prices.map((price, index) => told(price, said[index] ?? [''])),
      ...(evidence.get(`${provider} ${model}`) ?? []),
    ],
  };
}

/** At Puter the whole list takes the place of the first look's few rows; what it once sold stays. */
const offers = [
  // Of routes with the same price the first one counts: the one that the first look takes.
  ...[...puterList.offers].sort((a, b) => rank(a) - rank(b)),
  ...puterHistory.map(whole),
  ...decidingPrices.offers.filter(({ provider }) => provider !== 'puter').map(whole),
];
Object.assign(sources, puterList.sources);

function rank({ route }: Offer): number {
  return route === 'replicate' ? 0 : 1;
}

for (const [key, { page, ...listed }] of Object.entries(otherSources))
  sources[key] = { ...listed, ...(page && { url: `https://${page}` }) };

/**
 * All bundled prices with their pages, quoted words and other sources. It gives the same totals as
 * `decidingPrices`, which has none of these. Its JSON has the format of published price lists.
 */
export const catalogue: PriceList = { ...decidingPrices, sources, offers };
