import { idTime } from '../base/id.js';
import { capsOf } from './budget.js';
import { createEntryProjection, type EntryProjection } from './entry-projection.js';
import type { Caps } from './journal-port.js';
import { decodeEvent, isId, type Line, type LineEvent } from './line.js';
import { readSegment, type Segment } from './segment-decode.js';
import { CoveredEvents } from './covered-events.js';
import { Resets } from './resets.js';
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
   * them (`isTold`).
   */
  absorb(lines: Iterable<Line>, options?: { readonly isTold?: boolean }): boolean;
  /** Drops raw lines whose events are in a segment. */
  drop(names: Iterable<string>): void;
  /** True for a single-event line whose event is already in a segment. */
  isCovered(name: string): boolean;
  unreadable(): number;
  /** Lines that can't be read, by name, as they are stored. */
  readonly damaged: ReadonlyMap<string, string>;
  caps(): Caps;
  /** Id of the reset in force, or `''`. */
  reset(): string;
  /** Names of the resets and their undos that came before the reset in force. */
  outdatedResets(): readonly string[];
  /** The highest time of any id seen, epoch milliseconds. */
  latest(): number;
  /** Characters of all raw lines. */
  size(): number;
  /** Characters of the raw lines of single events. */
  looseSize(): number;
}

export function createJournalState(): JournalState {
  const state = new StateInMemory();
  return {
    fold: state.fold,
    visits: state.visits,
    lines: state.lines,
    absorb: (lines, options) => state.absorb(lines, options),
    drop: (names) => state.drop(names),
    isCovered: (name) => state.segments.covers(name),
    unreadable: () => state.damaged.size,
    damaged: state.damaged,
    caps: () => state.caps,
    reset: () => state.resets.inForce,
    outdatedResets: () => state.resets.outdated(),
    latest: () => idTime(state.latest) || 0,
    size: () => state.size,
    looseSize: () => state.looseSize,
  };
}

class StateInMemory {
  readonly fold = createEntryProjection();
  readonly visits = createSessions();
  readonly lines = new Map<string, string>();
  readonly damaged = new Map<string, string>();
  readonly segments = new CoveredEvents();
  readonly resets = new Resets();
  caps: Caps = {};
  latest = '';
  size = 0;
  looseSize = 0;
  #capsId = '';

  absorb(given: Iterable<Line>, { isTold = false } = {}): boolean {
    const events: LineEvent[] = [];
    const segments: Segment[] = [];
    const before = this.#count();
    for (const line of given) {
      const [name, value] = line;
      if (this.lines.has(name)) continue;
      if (this.#read(line, events, segments)) this.#hold(line);
      else if (!isTold) this.damaged.set(name, value);
    }
    for (const { id } of events) this.#notice(id);
    this.fold.hide(this.resets.inForce);
    const changed = [this.fold.addSegments(segments), this.fold.add(events)].includes(true);
    return changed || before !== this.#count();
  }

  drop(names: Iterable<string>): void {
    for (const name of names) {
      const value = this.lines.get(name);
      if (value !== undefined) this.#weigh(name, -name.length - value.length);
      this.lines.delete(name);
    }
  }

  #count(): number {
    return this.damaged.size + this.lines.size;
  }

  #hold([name, value]: Line): void {
    this.lines.set(name, value);
    this.damaged.delete(name);
    this.#weigh(name, name.length + value.length);
    this.#notice(idIn(name));
  }

  #weigh(name: string, size: number): void {
    this.size += size;
    if (name.startsWith('e:')) this.looseSize += size;
  }

  /** Ids sort by time. Text that only looks like an id is ignored. */
  #notice(id: string): void {
    if (id > this.latest && isId(id)) this.latest = id;
  }

  #read(line: Line, events: LineEvent[], segments: Segment[]): boolean {
    switch (line[0][0]) {
      case 'e':
        return this.#readEvent(line, events);
      case 'g':
      case 'a':
        return this.#readSegment(line, segments);
      case 'v':
        return this.visits.add(line);
      case 'n':
        return this.#readCaps(line);
      case 'x':
        return this.resets.add(line);
      default:
        return false;
    }
  }

  #readEvent(line: Line, events: LineEvent[]): boolean {
    const event = decodeEvent(line);
    if (!event) return false;
    events.push(event);
    return true;
  }

  #readSegment(line: Line, segments: Segment[]): boolean {
    const found = readSegment(line);
    if (!found) return false;
    this.segments.add(found);
    segments.push(found);
    return true;
  }

  #readCaps(line: Line): boolean {
    const found = capsOf(line);
    if (!found) return false;
    const [name] = line;
    if (name > this.#capsId) {
      this.caps = found;
      this.#capsId = name;
    }
    return true;
  }
}

/** The id at the end of a line's name. */
function idIn(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}
