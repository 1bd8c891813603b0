import { dayAround, localDate } from './local-date.js';
import type { Period, Sums } from './entry.js';
import type { Brief } from './merge-events.js';
import { createPurchaseCount } from './purchase-count.js';
import type { Stretch } from './segment-summary.js';
import { addShare, emptyBucket, periodOf, type Bucket, type Share } from './sums.js';

/** What the sums refer to: the time that "today" means, and the ids of the current session. */
export interface Window {
  readonly now: number;
  readonly sessions: readonly string[];
}

/** Running sums by session, day, month and model. Simulated money is kept apart. */
export interface Totals {
  /** Adds an entry's share. Returns its buckets, to be passed to `take` when it is removed. */
  add(share: Share, brief: Brief): readonly Bucket[];
  take(share: Share, buckets: readonly Bucket[]): void;
  /**
   * Adds stretches of a segment (`by` 1) or removes them (-1). No other entry may be of one of
   * their purchases.
   */
  addStretches(stretches: readonly Stretch[], by: 1 | -1): void;
  sums(simulated: boolean, window: Window): Sums;
}

export function createTotals(): Totals {
  const totals = new RunningTotals();
  return {
    add: (share, brief) => totals.add(share, brief),
    take: (share, buckets) => totals.take(share, buckets),
    addStretches: (stretches, by) => totals.addStretches(stretches, by),
    sums: (simulated, window) => totals.sums(simulated, window),
  };
}

type Place = Stretch['brief'];

class RunningTotals implements Totals {
  /**
   * By scope (all, session, day, month or model, prefixed `s` or `r` for simulated or real), then
   * by key.
   */
  readonly #scopes = new Map<string, Map<string, Bucket>>();
  readonly #counted = createPurchaseCount<Bucket>();
  readonly #dayAt = calendar();
  #latest: Place | undefined;
  #latestDay = '';
  #latestBuckets: readonly Bucket[] = [];

  add(share: Share, brief: Brief): readonly Bucket[] {
    const buckets = this.#bucketsOf(brief);
    for (const bucket of buckets) addShare(bucket, share, 1);
    this.#counted.add(share.purchase, buckets);
    return buckets;
  }

  take(share: Share, buckets: readonly Bucket[]): void {
    for (const bucket of buckets) addShare(bucket, share, -1);
    this.#counted.take(share.purchase, buckets);
  }

  addStretches(stretches: readonly Stretch[], by: 1 | -1): void {
    for (const { brief, share, entries, purchases } of stretches) {
      for (const bucket of this.#bucketsOf(brief)) {
        addShare(bucket, share, by * entries);
        bucket.purchases += by * purchases;
      }
    }
  }

  sums(simulated: boolean, { now, sessions }: Window): Sums {
    const today = localDate(now);
    return {
      session: this.#period(bucketsAt(this.#scope(simulated, 'session'), sessions)),
      today: this.#period(bucketsSince(this.#scope(simulated, 'day'), today)),
      month: this.#period(bucketsSince(this.#scope(simulated, 'month'), today.slice(0, 7))),
      all: this.#period(bucketsAt(this.#scope(simulated, 'all'), [''])),
      byModel: this.#byModel(simulated),
    };
  }

  #byModel(simulated: boolean): Sums['byModel'] {
    return [...this.#scope(simulated, 'model')]
      .filter(([, { purchases }]) => purchases)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, bucket]) => {
        const [provider = '', ...model] = key.split('\n');
        return { provider, model: model.join('\n'), ...this.#period([bucket]) };
      });
  }

  #period(buckets: readonly Bucket[]): Period {
    return periodOf(buckets, this.#counted);
  }

  #bucketsOf(brief: Place): readonly Bucket[] {
    const day = this.#dayAt(brief.at);
    // Consecutive entries mostly belong to the same buckets.
    if (this.#isLikeLatest(brief, day)) return this.#latestBuckets;
    this.#latest = brief;
    this.#latestDay = day;
    this.#latestBuckets = [
      this.#bucket(brief, 'all', ''),
      this.#bucket(brief, 'session', brief.session),
      this.#bucket(brief, 'day', day),
      this.#bucket(brief, 'month', day.slice(0, 7)),
      this.#bucket(brief, 'model', `${brief.provider}\n${brief.model}`),
    ];
    return this.#latestBuckets;
  }

  #isLikeLatest({ simulated, session, provider, model }: Place, day: string): boolean {
    return (
      day === this.#latestDay &&
      this.#latest?.simulated === simulated &&
      this.#latest.session === session &&
      this.#latest.model === model &&
      this.#latest.provider === provider
    );
  }

  #bucket({ simulated }: Place, name: string, key: string): Bucket {
    const buckets = this.#scope(simulated, name);
    const bucket = buckets.get(key) ?? emptyBucket();
    buckets.set(key, bucket);
    return bucket;
  }

  #scope(simulated: boolean, name: string): Map<string, Bucket> {
    const full = (simulated ? 's' : 'r') + name;
    const found = this.#scopes.get(full) ?? new Map<string, Bucket>();
    this.#scopes.set(full, found);
    return found;
  }
}

/**
 * After a clock was set back, entries lie in the future. "Today" therefore includes everything
 * since midnight, so that they still count against a cap.
 */
function bucketsSince(buckets: Map<string, Bucket>, from: string): Bucket[] {
  return [...buckets].filter(([key]) => key >= from).map(([, bucket]) => bucket);
}

function bucketsAt(buckets: Map<string, Bucket>, keys: readonly string[]): Bucket[] {
  return keys.flatMap((key) => buckets.get(key) ?? []);
}

/**
 * Returns a function that gives a time's date. It caches the last day, because computing a date is
 * slow and consecutive entries are mostly from the same day.
 */
function calendar(): (at: number) => string {
  let [begins, ends, day] = [NaN, NaN, ''];
  return (at) => {
    if (at >= begins && at < ends) return day;
    [begins, ends] = dayAround(at);
    day = localDate(at);
    return day;
  };
}
