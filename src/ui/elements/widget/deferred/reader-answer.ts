import type { Entry } from '../../../../spending/entry.js';

/**
 * What a reader said of a line that was in doubt, US dollars; `undefined` where nobody said, or the
 * provider did since. A reader's word is the only settlement with a note that no picture came with
 * and nobody reported.
 */
export function readerAnswer(entry: Entry | undefined): string | undefined {
  if (entry?.standing !== 'settled' || entry.basis !== 'computed') return undefined;
  return entry.pictures === 0 && entry.note ? entry.charged : undefined;
}
