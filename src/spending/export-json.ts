import { defined } from '../base/defined.js';
import type { SpendingJournal } from './journal.js';
import type { Line } from './line.js';
import { encodePacked } from './segment-encode.js';
import { readPacked } from './segment-decode.js';

export const FORMAT = 'user-pays-image/journal';

/**
 * The journal as JSON: `entries` for people and other programs (exact decimal amounts in US
 * dollars, ISO times), `lines` for `importJson`, which reads nothing else. Caps and sessions belong
 * to one browser and are not exported. `undated`: leaves out the export time and sorts the lines,
 * so that the same journal always gives the same text.
 */
export function exportJson(
  journal: SpendingJournal,
  { undated = false }: { readonly undated?: boolean } = {},
): string {
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
    },
    undefined,
    1,
  );
}

/**
 * Raw lines of all visible entries. A segment that also holds hidden entries is encoded again
 * without them.
 */
function rawLines({ log: { journalState, newId } }: SpendingJournal): Line[] {
  const hidden = new Set(journalState.fold.hidden().map(({ id }) => id));
  return [...journalState.lines].flatMap((line): Line[] => {
    const [name] = line;
    if (name.startsWith('e:')) return hidden.has(name.slice(2, name.indexOf(':', 2))) ? [] : [line];
    if (!/^[ga]:/.test(name)) return [];
    const ids = (readPacked(line) ?? []).map(({ id }) => id);
    if (!ids.some((id) => hidden.has(id))) return [line];
    const rows = ids.flatMap((id) => {
      const [entry, held] = [journalState.fold.entry(id), journalState.fold.held(id)];
      return entry && held ? [{ entry, held }] : [];
    });
    return rows.length ? [encodePacked(`g:${newId()}`, rows)] : [];
  });
}
