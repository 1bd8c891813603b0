import { compareUsd, usd } from '../pricing/money.js';
import type { EntryProjection } from './entry-projection.js';
import { eventsAbout, type ImportedLine } from './imported-line.js';
import type { LineEvent } from './line.js';
import { chargedIn, correctedIn, merge, type MergedEvents } from './merge-events.js';

/**
 * The place of the first line of a file that would make an entry count for less than it should:
 * a correction of an entry that is here already, or that the file itself does not settle; or amounts
 * by which an entry falls below zero, or below what it counts for here. `undefined` when none does.
 * What is here already may come again.
 */
export function lowersWhatIsHere(
  fold: EntryProjection,
  lines: readonly ImportedLine[],
): number | undefined {
  const suspects = suspectsIn(fold, lines);
  if (!suspects.size) return undefined;
  const file = new Map<string, Imported>();
  for (const line of lines)
    for (const event of eventsAbout(line, (id) => suspects.has(id))) {
      const known = file.get(event.id);
      const imported = known ?? { held: {}, corrections: [], place: line.place };
      if (!known) file.set(event.id, imported);
      merge(imported.held, event);
      if (event.kind === 'c') imported.corrections.push([event, line.place]);
      if (event.kind === 'd') imported.place = line.place;
    }
  return first([...file].flatMap(([id, imported]) => faultOf(fold.held(id), imported) ?? []));
}

/** What a file says about one entry. */
interface Imported {
  readonly held: MergedEvents;
  readonly corrections: (readonly [LineEvent, number])[];
  /** The line to name where its amount is at fault. */
  place: number;
}

/** Entries with a correction in the file, and those that are settled here. */
function suspectsIn(fold: EntryProjection, lines: readonly ImportedLine[]): ReadonlySet<string> {
  const suspects = new Set<string>();
  for (const { event, rows = [] } of lines) {
    if (event?.kind === 'c') suspects.add(event.id);
    if (event?.kind === 'd' && fold.held(event.id)?.settled) suspects.add(event.id);
    for (const { id, plain } of rows) if (!plain || fold.held(id)?.settled) suspects.add(id);
  }
  return suspects;
}

/** The place of the line at fault. `here`: what this browser already holds of the entry. */
function faultOf(here: MergedEvents | undefined, imported: Imported): number | undefined {
  const { held, corrections, place } = imported;
  const [, added] = corrections.find(([event]) => !isKnown(here, event)) ?? [];
  if (added !== undefined && (here || !held.settled || correctedIn(held)?.startsWith('-')))
    return added;
  return here && isLower(together(here, held), here) ? place : undefined;
}

/** True for a correction that is here with the same amount. */
function isKnown(here: MergedEvents | undefined, { event, data }: LineEvent): boolean {
  return here?.corrections?.get(event)?.data['amount'] === data['amount'];
}

function isLower(now: MergedEvents, before: MergedEvents): boolean {
  const [after, was] = [chargedIn(now), chargedIn(before)];
  return was !== undefined && compareUsd(usd(after ?? '0'), usd(was)) < 0;
}

/** What both say, merged into a copy. */
function together(here: MergedEvents, theirs: MergedEvents): MergedEvents {
  const merged: MergedEvents = {
    ...here,
    ...(here.corrections && { corrections: new Map(here.corrections) }),
  };
  if (theirs.settled) merge(merged, theirs.settled);
  return merged;
}

function first(places: readonly number[]): number | undefined {
  return places.length ? Math.min(...places) : undefined;
}
