import { idTime } from '../base/id.js';
import { capsOf } from './budget.js';
import { createEntryProjection, type EntryProjection } from './entry-projection.js';
import type { Caps } from './journal-port.js';
import { decodeEvent, isId, withChecksum, checkedBody, type Line, type LineEvent } from './line.js';
import { eventsOf, readPacked, type PackedRow } from './segment-decode.js';
import { createSessions, type Sessions } from './session.js';

/**
 * The journal in this page's memory: the raw lines and the entries projected from them. Events are
 * only ever added.
 */
export interface JournalState {
  readonly fold: EntryProjection;
  readonly visits: Sessions;
  /** Raw lines by name, to restore what another script cleared. */
  readonly lines: ReadonlyMap<string, string>;
  /**
   * Adds lines; true when something changed. Unreadable lines are counted, unless another tab sent
   * them (`told`).
   */
  absorb(lines: Iterable<Line>, told?: boolean): boolean;
  /** Drops raw lines whose events are in a segment. */
  drop(names: Iterable<string>): void;
  /** True for a single-event line whose event is already in a segment. */
  isCovered(name: string): boolean;
  unreadable(): number;
  caps(): Caps;
  /** Id of the reset in force, or `''`. */
  reset(): string;
  /** The highest time of any id seen, epoch milliseconds. */
  latest(): number;
  /** Characters of all raw lines. */
  size(): number;
}

/**
 * Encodes a reset as a line or, given the reset's id, its undo. A reset deletes nothing; it hides
 * what was decided before it.
 */
export function resetLine(id: string, undone = ''): Line {
  return withChecksum(`x:${id}`, `${undone ? 'undo' : 'reset'}|${undone}|`);
}

export function createJournalState(): JournalState {
  const fold = createEntryProjection();
  const visits = createSessions();
  const lines = new Map<string, string>();
  const unreadable = new Set<string>();
  // The newest segment of each entry, and the corrections included in segments. Filled lazily, by
  // `list`.
  const packed = new Map<string, string>();
  const packedCorrections = new Set<string>();
  const unlisted: (readonly PackedRow[])[] = [];
  const resets = new Map<string, string>();
  let caps: Caps = {};
  let capsId = '';
  let reset = '';
  let latest = '';
  let size = 0;

  // Ids sort by time. Text that only looks like an id is ignored.
  const notice = (id: string): void => {
    if (id > latest && isId(id)) latest = id;
  };

  const readCaps = (line: Line): boolean => {
    const found = capsOf(line);
    if (found && line[0] > capsId) [caps, capsId] = [found, line[0]];
    return !!found;
  };

  const readReset = ([name, value]: Line): boolean => {
    const found = /^(?:reset|undo)\|([0-9a-z-]*)\|$/.exec(checkedBody(name, value) ?? '');
    if (!found) return false;
    resets.set(name.slice(2), found[1] ?? '');
    const undone = new Set(resets.values());
    reset =
      [...resets]
        .filter(([id, undo]) => !undo && !undone.has(id))
        .map(([id]) => id)
        .sort()
        .at(-1) ?? '';
    return true;
  };

  const list = (): void => {
    for (const row of unlisted.splice(0).flat()) {
      const {
        id,
        source: { segment },
      } = row;
      if (segment > (packed.get(id) ?? '')) packed.set(id, segment);
      if (!row.plain)
        for (const { kind, event } of eventsOf(row)) if (kind === 'c') packedCorrections.add(event);
    }
  };

  const read = (line: Line, events: LineEvent[], rows: PackedRow[]): boolean => {
    const [name] = line;
    switch (name[0]) {
      case 'e': {
        const event = decodeEvent(line);
        return event !== undefined && (events.push(event), true);
      }
      case 'g':
      case 'a': {
        const found = readPacked(line);
        if (!found) return false;
        unlisted.push(found);
        for (const row of found) rows.push(row);
        // Rows are sorted by id, so the last is the newest.
        notice(found.at(-1)?.id ?? '');
        return true;
      }
      case 'v':
        return visits.add(line);
      case 'n':
        return readCaps(line);
      case 'x':
        return readReset(line);
      default:
        return false;
    }
  };

  return {
    fold,
    visits,
    lines,
    absorb: (given, told = false) => {
      const events: LineEvent[] = [];
      const rows: PackedRow[] = [];
      const before = unreadable.size + lines.size;
      for (const line of given) {
        const [name, value] = line;
        if (lines.has(name)) continue;
        if (read(line, events, rows)) {
          lines.set(name, value);
          unreadable.delete(name);
          size += name.length + value.length;
          notice(idIn(name));
        } else if (!told) unreadable.add(name);
      }
      for (const { id } of events) notice(id);
      fold.hide(reset);
      const changed = [fold.add(events), fold.addPacked(rows)].includes(true);
      return changed || before !== unreadable.size + lines.size;
    },
    drop: (names) => {
      for (const name of names) {
        size -= name.length + (lines.get(name)?.length ?? -name.length);
        lines.delete(name);
      }
    },
    isCovered: (name) => {
      const [kind, id = '', what, event = id] = name.split(':');
      if (kind !== 'e') return false;
      list();
      const segment = packed.get(id);
      return (
        segment !== undefined && (what === 'c' ? packedCorrections.has(event) : event < segment)
      );
    },
    unreadable: () => unreadable.size,
    caps: () => caps,
    reset: () => reset,
    latest: () => idTime(latest) || 0,
    size: () => size,
  };
}

/** The id at the end of a line's name. */
function idIn(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}
