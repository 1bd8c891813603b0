import { planCompaction, type Pressure } from './compaction-plan.js';
import type { ReplicatedLog } from './replicated-log.js';
import type { Line } from './line.js';
import { encodePacked, type Finished } from './segment-encode.js';
import { eventsOf, readPacked } from './segment-decode.js';

/**
 * Exact sums come from the caller: this part is loaded when needed and brings no arithmetic of its
 * own.
 */
export interface MoneyPort {
  sum(amounts: readonly string[]): string;
}

const ROWS = 500;

/**
 * Folds finished lines into segments, and closed months into one signed-off line each. Resolves the
 * number of lines folded.
 * Nothing is removed before what replaces it was decoded, compared, written and read back. Readers
 * take the union, so a fold that is
 * cut short anywhere, or done by two tabs at once, changes no sum. Damaged lines and those of newer
 * versions are never touched.
 */
export async function compact(
  log: ReplicatedLog,
  money: MoneyPort,
  pressure: Pressure,
): Promise<number> {
  const {
    journalState,
    storageLog,
    ports: { clock, dbLog },
  } = log;
  await log.open();
  log.look();
  const plan = planCompaction(journalState, pressure, clock.now());
  if (!plan.obsolete.length) return 0;

  const made: { line: Line; rows: readonly Finished[] }[] = [];
  for (let at = 0; at < plan.rows.length; at += ROWS) {
    const rows = plan.rows.slice(at, at + ROWS);
    made.push({ line: encodePacked(`g:${log.newId()}`, rows), rows });
  }
  for (const [month, rows] of plan.months) {
    made.push({
      line: encodePacked(
        `a:${month}:${log.newId()}`,
        rows,
        `${rows.length}\n${money.sum(chargesOf(rows))}`,
      ),
      rows,
    });
  }
  if (!made.every(({ line, rows }) => isFaithful(line, rows, money))) return 0;

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
  // A store that was too full for the segments has room now; until here only the mirror held them.
  if (!stored) await storageLog.write([]);
  return made.reduce((total, { rows }) => total + rows.length, 0);
}

function chargesOf(rows: readonly Finished[]): string[] {
  return rows.map(({ held }) => held.settled?.data['charged'] ?? '0');
}

/** True when the packed line gives back every line and every amount that went into it. */
function isFaithful(line: Line, rows: readonly Finished[], money: MoneyPort): boolean {
  const events = (readPacked(line) ?? []).flatMap(eventsOf);
  const settled = events.filter(({ kind }) => kind === 'd');
  const ids = new Set(events.map(({ id }) => id));
  return (
    rows.every(({ entry }) => ids.has(entry.id)) &&
    money.sum(settled.map(({ data }) => data['charged'] ?? '')) === money.sum(chargesOf(rows)) &&
    events.filter(({ kind }) => kind === 'c').length ===
      rows.reduce((total, { held }) => total + (held.corrections?.size ?? 0), 0) &&
    settled.reduce((total, { data }) => total + Number(data['pictures']), 0) ===
      rows.reduce((total, { entry }) => total + entry.pictures, 0)
  );
}
