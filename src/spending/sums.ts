import { minus, sum, toText, usd, zero, type Usd } from '../pricing/money.js';
import type { Entry, Period } from './entry.js';

/** A running sum that can also be taken back, so that a changed line costs the same among 10 and 10,000. */
export interface Bucket {
  settled: Usd;
  doubt: Usd;
  unpriced: number;
  pictures: number;
  readonly purchases: Map<string, number>;
}

export const emptyBucket = (): Bucket => ({ settled: zero, doubt: zero, unpriced: 0, pictures: 0, purchases: new Map() });

/** What one line adds to every bucket it stands in. */
export interface Share {
  readonly settled?: Usd;
  readonly doubt?: Usd;
  readonly unpriced: number;
  readonly pictures: number;
  readonly purchase: string;
}

/** `undefined` for what adds nothing: a refusal, or a settlement of nothing without a picture. */
export const shareOf = ({ standing, charged, high, pictures, purchase }: Entry): Share | undefined => {
  if (standing === 'refused' || (standing === 'settled' && charged === '0' && !pictures)) return undefined;
  if (standing === 'settled') return { settled: usd(charged ?? '0'), unpriced: 0, pictures, purchase };
  return high === undefined ? { unpriced: 1, pictures: 0, purchase } : { doubt: usd(high), unpriced: 0, pictures: 0, purchase };
};

export const addShare = (bucket: Bucket, { settled, doubt, unpriced, pictures, purchase }: Share): void => {
  if (settled) bucket.settled = sum([bucket.settled, settled]);
  if (doubt) bucket.doubt = sum([bucket.doubt, doubt]);
  bucket.unpriced += unpriced;
  bucket.pictures += pictures;
  bucket.purchases.set(purchase, (bucket.purchases.get(purchase) ?? 0) + 1);
};

export const takeShare = (bucket: Bucket, { settled, doubt, unpriced, pictures, purchase }: Share): void => {
  if (settled) bucket.settled = minus(bucket.settled, settled);
  if (doubt) bucket.doubt = minus(bucket.doubt, doubt);
  bucket.unpriced -= unpriced;
  bucket.pictures -= pictures;
  const left = (bucket.purchases.get(purchase) ?? 1) - 1;
  if (left) bucket.purchases.set(purchase, left);
  else bucket.purchases.delete(purchase);
};

/** Adds buckets up; a purchase that reaches into two of them is still one. */
export const periodOf = (buckets: readonly Bucket[]): Period => {
  const [only] = buckets;
  const unpriced = buckets.reduce((total, bucket) => total + bucket.unpriced, 0);
  return {
    settled: toText(sum(buckets.map(({ settled }) => settled))),
    inDoubt: toText(sum(buckets.map(({ doubt }) => doubt))),
    pictures: buckets.reduce((total, { pictures }) => total + pictures, 0),
    purchases: only && buckets.length === 1 ? only.purchases.size : new Set(buckets.flatMap(({ purchases }) => [...purchases.keys()])).size,
    ...(unpriced && { unpriced }),
  };
};
