import { idTime } from '../base/id.js';
import type { Entry, Standing, Sums } from './entry.js';
import { briefOf, entryOf, merge, type Brief, type MergedEvents } from './merge-events.js';
import type { LineEvent } from './line.js';
import { ClosedSegments, isAmong, type ClosedSegment } from './closed-segments.js';
import { eventsOf, tookOf, type PackedRow, type Segment } from './segment-decode.js';
import type { SegmentSummary } from './segment-summary.js';
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

/**
 * Segments that stay closed at most. Each is compared with what is added later, which pays off for
 * those of hundreds of entries only.
 */
const MOST_CLOSED = 100;

/** All entries and their sums, updated event by event. */
export interface EntryProjection {
  /** Merges events. Order and repetition do not matter. True when something changed. */
  add(events: Iterable<LineEvent>): boolean;
  /** Same as `add`, for the rows of segments. */
  addSegments(segments: readonly Segment[]): boolean;
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
  /** The summary of a visible entry, without decoding the full one. */
  brief(id: string): Brief | undefined;
  /**
   * The segment's summary while nothing else is known of any of its entries, all of them visible.
   */
  untouched(segment: string): SegmentSummary | undefined;
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
    addSegments: (segments) => projection.addSegments(segments),
    hide: (until) => projection.hide(until),
    entry: (id) => projection.entry(id),
    held: (id) => projection.held(id),
    hidden: () => projection.hidden(),
    entries: (since) => projection.entries(since),
    brief: (id) => projection.brief(id),
    untouched: (segment) => projection.untouched(segment),
    times: (provider, model) => projection.times(provider, model),
    open: () => projection.open(),
    sums: projection.totals.sums,
  };
}

/**
 * A segment is closed while nobody asks for its rows: its summary is in the sums, and its entries
 * are not in `#rows`. It is opened, for good, before anything is added that may be about one of its
 * entries or purchases. So nothing is counted twice, in whatever order lines are read.
 */
class Projection {
  readonly totals = createTotals();
  readonly #rows = new Map<string, Row>();
  readonly #closed = new ClosedSegments();
  readonly #open = new Set<string>();
  #until = '';
  #sorted: readonly Entry[] | undefined;

  add(events: Iterable<LineEvent>): boolean {
    const changed = new Map<string, Row>();
    for (const event of events) {
      this.#openFor(event.id);
      const row: Row = this.#rows.get(event.id) ?? {};
      this.#rows.set(event.id, row);
      if (merge(heldOf(row), event)) changed.set(event.id, row);
    }
    for (const [id, row] of changed) this.#refresh(id, row);
    if (changed.size) this.#sorted = undefined;
    return changed.size > 0;
  }

  addSegments(given: readonly Segment[]): boolean {
    let isChanged = false;
    // First those that can be closed, while there are few rows to compare them with.
    for (const segment of [...given].sort((a, b) => Number(!a.summary) - Number(!b.summary)))
      isChanged = this.#close(segment) || this.#addRows(segment.rows()) || isChanged;
    return isChanged;
  }

  hide(until: string): void {
    if (until === this.#until) return;
    this.#until = until;
    this.#sorted = undefined;
    for (const [id, row] of this.#rows) this.#refresh(id, row);
    for (const closed of this.#closed.all()) {
      const isHidden = closed.segment.id <= until;
      if (isHidden !== closed.hidden)
        this.totals.addStretches(closed.summary.stretches, isHidden ? -1 : 1);
      closed.hidden = isHidden;
    }
  }

  entry(id: string): Entry | undefined {
    this.#openFor(id);
    const row = this.#rows.get(id);
    return row?.hidden ? undefined : whole(id, row);
  }

  held(id: string): MergedEvents | undefined {
    this.#openFor(id);
    const row = this.#rows.get(id);
    return row && heldOf(row);
  }

  hidden(): readonly Entry[] {
    this.#openWhere(({ hidden }) => hidden);
    return [...this.#rows].flatMap(([id, row]) => (row.hidden && whole(id, row)) || []);
  }

  entries(since?: number): readonly Entry[] {
    this.#openWhere(({ summary }) => since === undefined || summary.latest >= since);
    if (since !== undefined)
      return this.#all(({ standing, at }) => at >= since || isOpen(standing));
    this.#sorted ??= this.#all(() => true);
    return this.#sorted;
  }

  brief(id: string): Brief | undefined {
    this.#openFor(id);
    const row = this.#rows.get(id);
    return row?.hidden ? undefined : row?.brief;
  }

  untouched(segment: string): SegmentSummary | undefined {
    const closed = this.#closed.all().find(({ segment: { id } }) => id === segment);
    return closed?.hidden ? undefined : closed?.summary;
  }

  *#opened(): Generator<readonly [string, Brief]> {
    for (const [id, { brief, hidden }] of this.#rows) if (brief && !hidden) yield [id, brief];
  }

  times(provider: string, model: string): readonly number[] {
    this.#openWhere(() => true);
    return [...this.#opened()]
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
    return [...this.#opened()]
      .filter(([, brief]) => isWanted(brief))
      .flatMap(([id]) => this.entry(id) ?? [])
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Adds only the summary of a segment. False where that could count something twice. */
  #close(segment: Segment): boolean {
    const { summary } = segment;
    if (!summary?.times.length || this.#closed.size >= MOST_CLOSED) return false;
    for (const [id, { brief }] of this.#rows)
      if (isAmong(summary.times, idTime(id)) || isOf(summary.purchases, brief)) return false;
    if (this.#closed.overlap(summary)) return false;
    const closed = { segment, summary, hidden: segment.id <= this.#until };
    this.#closed.add(closed);
    if (!closed.hidden) this.totals.addStretches(summary.stretches, 1);
    this.#sorted = undefined;
    return true;
  }

  #openSegment(closed: ClosedSegment): void {
    this.#closed.delete(closed);
    if (!closed.hidden) this.totals.addStretches(closed.summary.stretches, -1);
    this.#addRows(closed.segment.rows());
  }

  #openFor(id: string): void {
    const closed = this.#closed.withEntry(id);
    if (closed) this.#openSegment(closed);
  }

  #openWhere(isWanted: (closed: ClosedSegment) => boolean): void {
    for (const closed of this.#closed.all()) if (isWanted(closed)) this.#openSegment(closed);
  }

  #addRows(given: readonly PackedRow[]): boolean {
    const events: LineEvent[] = [];
    const before = this.#rows.size;
    for (const packed of given) {
      this.#openFor(packed.id);
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

  #refresh(id: string, row: Row): void {
    if (row.share) this.totals.take(row.share, row.buckets ?? []);
    row.entry = undefined;
    const { held, packed } = row;
    const brief = held ? briefOf(id, held) : packed;
    row.brief = brief;
    const decided = held ? held.decided : packed?.source.segment;
    row.hidden = decided !== undefined && decided <= this.#until;
    row.share = brief && !row.hidden ? shareOf(brief) : undefined;
    const closed = row.share && this.#closed.withPurchase(row.share.purchase);
    if (closed) this.#openSegment(closed);
    if (brief && isOpen(brief.standing)) this.#open.add(id);
    else this.#open.delete(id);
    if (brief && row.share) row.buckets = this.totals.add(row.share, brief);
  }
}

function isOf(purchases: readonly number[], brief: Brief | undefined): boolean {
  return brief !== undefined && isAmong(purchases, idTime(brief.purchase));
}

function whole(id: string, row: Row | undefined): Entry | undefined {
  if (!row) return undefined;
  row.entry ??= entryOf(id, heldOf(row));
  return row.entry;
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
