import type { Usd } from './money.js';
import type { Offer, Price, PriceList } from './price-list-types.js';
import type { QuoteLine, Source, SourceKind, Traits } from './quote-types.js';
import type { Bill } from './rule-kind.js';

/** What one price gives for a request: the total for all images. */
export interface Billed {
  readonly ranked: RankedPrice;
  readonly bill: Bill;
  readonly low: Usd;
  readonly high: Usd;
  /** Made when first asked for. */
  lines?: readonly QuoteLine[];
}

/**
 * A price together with its source as a quote cites it. What every request reads stands here once
 * more: prices come in many shapes, these in one, and engines read that much faster.
 */
export interface RankedPrice {
  readonly price: Price;
  readonly rule: Price['rule'];
  readonly when: Price['when'];
  readonly upTo: Price['upTo'];
  readonly options: Price['options'];
  readonly source: Source;
  /** What it gave before, by the number of `RuleKind.sameFor`. */
  readonly given: (Billed | undefined)[];
}

/** An offer with its prices in order of authority. Those marked `wrong` are kept apart. */
export interface RankedOffer {
  readonly offer: Offer;
  readonly trusted: readonly RankedPrice[];
  readonly wrong: readonly RankedPrice[];
  /** Both, the trusted ones first. */
  readonly all: readonly RankedPrice[];
  /** The fields that every quote of this offer has besides the price. */
  readonly always: { readonly traits: Traits; readonly simulated?: true };
}

export type ListIndex = ReadonlyMap<string, ReadonlyMap<string, readonly RankedOffer[]>>;

const indexes = new WeakMap<PriceList, ListIndex>();

const authority: Readonly<Record<SourceKind, number>> = { live: 0, provider: 1, 'third-party': 2 };

/**
 * Sort order of prices: the page's own list first, then live prices, then the provider's page, then
 * third parties; the more recently read one first. 0 means that neither has precedence.
 */
export function byAuthority({ source: a }: RankedPrice, { source: b }: RankedPrice): number {
  return rank(a) - rank(b) || (a.readOn < b.readOn ? 1 : a.readOn > b.readOn ? -1 : 0);
}

function rank({ by, kind }: Source): number {
  return by === 'page' ? -1 : authority[kind];
}

/** Provider → model → offers. Built once per list, so a list must not be changed afterwards. */
export function indexOf(list: PriceList): ListIndex {
  const made = indexes.get(list);
  if (made) return made;
  const index = new Map<string, Map<string, RankedOffer[]>>();
  for (const offer of list.offers) {
    const models = index.get(offer.provider) ?? new Map<string, RankedOffer[]>();
    index.set(offer.provider, models);
    const ranked = rankedOffer(list, offer);
    const offers = models.get(offer.model);
    if (offers) offers.push(ranked);
    else models.set(offer.model, [ranked]);
  }
  indexes.set(list, index);
  return index;
}

export function rankedPrice(price: Price, source: Source): RankedPrice {
  const { rule, when, upTo, options } = price;
  return { price, rule, when, upTo, options, source, given: [] };
}

function rankedOffer({ sources }: PriceList, offer: Offer): RankedOffer {
  const prices = offer.prices.map((price) => {
    const source = Object.freeze({ ...sources[price.source]!, says: price.says });
    return rankedPrice(price, source);
  });
  const {
    sizes: { pixels },
    references,
    seed,
    mask,
    needsMask,
    simulated,
  } = offer;
  const trusted = prices.filter(({ price }) => !price.wrong).sort(byAuthority);
  const wrong = prices.filter(({ price }) => price.wrong);
  return {
    offer,
    trusted,
    wrong,
    all: [...trusted, ...wrong],
    always: {
      traits: Object.freeze({
        pixels,
        references,
        seed,
        ...(mask && { mask }),
        ...(needsMask && { needsMask }),
      }),
      ...(simulated && { simulated }),
    },
  };
}
