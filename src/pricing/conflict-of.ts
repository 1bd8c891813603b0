import type { Conflict, Source } from './quote-types.js';

/** What a source gives for a request, and why it does not decide. US dollars as decimal text. */
export function conflictOf(source: Source, low: string, high: string, why: string): Conflict {
  return { source, total: high, ...(low !== high && { low }), why };
}
