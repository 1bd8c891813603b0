import { sum, toText, usd } from '../pricing/money.js';
import { planCompaction, type CompactionPlan, type Pressure } from './compaction-plan.js';
import type { ReplicatedLog } from './replicated-log.js';
import type { Line } from './line.js';
import { encodePacked, type Finished } from './segment-encode.js';
import { eventsOf, readPacked } from './segment-decode.js';

const ROWS = 500;

/**
 * Compacts finished entries into segments, and closed months into one line each. Resolves to the
 * number of entries compacted.
 *
 * Nothing is removed until its replacement was decoded, compared and written; in localStorage it is
 * read back, too. Readers
 * merge all lines by union, so a compaction that is interrupted at any point, or run by two tabs at
 * once, changes no sum. Damaged lines and lines of newer versions are never touched.
 */
export async function compact(log: ReplicatedLog, pressure: Pressure): Promise<number> {
  const {
    journalState,
    storageLog,
    ports: { clock, dbLog },
  } = log;
  await log.open();
  log.look();
  const plan = planCompaction(journalState, pressure, clock.now());
  if (!plan.obsolete.length) return 0;

  const made = segmentsOf(plan, () => log.newId());
  if (!made.every(({ line, rows }) => isFaithful(line, rows))) return 0;

  const lines = made.map(({ line }) => line);
  const mirrored = await log.intoMirror(() => lines);
  const stored =
    (await storageLog.write(lines)) &&
    lines.every(([name, value]) => storageLog.note(name) === value);
  if (!stored && !mirrored) {
    storageLog.forget(lines);
    return 0;
  }
  log.tell(lines);
  storageLog.remove(plan.obsolete);
  await dbLog?.remove(plan.obsolete);
  journalState.drop(plan.obsolete);
  // If the store was too full for the segments, only the IndexedDB log has them so far. Now there
  // is room: write the pending lines.
  if (!stored) await storageLog.write([]);
  return made.reduce((total, { rows }) => total + rows.length, 0);
}

/** A new segment, and what went into it. */
interface Made {
  readonly line: Line;
  readonly rows: readonly Finished[];
}

function segmentsOf(plan: CompactionPlan, newId: () => string): Made[] {
  const made: Made[] = [];
  for (let at = 0; at < plan.rows.length; at += ROWS) {
    const rows = plan.rows.slice(at, at + ROWS);
    made.push({ line: encodePacked(`g:${newId()}`, rows), rows });
  }
  for (const [month, rows] of plan.months) {
    const signOff = `${rows.length}\n${sumOf(chargesOf(rows))}`;
    made.push({ line: encodePacked(`a:${month}:${newId()}`, rows, signOff), rows });
  }
  return made;
}

/** The exact sum of amounts, US dollars as decimal text. */
function sumOf(amounts: readonly string[]): string {
  return toText(sum(amounts.map((amount) => usd(amount))));
}

function chargesOf(rows: readonly Finished[]): string[] {
  return rows.map(({ held }) => held.settled?.data['charged'] ?? '0');
}

/**
 * True when the encoded segment decodes to every entry, amount, correction and picture that went
 * in.
 */
function isFaithful(line: Line, rows: readonly Finished[]): boolean {
  const events = (readPacked(line) ?? []).flatMap(eventsOf);
  const settled = events.filter(({ kind }) => kind === 'd');
  const ids = new Set(events.map(({ id }) => id));
  return (
    rows.every(({ entry }) => ids.has(entry.id)) &&
    sumOf(settled.map(({ data }) => data['charged'] ?? '')) === sumOf(chargesOf(rows)) &&
    events.filter(({ kind }) => kind === 'c').length ===
      rows.reduce((total, { held }) => total + (held.corrections?.size ?? 0), 0) &&
    settled.reduce((total, { data }) => total + Number(data['pictures']), 0) ===
      rows.reduce((total, { entry }) => total + entry.pictures, 0)
  );
}
