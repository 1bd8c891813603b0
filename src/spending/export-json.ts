import { defined } from '../base/defined.js';
import type { SpendingJournal } from './journal.js';
import type { Line } from './line.js';
import type { EntryProjection } from './entry-projection.js';
import { correctedIn, type MergedEvents } from './merge-events.js';
import { encodePacked } from './segment-encode.js';
import { readPacked, type PackedRow } from './segment-decode.js';

export const FORMAT = 'user-pays-image/journal';

/**
 * The journal as JSON: `entries` for people and other programs (exact decimal amounts in US
 * dollars, ISO times), `lines` for `importJson`, which reads nothing else. Caps and sessions belong
 * to one browser and are not exported. `unreadable`: lines that can't be read, as they are stored, so
 * that a reset loses nothing. `undated`: leaves out those and the export time, and sorts the lines,
 * so that the same journal always gives the same text.
 */
export function exportJson(
  journal: SpendingJournal,
  { undated = false }: { readonly undated?: boolean } = {},
): string {
  const { damaged } = journal.log.journalState;
  return JSON.stringify(
    {
      format: FORMAT,
      version: 1,
      ...defined({
        exportedAt: undated ? undefined : new Date(journal.log.ports.clock.now()).toISOString(),
      }),
      currency: 'USD',
      entries: journal
        .entries()
        .map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() })),
      lines: undated ? rawLines(journal).sort(([a], [b]) => (a < b ? -1 : 1)) : rawLines(journal),
      ...(!undated && damaged.size && { unreadable: [...damaged] }),
    },
    undefined,
    1,
  );
}

/**
 * Raw lines of all visible entries. A segment that also holds hidden entries is encoded again
 * without them. Corrections that no import takes are left out.
 */
function rawLines({ log: { journalState, newId } }: SpendingJournal): Line[] {
  const { fold, lines } = journalState;
  const hidden = new Set(fold.hidden().map(({ id }) => id));
  const isSound = (id: string): boolean => isSoundlyCorrected(fold.held(id));
  return [...lines].flatMap((line): Line[] => {
    const [name] = line;
    const [kind, id = '', what] = name.split(':');
    if (kind === 'e') return hidden.has(id) || (what === 'c' && !isSound(id)) ? [] : [line];
    if (kind !== 'g' && kind !== 'a') return [];
    const packed = readPacked(line) ?? [];
    const isWhole = packed.every((row) => !hidden.has(row.id) && (row.plain || isSound(row.id)));
    return isWhole ? [line] : encodedAgain(fold, packed, newId);
  });
}

/** True where corrections are of a settled amount, and leave something of it. */
function isSoundlyCorrected(held: MergedEvents | undefined): boolean {
  return !held?.corrections || (held.settled !== undefined && !correctedIn(held)?.startsWith('-'));
}

function encodedAgain(
  fold: EntryProjection,
  packed: readonly PackedRow[],
  newId: () => string,
): Line[] {
  const rows = packed.flatMap(({ id }) => {
    const [entry, held] = [fold.entry(id), fold.held(id)];
    const { corrections: _left, ...rest } = held ?? {};
    return entry && held ? [{ entry, held: isSoundlyCorrected(held) ? held : rest }] : [];
  });
  return rows.length ? [encodePacked(`g:${newId()}`, rows)] : [];
}
