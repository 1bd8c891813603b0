import { sum, times, toText, usd, zero, type Usd } from './money.js';
import type { RankedOffer } from './list-index.js';
import type { Price } from './price-list-types.js';
import type { LineKey, QuoteLine } from './quote-types.js';
import { kindOf, type Bill, type CheckedRequest, type Item } from './rule.js';

/** English words of the rows; other languages have theirs by the same keys. */
export const lineLabels: Readonly<Record<LineKey, string>> = {
  picture: 'Picture', run: 'Run', 'first-megapixel': 'First megapixel', 'further-megapixels': 'Further megapixels', megapixels: 'Megapixels',
  reference: 'Reference', tiles: 'Tiles', 'input-tiles': 'Input tiles', steps: 'Steps', 'area-steps': 'Area × steps', seconds: 'Compute seconds',
  'image-tokens': 'Image tokens', 'prompt-tokens': 'Prompt tokens', 'self-hosted': 'Own server', rounding: 'Rounding',
};

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

/** The price that decides for this request, or `undefined`. */
export const decided = (ranked: RankedOffer, request: CheckedRequest): Billed | undefined => {
  for (const price of ranked.believed) {
    const answer = billed(price, request);
    if (answer) return answer;
  }
  return undefined;
};

/** The rows for all pictures together. They add up to `high`. */
export const linesOf = (items: readonly Item[], count: number): QuoteLine[] => items.map(([key, each, unitPrice, detail]) => {
  const quantity = toText(times(usd(String(each)), count));
  return {
    key, label: detail ? `${lineLabels[key]} ${detail}` : lineLabels[key], quantity, unitPrice, amount: toText(times(usd(unitPrice), quantity)),
    ...detail && { detail },
  };
});
