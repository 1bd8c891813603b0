import { dayOf } from './day.js';
import type { Entry, Sums } from './entry.js';
import { briefOf, entryOf, merge, type Brief, type Held } from './lattice.js';
import type { LineEvent } from './line.js';
import { addShare, emptyBucket, periodOf, shareOf, type Bucket, type Share } from './sums.js';

interface Row {
  readonly held: Held;
  brief?: Brief | undefined;
  /** Worked out when somebody asks. */
  entry?: Entry | undefined;
  hidden?: boolean;
  share?: Share | undefined;
  buckets?: readonly Bucket[];
}

/** What the sums are asked for: the marks of the running visit, and the moment "today" means. */
export interface Window {
  readonly now: number;
  readonly sessions: readonly string[];
}

/** The lines and their sums, kept up to date event by event. */
export interface Fold {
  /** Adds events in any order, any number of times; true when something changed. */
  add(events: Iterable<LineEvent>): boolean;
  /** Hides what was decided up to this event id (`''`: nothing). */
  hide(until: string): void;
  entry(id: string): Entry | undefined;
  held(id: string): Held | undefined;
  /** Lines that a reset hides. */
  hidden(): readonly Entry[];
  /** All lines, oldest first. */
  entries(): readonly Entry[];
  /** Lines whose purchase is still under way: intents and accepted jobs. */
  open(): readonly Entry[];
  sums(simulated: boolean, window: Window): Sums;
}

export const createFold = (): Fold => {
  const rows = new Map<string, Row>();
  const open = new Set<string>();
  // By scope (all, session, day, month, model; simulated apart), then by key.
  const scopes = new Map<string, Map<string, Bucket>>();
  let until = '';
  let sorted: readonly Entry[] | undefined;
  let noon = NaN;
  let day = '';

  // Neighbouring lines are mostly of one day; working out a date is slow.
  const dayAt = (at: number): string => {
    const date = new Date(at).setHours(12, 0, 0, 0);
    if (date !== noon) [noon, day] = [date, dayOf(at)];
    return day;
  };

  const scope = (simulated: boolean, name: string): Map<string, Bucket> => {
    const full = (simulated ? 's' : 'r') + name;
    const found = scopes.get(full) ?? new Map<string, Bucket>();
    scopes.set(full, found);
    return found;
  };

  let before: Brief | undefined;
  let beforeBuckets: readonly Bucket[] = [];

  const bucketsOf = (brief: Brief): readonly Bucket[] => {
    const { simulated, session, at, provider, model } = brief;
    const last = day;
    const date = dayAt(at);
    // Neighbours mostly stand in the same ones.
    if (date === last && before?.simulated === simulated && before.session === session && before.model === model && before.provider === provider) return beforeBuckets;
    before = brief;
    return beforeBuckets = ([['all', ''], ['session', session], ['day', date], ['month', date.slice(0, 7)], ['model', `${provider}\n${model}`]] as const)
      .map(([name, key]) => {
        const buckets = scope(simulated, name);
        const bucket = buckets.get(key) ?? emptyBucket();
        buckets.set(key, bucket);
        return bucket;
      });
  };

  const whole = (id: string, row: Row | undefined): Entry | undefined => row && (row.entry ??= entryOf(id, row.held));
  const shown = (id: string, row = rows.get(id)): Entry | undefined => (row?.hidden ? undefined : whole(id, row));

  const refresh = (id: string, row: Row): void => {
    if (row.share) for (const bucket of row.buckets ?? []) addShare(bucket, row.share, -1);
    row.entry = undefined;
    row.brief = briefOf(id, row.held);
    row.hidden = row.held.decided !== undefined && row.held.decided <= until;
    row.share = row.brief && !row.hidden ? shareOf(row.brief) : undefined;
    if (row.brief?.standing === 'intent' || row.brief?.standing === 'accepted') open.add(id);
    else open.delete(id);
    if (!row.brief || !row.share) return;
    row.buckets = bucketsOf(row.brief);
    for (const bucket of row.buckets) addShare(bucket, row.share, 1);
  };

  // A clock that was set back leaves lines in the future: "today" is everything since midnight, so that they still count against a cap.
  const since = (buckets: Map<string, Bucket>, from: string): Bucket[] => [...buckets].filter(([key]) => key >= from).map(([, bucket]) => bucket);
  const at = (buckets: Map<string, Bucket>, keys: readonly string[]): Bucket[] => keys.flatMap((key) => buckets.get(key) ?? []);

  return {
    add: (events) => {
      const changed = new Map<string, Row>();
      for (const event of events) {
        const row = rows.get(event.id) ?? { held: {} };
        rows.set(event.id, row);
        if (merge(row.held, event)) changed.set(event.id, row);
      }
      for (const [id, row] of changed) refresh(id, row);
      if (changed.size) sorted = undefined;
      return changed.size > 0;
    },
    hide: (event) => {
      if (event === until) return;
      until = event;
      sorted = undefined;
      for (const [id, row] of rows) if (row.held.decided) refresh(id, row);
    },
    entry: (id) => shown(id),
    held: (id) => rows.get(id)?.held,
    hidden: () => [...rows].flatMap(([id, row]) => (row.hidden && whole(id, row)) || []),
    entries: () => (sorted ??= [...rows].flatMap(([id, row]) => shown(id, row) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1))),
    open: () => [...open].flatMap((id) => shown(id) ?? []),
    sums: (simulated, { now, sessions }) => {
      const today = dayOf(now);
      return {
        session: periodOf(at(scope(simulated, 'session'), sessions)),
        today: periodOf(since(scope(simulated, 'day'), today)),
        month: periodOf(since(scope(simulated, 'month'), today.slice(0, 7))),
        all: periodOf(at(scope(simulated, 'all'), [''])),
        byModel: [...scope(simulated, 'model')].filter(([, { purchases }]) => purchases.size).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, bucket]) => {
          const [provider = '', ...model] = key.split('\n');
          return { provider, model: model.join('\n'), ...periodOf([bucket]) };
        }),
      };
    },
  };
};
