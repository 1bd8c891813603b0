import type { Entry, Standing, Sums } from './entry.js';
import { briefOf, entryOf, merge, type Brief, type MergedEvents } from './merge-events.js';
import type { LineEvent } from './line.js';
import { eventsOf, tookOf, type PackedRow } from './segment-decode.js';
import { shareOf, type Bucket, type Share } from './sums.js';
import { createTotals, type Window } from './totals.js';

interface Row {
  /** All merged events. Decoded from `packed` only when needed, or when more events arrive. */
  held?: MergedEvents;
  readonly packed?: PackedRow;
  brief?: Brief | undefined;
  /** Computed on first read. */
  entry?: Entry | undefined;
  hidden?: boolean;
  share?: Share | undefined;
  buckets?: readonly Bucket[];
}

/** All entries and their sums, updated event by event. */
export interface EntryProjection {
  /** Merges events. Order and repetition do not matter. True when something changed. */
  add(events: Iterable<LineEvent>): boolean;
  /** Same as `add`, for the rows of a segment. */
  addPacked(rows: readonly PackedRow[]): boolean;
  /** Hides entries decided up to this event id (`''`: hides none). */
  hide(until: string): void;
  entry(id: string): Entry | undefined;
  held(id: string): MergedEvents | undefined;
  /** Entries hidden by a reset. */
  hidden(): readonly Entry[];
  /**
   * All entries, oldest first. With `since` (epoch milliseconds): those bought since then, and all
   * open ones.
   */
  entries(since?: number): readonly Entry[];
  /** The summary of each visible entry, by id, without decoding the full entry. */
  briefs(): Iterable<readonly [id: string, brief: Brief]>;
  /** How long pictures of this model took, milliseconds, oldest first. */
  times(provider: string, model: string): readonly number[];
  /** Entries still open: intents and accepted jobs. */
  open(): readonly Entry[];
  sums(simulated: boolean, window: Window): Sums;
}

export function createEntryProjection(): EntryProjection {
  const rows = new Map<string, Row>();
  const open = new Set<string>();
  const totals = createTotals();
  let until = '';
  let sorted: readonly Entry[] | undefined;

  const heldOf = (row: Row): MergedEvents => {
    if (!row.held) {
      row.held = {};
      for (const event of row.packed ? eventsOf(row.packed) : []) merge(row.held, event);
    }
    return row.held;
  };

  const whole = (id: string, row: Row | undefined): Entry | undefined =>
    row && (row.entry ??= entryOf(id, heldOf(row)));
  const shown = (id: string, row = rows.get(id)): Entry | undefined =>
    row?.hidden ? undefined : whole(id, row);

  const briefs = function* (): Generator<readonly [string, Brief]> {
    for (const [id, { brief, hidden }] of rows) if (brief && !hidden) yield [id, brief];
  };

  const all = (isWanted: (brief: Brief) => boolean = () => true): Entry[] =>
    [...briefs()]
      .filter(([, brief]) => isWanted(brief))
      .flatMap(([id]) => shown(id) ?? [])
      .sort((a, b) => (a.id < b.id ? -1 : 1));

  const refresh = (id: string, row: Row): void => {
    if (row.share) totals.take(row.share, row.buckets ?? []);
    row.entry = undefined;
    const { held, packed } = row;
    const brief = (row.brief = held ? briefOf(id, held) : packed);
    const decided = held ? held.decided : packed?.source.segment;
    row.hidden = decided !== undefined && decided <= until;
    row.share = brief && !row.hidden ? shareOf(brief) : undefined;
    if (brief && isOpen(brief.standing)) open.add(id);
    else open.delete(id);
    if (brief && row.share) row.buckets = totals.add(row.share, brief);
  };

  const add: EntryProjection['add'] = (events) => {
    const changed = new Map<string, Row>();
    for (const event of events) {
      const row: Row = rows.get(event.id) ?? {};
      rows.set(event.id, row);
      if (merge(heldOf(row), event)) changed.set(event.id, row);
    }
    for (const [id, row] of changed) refresh(id, row);
    if (changed.size) sorted = undefined;
    return changed.size > 0;
  };

  return {
    add,
    addPacked: (given) => {
      const events: LineEvent[] = [];
      const before = rows.size;
      for (const packed of given) {
        if (!packed.plain || rows.has(packed.id)) events.push(...eventsOf(packed));
        else {
          const row: Row = { packed };
          rows.set(packed.id, row);
          refresh(packed.id, row);
        }
      }
      if (rows.size > before) sorted = undefined;
      return add(events) || rows.size > before;
    },
    hide: (event) => {
      if (event === until) return;
      until = event;
      sorted = undefined;
      for (const [id, row] of rows) refresh(id, row);
    },
    entry: (id) => shown(id),
    held: (id) => {
      const row = rows.get(id);
      return row && heldOf(row);
    },
    hidden: () => [...rows].flatMap(([id, row]) => (row.hidden && whole(id, row)) || []),
    entries: (from) =>
      from === undefined
        ? (sorted ??= all())
        : all(({ standing, at }) => at >= from || isOpen(standing)),
    briefs,
    times: (provider, model) =>
      [...briefs()]
        .filter(
          ([, brief]) => brief.pictures > 0 && brief.provider === provider && brief.model === model,
        )
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([id]) => {
          const { held, packed } = rows.get(id) ?? {};
          const took = held ? held.settled?.data['took'] : packed && tookOf(packed);
          return took ? parseInt(took, 36) : [];
        }),
    open: () => [...open].flatMap((id) => shown(id) ?? []),
    sums: totals.sums,
  };
}

function isOpen(standing: Standing): boolean {
  return standing === 'intent' || standing === 'accepted';
}
