import { idTime } from '../base/id.js';
import { decodeEvent, encodeEvent, type Line, type LineEvent } from './line.js';
import { eventsOf, readPacked, type PackedRow } from './segment-decode.js';

/** A line of a file to import, read but not yet believed. */
export interface ImportedLine {
  readonly line: Line;
  /** Its place in the file, counted from 1. */
  readonly place: number;
  /** Ids of the entries that it is about. */
  readonly ids: readonly string[];
  /** The one event of a loose line. */
  readonly event?: LineEvent;
  /** The entries of a segment. */
  readonly rows?: readonly PackedRow[];
}

/** Reads a line of a file; `undefined` when it is damaged. */
export function readImported(line: Line, place: number): ImportedLine | undefined {
  const event = decodeEvent(line);
  if (event) return { line: fromElsewhere(line, event), place, ids: [event.id], event };
  const rows = readPacked(line);
  return rows && { line, place, ids: rows.map(({ id }) => id), rows };
}

/** All events that a line holds about these entries. */
export function eventsAbout(
  { event, rows = [] }: ImportedLine,
  isWanted: (id: string) => boolean,
): LineEvent[] {
  return event
    ? isWanted(event.id)
      ? [event]
      : []
    : rows.filter(({ id }) => isWanted(id)).flatMap(eventsOf);
}

/**
 * True when a line names a time after `latest`, epoch milliseconds: in its own name, in the id of an
 * entry, a purchase, a session or a correction, or as the time of purchase. New ids come after all
 * ids that were seen, and a purchase of the future counts as one of today.
 */
export function isFromFuture(
  { line: [name], event, rows = [] }: ImportedLine,
  latest: number,
): boolean {
  const isLate = (id: string | undefined): boolean => idTime(id ?? '') > latest;
  if (name.split(':').some(isLate)) return true;
  if (event) {
    const { at = '', purchase, session } = event.data;
    return parseInt(at, 36) > latest || isLate(purchase) || isLate(session);
  }
  return rows.some(
    (row) =>
      row.at > latest ||
      [row.id, row.purchase, row.session].some(isLate) ||
      (!row.plain && eventsOf(row).some((each) => isLate(each.event))),
  );
}

/**
 * The mark that a request was sent is in the IndexedDB log of the browser that wrote the intent. In
 * any other browser a missing mark proves nothing, so an imported intent must not count as unsent.
 */
function fromElsewhere(line: Line, event: LineEvent): Line {
  return event.kind === 'i' && event.data['waits']
    ? encodeEvent({ ...event, data: { ...event.data, waits: '' } })
    : line;
}
