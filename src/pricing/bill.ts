import { compareUsd, least, most, product, sum, times, toText, usd, type Usd } from './money.js';
import { byAuthority, type Billed, type RankedOffer, type RankedPrice } from './list-index.js';
import type { Price } from './price-list-types.js';
import type { ImageRequest, LineKey, QuoteLine } from './quote-types.js';
import type { CheckedRequest, Item } from './rule-kind.js';
import { kindOf } from './kind-of.js';

const labels = new Map<LineKey, string>();

const mebipixel = 1_048_576;

/** Keeps a list with odd rules from filling the memory. */
const mostGiven = 64;

/** The deciding price and the total that follows from it. */
export interface Decision {
  readonly first: Billed;
  /**
   * The price that `high` comes from. Differs from `first` only if the total is a range over
   * several sources.
   */
  readonly highest: Billed;
  readonly low: Usd;
  readonly high: Usd;
}

/**
 * True if the price is meant for such a request: with or without references, and not above its
 * `upTo` size.
 */
export function appliesTo(
  { when, upTo, options: needed }: Pick<RankedPrice, 'when' | 'upTo' | 'options'>,
  request: Pick<ImageRequest, 'references' | 'width' | 'height' | 'options'>,
): boolean {
  return (
    (when === undefined || (when === 'edit') === Boolean(request.references?.length)) &&
    (upTo === undefined || request.width * request.height <= upTo * mebipixel) &&
    (needed === undefined ||
      Object.keys(needed).every((name) => (request.options?.[name] ?? '') === needed[name]))
  );
}

/**
 * Applies a price to a request. `undefined` if the price does not cover the request.
 * @throws RangeError for a negative amount, or a low end above the high end. Only a list that
 * `parsePriceList` has not checked can contain such a price.
 */
export function billed(ranked: RankedPrice, request: CheckedRequest): Billed | undefined {
  const { rule, given } = ranked;
  if (!appliesTo(ranked, request)) return undefined;
  const same = request.count > 1 ? undefined : kindOf(rule).sameFor?.(rule, request);
  if (same === undefined || same > mostGiven) return billedAnew(ranked, request);
  return (given[same] ??= billedAnew(ranked, request));
}

function billedAnew(ranked: RankedPrice, request: CheckedRequest): Billed | undefined {
  const { price, rule } = ranked;
  const bill = kindOf(rule).bill(rule, request);
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

/** Multiplies a quantity per image by the number of images. Whole numbers stay numbers. */
function forAll(quantity: string | number, count: number): string | number {
  if (typeof quantity === 'number') return quantity * count;
  if (count === 1) return quantity;
  return toText(times(usd(quantity), count));
}

/**
 * Nothing is free by default: a total of 0 counts only if the price is marked `free`, is marked
 * `wrong` (then it is only shown as a conflict), or is for a self-hosted server.
 */
function isSaid({ free, wrong, rule }: Price, high: Usd): boolean {
  return Boolean(free ?? wrong ?? kindOf(rule).timeless) || toText(high) !== '0';
}

/**
 * The first price in order of authority that covers the request decides. The total becomes a range
 * over several prices where it is unknown which one is right: prices of the same rank and day, and
 * prices in `doubt` unless a live one decides. `undefined` if no price covers the request.
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

/**
 * The quote lines for all images together. For the items of the high end they add up to `high`.
 * Frozen, because quotes with the same bill share them.
 */
export function linesOf(items: readonly Item[], count: number): readonly QuoteLine[] {
  const lines = items.map(([key, each, unitPrice, detail]) => {
    const quantity = forAll(each, count);
    const label = detail ? `${labelOf(key)} ${detail}` : labelOf(key);
    const amount = toText(product(unitPrice, quantity));
    const line = { key, label, quantity: String(quantity), unitPrice, amount };
    return Object.freeze(detail ? { ...line, detail } : line);
  });
  return Object.freeze(lines);
}

/** `first-megapixel` → `First megapixel`: the English labels are made from the keys. */
function labelOf(key: LineKey): string {
  const label = labels.get(key) ?? key[0]!.toUpperCase() + key.slice(1).replace('-', ' ');
  labels.set(key, label);
  return label;
}
