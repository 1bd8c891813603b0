import { fields, list, parseJson } from '../base/json.js';
import { FORMAT } from './export-json.js';
import type { SpendingJournal } from './journal.js';
import { decodeEvent, encodeEvent, type Line } from './line.js';
import { encodePacked } from './segment-encode.js';
import { readPacked } from './segment-decode.js';

/**
 * Why a file was refused. It then changes nothing, except with `not-kept`: no store took its lines,
 * but they are in memory.
 */
export type ImportRefusal =
  'not-json' | 'not-a-journal' | 'newer-version' | 'damaged-line' | 'not-kept';

export type ImportOutcome =
  | {
      readonly kind: 'merged';
      /** Pictures that were not known before. */ readonly added: number;
      readonly known: number;
    }
  | {
      readonly kind: 'refused';
      readonly reason: ImportRefusal;
      /** Line of the file, counted from 1. */ readonly line?: number;
    };

/**
 * Merges what `exportJson` wrote, in this or another browser. Known lines are not counted again,
 * and entries hidden by a reset here become visible again. A file with any damaged line is refused
 * as a whole.
 */
export async function importJson(journal: SpendingJournal, text: string): Promise<ImportOutcome> {
  const { log } = journal;
  const { journalState } = log;
  await journal.ready;
  const found = contentOf(text);
  if ('kind' in found) return found;
  const { lines, ids } = found;
  const known = [...ids].filter((id) => journalState.fold.entry(id)).length;
  const kept = await log.keep(lines.filter(([name]) => !journalState.lines.has(name)));
  if (!kept) return refused('not-kept');
  const back = linesToShow(journal, ids);
  if (back.length) await log.keep(back);
  return { kind: 'merged', added: ids.size - known, known };
}

interface Content {
  readonly lines: readonly Line[];
  /** Ids of the entries that the lines are about. */
  readonly ids: ReadonlySet<string>;
}

/** What a file holds, or why it is refused. */
function contentOf(text: string): Content | ImportOutcome {
  const parsed = parseJson(text);
  if (parsed === undefined) return refused('not-json');
  const { format, version, lines: raw } = fields(parsed);
  if (format !== FORMAT || !Array.isArray(raw)) return refused('not-a-journal');
  if (version !== 1) return refused('newer-version');
  const lines: Line[] = [];
  const ids = new Set<string>();
  for (let at = 0; at < raw.length; at += 1) {
    const value: unknown = raw[at];
    const line = asLine(value);
    const found = line && idsOf(line);
    if (!line || !found) return refused('damaged-line', at + 1);
    lines.push(fromElsewhere(line));
    for (const id of found) ids.add(id);
  }
  return { lines, ids };
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

function idsOf(line: Line): readonly string[] | undefined {
  const event = decodeEvent(line);
  return event ? [event.id] : readPacked(line)?.map(({ id }) => id);
}

/**
 * The mark that a request was sent is in the IndexedDB log of the browser that wrote the intent. In
 * any other browser a missing mark proves nothing, so an imported intent must not count as unsent.
 */
function fromElsewhere(line: Line): Line {
  const event = decodeEvent(line);
  return event?.kind === 'i' && event.data['waits']
    ? encodeEvent({ ...event, data: { ...event.data, waits: '' } })
    : line;
}
