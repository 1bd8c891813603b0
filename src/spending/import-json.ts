import { dayMs } from '../base/clock.js';
import { fields, list, parseJson } from '../base/json.js';
import { FORMAT } from './export-json.js';
import { isFromFuture, readImported, type ImportedLine } from './imported-line.js';
import type { SpendingJournal } from './journal.js';
import { encodeEvent, type Line } from './line.js';
import { lowersWhatIsHere } from './lowered-charges.js';
import { encodePacked } from './segment-encode.js';

/**
 * Why a file was refused. It then changes nothing, except with `not-kept`: no store took its lines,
 * but they are in memory. `future-line`: an id or a time after the day after tomorrow.
 * `lowered-charge`: a correction of an entry that the file does not hold or that is already here, or
 * an amount that would take an entry below zero or below what is already here.
 */
export type ImportRefusal =
  | 'not-json'
  | 'not-a-journal'
  | 'newer-version'
  | 'damaged-line'
  | 'future-line'
  | 'lowered-charge'
  | 'not-kept';

export type ImportOutcome =
  | {
      readonly kind: 'merged';
      /** Pictures that were not known before. */ readonly added: number;
      readonly known: number;
    }
  | {
      readonly kind: 'refused';
      readonly reason: ImportRefusal;
      /** The first line at fault among the file's `lines`, counted from 1. */
      readonly line?: number;
    };

/**
 * How far ahead the clock of another device may be, milliseconds. Where the clock of this one was
 * set back, its own lines may be later.
 */
const AHEAD = 2 * dayMs;

/**
 * Merges what `exportJson` wrote, in this or another browser. Known lines are not counted again,
 * and entries hidden by a reset here become visible again. A file with any line that is damaged, of
 * the future, or would lower a charge, is refused as a whole: somebody else may have written it.
 */
export async function importJson(journal: SpendingJournal, text: string): Promise<ImportOutcome> {
  const { log } = journal;
  const { journalState } = log;
  await journal.ready;
  // What another tab wrote is here, too.
  log.look();
  await log.intoMirror(() => []);
  const found = contentOf(text, Math.max(log.ports.clock.now(), journalState.latest()) + AHEAD);
  if ('kind' in found) return found;
  const lines = found.map(({ line }) => line);
  const ids = new Set(found.flatMap((line) => line.ids));
  const lowering = lowersWhatIsHere(journalState.fold, found);
  if (lowering !== undefined) return refused('lowered-charge', lowering);
  const known = [...ids].filter((id) => journalState.fold.entry(id)).length;
  const kept = await log.keep(lines.filter(([name]) => !journalState.lines.has(name)));
  if (!kept) return refused('not-kept');
  const back = linesToShow(journal, ids);
  if (back.length) await log.keep(back);
  return { kind: 'merged', added: ids.size - known, known };
}

/** What a file holds, or why it is refused. `latest`: the last time that it may name. */
function contentOf(text: string, latest: number): readonly ImportedLine[] | ImportOutcome {
  const parsed = parseJson(text);
  if (parsed === undefined) return refused('not-json');
  const { format, version, lines: raw } = fields(parsed);
  if (format !== FORMAT || !Array.isArray(raw)) return refused('not-a-journal');
  if (version !== 1) return refused('newer-version');
  const lines: ImportedLine[] = [];
  for (let at = 0; at < raw.length; at += 1) {
    const value: unknown = raw[at];
    const line = asLine(value);
    const found = line && readImported(line, at + 1);
    if (!found) return refused('damaged-line', at + 1);
    if (isFromFuture(found, latest)) return refused('future-line', at + 1);
    lines.push(found);
  }
  return lines;
}

/**
 * Lines that make the entries visible which a reset hides: under new ids they are newer than the
 * reset.
 */
function linesToShow({ log }: SpendingJournal, ids: ReadonlySet<string>): Line[] {
  const { fold } = log.journalState;
  const hidden = fold.hidden().flatMap((entry) => {
    const held = fold.held(entry.id);
    return ids.has(entry.id) && held ? [{ entry, held }] : [];
  });
  const finished = hidden.filter(
    ({ entry: { standing } }) => standing === 'settled' || standing === 'refused',
  );
  const doubts = hidden
    .filter(({ entry: { standing } }) => standing === 'in-doubt')
    .map(({ entry: { id, simulated, code = '', repeated } }) =>
      encodeEvent({
        kind: 'u',
        id,
        event: log.newId(),
        simulated,
        data: { code, repeated: repeated ? '1' : '' },
      }),
    );
  return finished.length ? [encodePacked(`g:${log.newId()}`, finished), ...doubts] : doubts;
}

function refused(reason: ImportRefusal, line?: number): ImportOutcome {
  return {
    kind: 'refused',
    reason,
    ...(line && { line }),
  };
}

function asLine(value: unknown): Line | undefined {
  const [name, text, ...more] = list(value);
  return typeof name === 'string' && typeof text === 'string' && !more.length
    ? [name, text]
    : undefined;
}
