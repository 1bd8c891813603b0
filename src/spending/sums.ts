import { sum, times, toText, usd, zero, type Usd } from '../pricing/money.js';
import type { Period } from './entry.js';
import type { Brief } from './merge-events.js';
import type { Counted, PurchaseCount } from './purchase-count.js';

/**
 * A sum of amounts that can be added and removed. Amounts are counted and added up only when the
 * sum is read: a page load with 10,000 equal prices multiplies once.
 */
interface Pile {
  sum: Usd;
  readonly due: Map<string, number>;
  /** The latest amount and how often it came in a row: consecutive entries mostly cost the same. */
  latest: string;
  row: number;
}

/**
 * Running sums that entries can also be removed from, so that changing an entry costs the same
 * among 10 and 10,000.
 */
export interface Bucket extends Counted {
  readonly settled: Pile;
  readonly doubt: Pile;
  unpriced: number;
  repeated: number;
  pictures: number;
}

/** What one entry adds to each of its buckets. */
export interface Share {
  readonly settled?: string;
  readonly doubt?: string;
  readonly unpriced: number;
  readonly repeated: number;
  readonly pictures: number;
  readonly purchase: string;
}

export function emptyBucket(): Bucket {
  return {
    settled: emptyPile(),
    doubt: emptyPile(),
    unpriced: 0,
    repeated: 0,
    pictures: 0,
    purchases: 0,
  };
}

function emptyPile(): Pile {
  return { sum: zero, due: new Map(), latest: '0', row: 0 };
}

/** `undefined` for an entry that adds nothing: refused, or settled at zero without a picture. */
export function shareOf({
  standing,
  charged = '0',
  high,
  pictures,
  purchase,
  repeated: isRepeated,
}: Brief): Share | undefined {
  if (standing === 'refused' || (standing === 'settled' && charged === '0' && !pictures))
    return undefined;
  if (standing === 'settled')
    return { settled: charged, unpriced: 0, repeated: 0, pictures, purchase };
  const repeated = isRepeated ? 1 : 0;
  return high === undefined
    ? { unpriced: 1, repeated, pictures, purchase }
    : { doubt: high, unpriced: 0, repeated, pictures, purchase };
}

/** Adds a share to a bucket so many times, or removes it (-1). Purchases are counted elsewhere. */
export function addShare(
  bucket: Bucket,
  { settled, doubt, unpriced, repeated, pictures }: Share,
  by: number,
): void {
  put(bucket.settled, settled, by);
  put(bucket.doubt, doubt, by);
  bucket.unpriced += by * unpriced;
  bucket.repeated += by * repeated;
  bucket.pictures += by * pictures;
}

function put(pile: Pile, amount: string | undefined, by: number): void {
  if (amount === undefined) return;
  if (amount !== pile.latest) {
    count(pile.due, pile.latest, pile.row);
    [pile.latest, pile.row] = [amount, 0];
  }
  pile.row += by;
}

function count(counts: Map<string, number>, key: string, by: number): void {
  const next = (counts.get(key) ?? 0) + by;
  if (next) counts.set(key, next);
  else counts.delete(key);
}

export function periodOf(buckets: readonly Bucket[], counted: PurchaseCount<Bucket>): Period {
  const unpriced = buckets.reduce((lines, bucket) => lines + bucket.unpriced, 0);
  const repeated = buckets.reduce((lines, bucket) => lines + bucket.repeated, 0);
  return {
    settled: toText(sum(buckets.map(({ settled }) => total(settled)))),
    inDoubt: toText(sum(buckets.map(({ doubt }) => total(doubt)))),
    pictures: buckets.reduce((lines, { pictures }) => lines + pictures, 0),
    purchases: counted.across(buckets),
    ...(unpriced && { unpriced }),
    ...(repeated && { repeated }),
  };
}

function total(pile: Pile): Usd {
  count(pile.due, pile.latest, pile.row);
  pile.row = 0;
  if (pile.due.size)
    pile.sum = sum([pile.sum, ...[...pile.due].map(([amount, by]) => times(usd(amount), by))]);
  pile.due.clear();
  return pile.sum;
}
