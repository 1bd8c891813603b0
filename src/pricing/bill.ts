import { compareUsd, least, most, sum, times, toText, usd, zero, type Usd } from './money.js';
import type { RankedOffer } from './list-index.js';
import type { Price, PriceList } from './price-list-types.js';
import type { LineKey, QuoteLine } from './quote-types.js';
import { kindOf, type Bill, type CheckedRequest, type Item } from './rule.js';

/** `first-megapixel` → `First megapixel`: the English words of the rows are their keys. */
const labelOf = (key: LineKey): string => key[0]!.toUpperCase() + key.slice(1).replace('-', ' ');

/** A price's answer to a request: what all pictures cost together. */
export interface Billed {
  readonly price: Price;
  readonly bill: Bill;
  readonly low: Usd;
  readonly high: Usd;
}

const mebipixel = 1_048_576;

const speaksOf = ({ when, upTo }: Price, { references, width, height }: CheckedRequest): boolean =>
  (when === undefined || (when === 'edit') === references.length > 0) && (upTo === undefined || width * height <= upTo * mebipixel);

const amountOf = (items: readonly Item[], count: number): Usd => {
  let amount = zero;
  for (const [, quantity, unitPrice] of items) amount = sum([amount, times(usd(unitPrice), quantity)]);
  return count === 1 ? amount : times(amount, count);
};

/** `undefined` when the price says nothing about this request. */
export const billed = (price: Price, request: CheckedRequest): Billed | undefined => {
  if (!speaksOf(price, request)) return undefined;
  const bill = kindOf(price.rule).bill(price.rule, request);
  if (!bill) return undefined;
  const count = request.count ?? 1;
  const high = amountOf(bill.items, count);
  return { price, bill, high, low: bill.low ? amountOf(bill.low, count) : high };
};

/** Who decides, and what comes of it. */
export interface Decision {
  readonly first: Billed;
  /** The one `high` comes from; the first, unless sources of the same rank disagree. */
  readonly highest: Billed;
  readonly low: Usd;
  readonly high: Usd;
}

/** How much a source is believed; the same text is the same rank and day. */
export const rankOf = ({ sources }: PriceList, { source }: Price): string => `${sources[source]!.kind} ${sources[source]!.readOn}`;

/**
 * The first source that speaks of the request decides; `undefined` when none does. Where others of its rank and day say something else,
 * nobody knows which is right: the price is a range over all of them.
 */
export const decide = (list: PriceList, { believed }: RankedOffer, request: CheckedRequest): Decision | undefined => {
  let decision: Decision | undefined;
  for (const price of believed) {
    if (decision && rankOf(list, price) !== rankOf(list, decision.first.price)) break;
    const answer = billed(price, request);
    if (!answer) continue;
    decision = decision
      ? {
        first: decision.first, highest: compareUsd(answer.high, decision.high) > 0 ? answer : decision.highest,
        low: least(answer.low, decision.low), high: most(answer.high, decision.high),
      }
      : { first: answer, highest: answer, low: answer.low, high: answer.high };
  }
  return decision;
};

/** The rows for all pictures together. They add up to `high`. */
export const linesOf = (items: readonly Item[], count: number): QuoteLine[] => items.map(([key, each, unitPrice, detail]) => {
  const quantity = toText(times(usd(String(each)), count));
  return {
    key, label: detail ? `${labelOf(key)} ${detail}` : labelOf(key), quantity, unitPrice, amount: toText(times(usd(unitPrice), quantity)),
    ...detail && { detail },
  };
});
