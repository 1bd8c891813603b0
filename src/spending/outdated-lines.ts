import { dayMs } from '../base/clock.js';
import { idTime } from '../base/id.js';
import type { JournalState } from './journal-state.js';

/**
 * Names of lines that say nothing any more: starts, more than a day old, of past sessions, and what
 * came before a reset that can't be undone. They may be deleted and need no copy.
 */
export function outdatedLines(
  { visits, reset, outdatedResets }: JournalState,
  now: number,
): string[] {
  const isOld = (name: string): boolean => now - idTime(name.slice(2)) > dayMs;
  return [
    ...visits.past(now).filter(isOld),
    ...(now - idTime(reset()) > dayMs ? outdatedResets() : []),
  ];
}
