import type { RankedOffer } from './list-index.js';
import type { Offer, PriceList } from './price-list-types.js';
import type { ImageRequest, Problem, Sends } from './quote-types.js';
import type { CheckedRequest, RuleKind } from './rule-kind.js';
import type { LaterKind } from './rule.js';

/** A request at an offer, before it is priced and after. */
export interface Ordered {
  readonly ranked: RankedOffer;
  /** As it is made and billed. */
  readonly request: CheckedRequest;
  /** As it was asked for. */
  readonly asked: CheckedRequest;
  readonly options: ImageRequest['options'];
}

/**
 * What pricing needs for lists that were read, and not for the bundled prices of the first look:
 * options, sizes that snap, ids of the provider's own, and further kinds of rule. Whoever reads a
 * list brings it (`readsLists`); so that a page loads it with the first list.
 */
export interface ListReading {
  readonly kinds: Readonly<Record<LaterKind | 'page-price', RuleKind<never>>>;
  /** The request as an offer with options or snapping sizes makes and bills it. */
  fit(
    offer: Offer,
    request: CheckedRequest,
    given: ImageRequest['options'],
  ): CheckedRequest | Problem;
  /** What must be sent to an offer that has an id of the provider's own. */
  sends(ordered: Ordered, ofRule: Sends | undefined): Sends;
  /** The offers of the model that the provider knows by this id. */
  offersByWire(
    list: PriceList,
    request: Pick<ImageRequest, 'provider' | 'model' | 'route'>,
  ): readonly RankedOffer[] | undefined;
}

let here: ListReading | undefined;

export function listReading(): ListReading | undefined {
  return here;
}

export function bringListReading(reading: ListReading): void {
  here = reading;
}
