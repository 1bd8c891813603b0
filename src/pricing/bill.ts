import { compareUsd, least, most, product, sum, times, toText, usd, type Usd } from './money.js';
import { byAuthority, type RankedOffer, type RankedPrice } from './list-index.js';
import type { Price } from './price-list-types.js';
import type { ImageRequest, LineKey, QuoteLine } from './quote-types.js';
import type { Bill, CheckedRequest, Item } from './rule-kind.js';
import { kindOf } from './rule.js';

const labels = new Map<LineKey, string>();

/** A price's answer to a request: what all pictures cost together. */
export interface Billed {
  readonly ranked: RankedPrice;
  readonly bill: Bill;
  readonly low: Usd;
  readonly high: Usd;
}

const mebipixel = 1_048_576;

/** Who decides, and what comes of it. */
export interface Decision {
  readonly first: Billed;
  /** The one `high` comes from; the first, unless sources of the same rank disagree. */
  readonly highest: Billed;
  readonly low: Usd;
  readonly high: Usd;
}

/** True when the price is said of such a request. */
export function appliesTo(
  { when, upTo }: Price,
  { references = [], width, height }: Pick<ImageRequest, 'references' | 'width' | 'height'>,
): boolean {
  return (
    (when === undefined || (when === 'edit') === references.length > 0) &&
    (upTo === undefined || width * height <= upTo * mebipixel)
  );
}

/**
 * `undefined` when the price says nothing about this request.
 * @throws RangeError for less than nothing, or a range from high to low: only a list nobody has
 * read does that
 */
export function billed(ranked: RankedPrice, request: CheckedRequest): Billed | undefined {
  const { price } = ranked;
  if (!appliesTo(price, request)) return undefined;
  const bill = kindOf(price.rule).bill(price.rule, request);
  if (!bill) return undefined;
  const { count } = request;
  const high = amountOf(bill.items, count);
  const low = bill.low ? amountOf(bill.low, count) : high;
  if (compareUsd(low, high) > 0 || toText(low)[0] === '-') throw new RangeError('amount');
  return isSaid(price, high) ? { ranked, bill, high, low } : undefined;
}

function amountOf(items: readonly Item[], count: number): Usd {
  const amounts = items.map(([, quantity, unitPrice]) =>
    product(unitPrice, forAll(quantity, count)),
  );
  return amounts.length === 1 && amounts[0] ? amounts[0] : sum(amounts);
}

/** How many of an item for all pictures: whole numbers stay numbers. */
function forAll(quantity: string | number, count: number): string | number {
  if (typeof quantity === 'number') return quantity * count;
  if (count === 1) return quantity;
  return toText(times(usd(quantity), count));
}

/**
 * Nothing is free by default: an amount of 0 counts where a source says so, or on a server of the
 * reader's own.
 */
function isSaid({ free, wrong, rule }: Price, high: Usd): boolean {
  return Boolean(free ?? wrong ?? kindOf(rule).timeless) || toText(high) !== '0';
}

/**
 * The first source that speaks of the request decides; `undefined` when none does. Where others of
 * its rank and day say something else, or one
 * is in `doubt`, nobody knows which is right: the price is a range over all of them.
 */
export function decide({ trusted }: RankedOffer, request: CheckedRequest): Decision | undefined {
  let decision: Decision | undefined;
  for (const ranked of trusted) {
    const first = decision?.first.ranked;
    if (
      first &&
      byAuthority(ranked, first) !== 0 &&
      (!ranked.price.doubt || first.source.kind === 'live')
    )
      continue;
    const answer = billed(ranked, request);
    if (!answer) continue;
    decision = decision
      ? {
          first: decision.first,
          highest: compareUsd(answer.high, decision.high) > 0 ? answer : decision.highest,
          low: least(answer.low, decision.low),
          high: most(answer.high, decision.high),
        }
      : { first: answer, highest: answer, low: answer.low, high: answer.high };
  }
  return decision;
}

/** The rows for all pictures together. They add up to `high`. */
export function linesOf(items: readonly Item[], count: number): QuoteLine[] {
  return items.map(([key, each, unitPrice, detail]) => {
    const quantity = forAll(each, count);
    return {
      key,
      label: detail ? `${labelOf(key)} ${detail}` : labelOf(key),
      quantity: String(quantity),
      unitPrice,
      amount: toText(product(unitPrice, quantity)),
      ...(detail && { detail }),
    };
  });
}

/** `first-megapixel` → `First megapixel`: the English words of the rows are their keys. */
function labelOf(key: LineKey): string {
  let label = labels.get(key);
  if (label === undefined)
    labels.set(key, (label = key[0]!.toUpperCase() + key.slice(1).replace('-', ' ')));
  return label;
}
