import { sum, times, toText, usd, zero, type Usd } from '../pricing/money.js';
import type { Period } from './entry.js';
import type { Brief } from './lattice.js';

/** Amounts added and taken back, counted by amount and added up when somebody asks: a page load with 10,000 equal prices multiplies once. */
export interface Pile {
  sum: Usd;
  readonly due: Map<string, number>;
}

/** A running sum that can also be taken back, so that a changed line costs the same among 10 and 10,000. */
export interface Bucket {
  readonly settled: Pile;
  readonly doubt: Pile;
  unpriced: number;
  pictures: number;
  readonly purchases: Map<string, number>;
}

const emptyPile = (): Pile => ({ sum: zero, due: new Map() });
export const emptyBucket = (): Bucket => ({ settled: emptyPile(), doubt: emptyPile(), unpriced: 0, pictures: 0, purchases: new Map() });

const count = (counts: Map<string, number>, key: string, by: number): void => {
  const next = (counts.get(key) ?? 0) + by;
  if (next) counts.set(key, next);
  else counts.delete(key);
};

const total = (pile: Pile): Usd => {
  if (pile.due.size) pile.sum = sum([pile.sum, ...[...pile.due].map(([amount, by]) => times(usd(amount), by))]);
  pile.due.clear();
  return pile.sum;
};

/** What one line adds to every bucket it stands in. */
export interface Share {
  readonly settled?: string;
  readonly doubt?: string;
  readonly unpriced: number;
  readonly pictures: number;
  readonly purchase: string;
}

/** `undefined` for what adds nothing: a refusal, or a settlement of nothing without a picture. */
export const shareOf = ({ standing, charged = '0', high, pictures, purchase }: Brief): Share | undefined => {
  if (standing === 'refused' || (standing === 'settled' && charged === '0' && !pictures)) return undefined;
  if (standing === 'settled') return { settled: charged, unpriced: 0, pictures, purchase };
  return high === undefined ? { unpriced: 1, pictures: 0, purchase } : { doubt: high, unpriced: 0, pictures: 0, purchase };
};

/** Adds a share (`by` 1) or takes it back (-1). */
export const addShare = (bucket: Bucket, { settled, doubt, unpriced, pictures, purchase }: Share, by: 1 | -1): void => {
  if (settled !== undefined) count(bucket.settled.due, settled, by);
  if (doubt !== undefined) count(bucket.doubt.due, doubt, by);
  bucket.unpriced += by * unpriced;
  bucket.pictures += by * pictures;
  count(bucket.purchases, purchase, by);
};

/** Adds buckets up; a purchase that reaches into two of them is still one. */
export const periodOf = (buckets: readonly Bucket[]): Period => {
  const [only] = buckets;
  const unpriced = buckets.reduce((lines, bucket) => lines + bucket.unpriced, 0);
  return {
    settled: toText(sum(buckets.map(({ settled }) => total(settled)))),
    inDoubt: toText(sum(buckets.map(({ doubt }) => total(doubt)))),
    pictures: buckets.reduce((lines, { pictures }) => lines + pictures, 0),
    purchases: only && buckets.length === 1 ? only.purchases.size : new Set(buckets.flatMap(({ purchases }) => [...purchases.keys()])).size,
    ...(unpriced && { unpriced }),
  };
};
