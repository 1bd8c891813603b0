import type { Offer, PriceList } from '../price-list-types.js';
import { bfl } from './bfl.js';
import { bflWords, type BflWords } from './bfl-words.js';
import { cited, listed, type CitedOffer } from './cited.js';
import { firstPrices } from './first-prices.js';
import { guides } from './guides.js';
import { hosts, hostSources } from './hosts.js';
import { offersOf } from './offer.js';
import { historySources, puterHistory } from './puter-history.js';
import { puterList } from './puter-list.js';
import { sandbox } from './sandbox.js';

const withPages = cited(
  [
    ...puterHistory,
    ...[...offersOf('bfl', bfl), ...sandbox].map(inWords),
    ...hosts.flatMap(([id, { rows }]) => offersOf(id, rows)),
  ],
  { ...firstPrices.sources, ...historySources, ...hostSources },
);

/**
 * All bundled prices with their pages, quoted words and other sources. It gives the same totals as
 * `decidingPrices`, which has fewer. Its JSON has the format of published price lists.
 */
export const catalogue: PriceList = {
  version: 1,
  sources: {
    ...withPages.sources,
    ...puterList.sources,
    ...Object.fromEntries(Object.entries(guides).map(([key, source]) => [key, listed(source)])),
  },
  // At Puter the whole list takes the place of the first look's few rows; what it once sold stays.
  // Of routes with the same price the first one counts: the one that the first look takes.
  offers: [...[...puterList.offers].sort((a, b) => rank(a) - rank(b)), ...withPages.offers],
};

function rank({ route }: Offer): number {
  return route === 'replicate' ? 0 : 1;
}

/** A model of BFL's, or of the sandbox at BFL's prices, with the words of BFL's pages. */
function inWords(offer: Offer): CitedOffer {
  const { says, others }: BflWords = bflWords[offer.model as keyof typeof bfl];
  const prices = offer.prices.map((price, index) => ({
    ...price,
    says: `${offer.simulated ? 'no real money moves; ' : ''}${says[index] ?? ''}`,
  }));
  return { ...offer, prices, others: offer.simulated ? [] : others };
}
