import { dayMs } from '../base/clock.js';
import type { JournalState } from './journal-state.js';
import { localMonth } from './local-date.js';
import { outdatedLines } from './outdated-lines.js';
import type { Finished } from './segment-encode.js';
import { readPacked } from './segment-decode.js';

export interface Pressure {
  /** Entries bought longer ago than this may be compacted, milliseconds. */
  readonly age: number;
  /** Also compact closed months into one line each. */
  readonly months: boolean;
}

export interface CompactionPlan {
  /** Finished entries to write into segments. */
  readonly rows: readonly Finished[];
  /** Finished entries of closed months, by month (`2026-10`). */
  readonly months: ReadonlyMap<string, readonly Finished[]>;
  /**
   * Names of the lines to delete once those are written: replaced by them, hidden by a reset more
   * than a day old, or outdated.
   */
  readonly obsolete: readonly string[];
}

/** How long a provider may still serve a picture: one hour, plus one hour of margin. */
const FETCHABLE = 7_200_000;
/** A segment with fewer entries than this is merged with others. */
const SMALL = 250;

/**
 * Decides what to compact. Pure; the clock is an argument. Entries that are open, in doubt, or
 * hidden by a reset that can still be undone are left alone.
 */
export function planCompaction(
  journalState: JournalState,
  { age, months: foldMonths }: Pressure,
  now: number,
): CompactionPlan {
  const isFinished = (id: string): boolean => now - boughtAt(journalState, id) > age;
  const gone = goneOf(journalState, now);
  const isClosed = (id: string): boolean => {
    const at = boughtAt(journalState, id);
    return foldMonths && now - at > dayMs && localMonth(at) < localMonth(now);
  };
  const { loose, segments } = storedLines(journalState, foldMonths);
  const isMovable = (id: string): boolean => isFinished(id) || gone.has(id);
  const isOutdated = (id: string): boolean => loose.has(id) || gone.has(id);
  const isForMerging = (name: string, ids: readonly string[]): boolean =>
    name.startsWith('g:') && (ids.length < SMALL || ids.some(isClosed));
  const rewritten = [...segments].filter(
    ([name, ids]) => ids.every(isMovable) && (ids.some(isOutdated) || isForMerging(name, ids)),
  );
  const wanted = new Set(
    [...loose.keys(), ...rewritten.flatMap(([, ids]) => ids)].filter(isFinished),
  );
  // Entries from a month's line go into a month's line again: their sizes and times are already
  // lost.
  const brief = new Set(
    rewritten.filter(([name]) => name.startsWith('a:')).flatMap(([, ids]) => ids),
  );
  const isBrief = (id: string): boolean => isClosed(id) || brief.has(id);
  const { rows, months } = parted(journalState, wanted, isBrief, now);
  const nothing =
    ![...wanted].some((id) => loose.has(id)) && !months.size && !gone.size && rewritten.length < 2;
  const outdated = outdatedLines(journalState, now);
  if (nothing) return { rows: [], months: new Map(), obsolete: outdated };
  const replaced = [...loose].filter(([id]) => wanted.has(id) || gone.has(id));
  const obsolete = [
    ...replaced.flatMap(([, names]) => names),
    ...rewritten.map(([name]) => name),
    ...outdated,
  ];
  return { rows, months, obsolete };
}

/** When a finished entry was bought; `Infinity` for one that is not finished. */
function boughtAt({ fold }: JournalState, id: string): number {
  const brief = fold.brief(id);
  return brief?.standing === 'settled' || brief?.standing === 'refused' ? brief.at : Infinity;
}

/** Entries hidden by a reset that can't be undone any more. */
function goneOf(journalState: JournalState, now: number): ReadonlySet<string> {
  return new Set(
    ageOf(journalState.reset(), now) > dayMs ? journalState.fold.hidden().map(({ id }) => id) : [],
  );
}

/**
 * Names of the event lines, by entry, and the ids in each segment that may be rewritten, by its
 * name.
 */
interface StoredLines {
  readonly loose: ReadonlyMap<string, readonly string[]>;
  readonly segments: ReadonlyMap<string, readonly string[]>;
}

function storedLines(journalState: JournalState, foldMonths: boolean): StoredLines {
  const loose = new Map<string, string[]>();
  const segments = new Map<string, readonly string[]>();
  for (const line of journalState.lines) {
    const [name] = line;
    if (name.startsWith('e:')) pushTo(loose, name.slice(2, name.indexOf(':', 2)), name);
    else if (/^[ga]:/.test(name) && !mayStay(journalState, name, foldMonths))
      segments.set(
        name,
        (readPacked(line) ?? []).map(({ id }) => id),
      );
  }
  return { loose, segments };
}

/** True for a segment that needs no rewriting: found out without decoding its rows. */
function mayStay({ fold }: JournalState, name: string, foldMonths: boolean): boolean {
  const summary = fold.untouched(name.slice(name.lastIndexOf(':') + 1));
  if (!summary) return false;
  return name.startsWith('a:') || (!foldMonths && summary.times.length >= SMALL);
}

/** The wanted entries, by where they go: a segment or their month's line. */
function parted(
  journalState: JournalState,
  wanted: ReadonlySet<string>,
  isBrief: (id: string) => boolean,
  now: number,
): Pick<CompactionPlan, 'rows' | 'months'> {
  const rows: Finished[] = [];
  const months = new Map<string, Finished[]>();
  for (const id of [...wanted].sort()) {
    const [entry, held] = [journalState.fold.entry(id), journalState.fold.held(id)];
    if (!entry || !held) continue;
    const row = { entry, held, recent: now - entry.at < FETCHABLE };
    if (isBrief(id)) pushTo(months, localMonth(entry.at), row);
    else rows.push(row);
  }
  return { rows, months };
}

function ageOf(id: string, now: number): number {
  return now - parseInt(id.slice(0, 9), 36);
}

function pushTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
