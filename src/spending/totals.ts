import { localDate } from './local-date.js';
import type { Period, Sums } from './entry.js';
import type { Brief } from './merge-events.js';
import { createPurchaseCount } from './purchase-count.js';
import { addShare, emptyBucket, periodOf, type Bucket, type Share } from './sums.js';

/** What the sums refer to: the time that "today" means, and the marks of the current session. */
export interface Window {
  readonly now: number;
  readonly sessions: readonly string[];
}

/** Running sums by session, day, month and model. Simulated money is kept apart. */
export interface Totals {
  /** Adds an entry's share. Returns its buckets, to be passed to `take` when it is removed. */
  add(share: Share, brief: Brief): readonly Bucket[];
  take(share: Share, buckets: readonly Bucket[]): void;
  sums(simulated: boolean, window: Window): Sums;
}

export function createTotals(): Totals {
  // By scope (all, session, day, month or model, prefixed `s` or `r` for simulated or real), then
  // by key.
  const scopes = new Map<string, Map<string, Bucket>>();
  const counted = createPurchaseCount<Bucket>();
  const dayAt = calendar();
  let latest: Brief | undefined;
  let latestDay = '';
  let latestBuckets: readonly Bucket[] = [];

  const scope = (simulated: boolean, name: string): Map<string, Bucket> => {
    const full = (simulated ? 's' : 'r') + name;
    const found = scopes.get(full) ?? new Map<string, Bucket>();
    scopes.set(full, found);
    return found;
  };

  const bucketsOf = (brief: Brief): readonly Bucket[] => {
    const { simulated, session, at, provider, model } = brief;
    const day = dayAt(at);
    // Consecutive entries mostly belong to the same buckets.
    if (
      day === latestDay &&
      latest?.simulated === simulated &&
      latest.session === session &&
      latest.model === model &&
      latest.provider === provider
    )
      return latestBuckets;
    [latest, latestDay] = [brief, day];
    return (latestBuckets = (
      [
        ['all', ''],
        ['session', session],
        ['day', day],
        ['month', day.slice(0, 7)],
        ['model', `${provider}\n${model}`],
      ] as const
    ).map(([name, key]) => {
      const buckets = scope(simulated, name);
      const bucket = buckets.get(key) ?? emptyBucket();
      buckets.set(key, bucket);
      return bucket;
    }));
  };

  // After a clock was set back, entries lie in the future. "Today" therefore includes everything
  // since midnight, so that they still count against a cap.
  const since = (buckets: Map<string, Bucket>, from: string): Bucket[] =>
    [...buckets].filter(([key]) => key >= from).map(([, bucket]) => bucket);
  const at = (buckets: Map<string, Bucket>, keys: readonly string[]): Bucket[] =>
    keys.flatMap((key) => buckets.get(key) ?? []);
  const period = (buckets: readonly Bucket[]): Period => periodOf(buckets, counted);

  return {
    add: (share, brief) => {
      const buckets = bucketsOf(brief);
      for (const bucket of buckets) addShare(bucket, share, 1);
      counted.add(share.purchase, buckets);
      return buckets;
    },
    take: (share, buckets) => {
      for (const bucket of buckets) addShare(bucket, share, -1);
      counted.take(share.purchase, buckets);
    },
    sums: (simulated, { now, sessions }) => {
      const today = localDate(now);
      return {
        session: period(at(scope(simulated, 'session'), sessions)),
        today: period(since(scope(simulated, 'day'), today)),
        month: period(since(scope(simulated, 'month'), today.slice(0, 7))),
        all: period(at(scope(simulated, 'all'), [''])),
        byModel: [...scope(simulated, 'model')]
          .filter(([, { purchases }]) => purchases)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, bucket]) => {
            const [provider = '', ...model] = key.split('\n');
            return { provider, model: model.join('\n'), ...period([bucket]) };
          }),
      };
    },
  };
}

/**
 * Returns a function that gives a time's date. It caches the last day, because computing a date is
 * slow and consecutive entries are mostly from the same day.
 */
function calendar(): (at: number) => string {
  let [begins, ends, day] = [NaN, NaN, ''];
  return (at) => {
    if (at >= begins && at < ends) return day;
    const date = new Date(at);
    begins = date.setHours(0, 0, 0, 0);
    ends = date.setDate(date.getDate() + 1);
    day = localDate(at);
    return day;
  };
}
