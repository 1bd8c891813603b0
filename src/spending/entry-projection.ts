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
  const projection = new Projection();
  return {
    add: (events) => projection.add(events),
    addPacked: (rows) => projection.addPacked(rows),
    hide: (until) => projection.hide(until),
    entry: (id) => projection.entry(id),
    held: (id) => projection.held(id),
    hidden: () => projection.hidden(),
    entries: (since) => projection.entries(since),
    briefs: () => projection.briefs(),
    times: (provider, model) => projection.times(provider, model),
    open: () => projection.open(),
    sums: projection.totals.sums,
  };
}

class Projection {
  readonly totals = createTotals();
  readonly #rows = new Map<string, Row>();
  readonly #open = new Set<string>();
  #until = '';
  #sorted: readonly Entry[] | undefined;

  add(events: Iterable<LineEvent>): boolean {
    const changed = new Map<string, Row>();
    for (const event of events) {
      const row: Row = this.#rows.get(event.id) ?? {};
      this.#rows.set(event.id, row);
      if (merge(heldOf(row), event)) changed.set(event.id, row);
    }
    for (const [id, row] of changed) this.#refresh(id, row);
    if (changed.size) this.#sorted = undefined;
    return changed.size > 0;
  }

  addPacked(given: readonly PackedRow[]): boolean {
    const events: LineEvent[] = [];
    const before = this.#rows.size;
    for (const packed of given) {
      if (!packed.plain || this.#rows.has(packed.id)) events.push(...eventsOf(packed));
      else {
        const row: Row = { packed };
        this.#rows.set(packed.id, row);
        this.#refresh(packed.id, row);
      }
    }
    if (this.#rows.size > before) this.#sorted = undefined;
    return this.add(events) || this.#rows.size > before;
  }

  hide(until: string): void {
    if (until === this.#until) return;
    this.#until = until;
    this.#sorted = undefined;
    for (const [id, row] of this.#rows) this.#refresh(id, row);
  }

  entry(id: string): Entry | undefined {
    const row = this.#rows.get(id);
    return row?.hidden ? undefined : whole(id, row);
  }

  held(id: string): MergedEvents | undefined {
    const row = this.#rows.get(id);
    return row && heldOf(row);
  }

  hidden(): readonly Entry[] {
    return [...this.#rows].flatMap(([id, row]) => (row.hidden && whole(id, row)) || []);
  }

  entries(since?: number): readonly Entry[] {
    return since === undefined
      ? (this.#sorted ??= this.#all(() => true))
      : this.#all(({ standing, at }) => at >= since || isOpen(standing));
  }

  *briefs(): Generator<readonly [string, Brief]> {
    for (const [id, { brief, hidden }] of this.#rows) if (brief && !hidden) yield [id, brief];
  }

  times(provider: string, model: string): readonly number[] {
    return [...this.briefs()]
      .filter(
        ([, brief]) => brief.pictures > 0 && brief.provider === provider && brief.model === model,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([id]) => {
        const { held, packed } = this.#rows.get(id) ?? {};
        const took = held ? held.settled?.data['took'] : packed && tookOf(packed);
        return took ? parseInt(took, 36) : [];
      });
  }

  open(): readonly Entry[] {
    return [...this.#open].flatMap((id) => this.entry(id) ?? []);
  }

  #all(isWanted: (brief: Brief) => boolean): Entry[] {
    return [...this.briefs()]
      .filter(([, brief]) => isWanted(brief))
      .flatMap(([id]) => this.entry(id) ?? [])
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #refresh(id: string, row: Row): void {
    if (row.share) this.totals.take(row.share, row.buckets ?? []);
    row.entry = undefined;
    const { held, packed } = row;
    const brief = (row.brief = held ? briefOf(id, held) : packed);
    const decided = held ? held.decided : packed?.source.segment;
    row.hidden = decided !== undefined && decided <= this.#until;
    row.share = brief && !row.hidden ? shareOf(brief) : undefined;
    if (brief && isOpen(brief.standing)) this.#open.add(id);
    else this.#open.delete(id);
    if (brief && row.share) row.buckets = this.totals.add(row.share, brief);
  }
}

function whole(id: string, row: Row | undefined): Entry | undefined {
  return row && (row.entry ??= entryOf(id, heldOf(row)));
}

function heldOf(row: Row): MergedEvents {
  if (!row.held) {
    row.held = {};
    for (const event of row.packed ? eventsOf(row.packed) : []) merge(row.held, event);
  }
  return row.held;
}

function isOpen(standing: Standing): boolean {
  return standing === 'intent' || standing === 'accepted';
}
