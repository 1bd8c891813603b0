import { idTime } from '../base/id.js';
import type { Caps } from './journal-port.js';
import type { JournalState } from './journal-state.js';
import { dayAround, localMonth, monthStart } from './local-date.js';
import type { Window } from './totals.js';

/**
 * Number of lines that can't be read and may hold a charge that counts against one of these limits.
 * While there are any, nobody knows what is left of the limit. A reset of the totals by the reader is
 * the way out: what it would hide if it could be read is not counted. Lines that hold no entry
 * (limits, visits, kinds of later releases) hide no money, and without a limit nothing counts.
 */
export function linesHidingMoney(state: JournalState, caps: Caps, window: Window): number {
  const since = Math.min(...startsOf(caps, window));
  if (since === Infinity) return 0;
  const span = { since, now: window.now, reset: idTime(state.reset()) || 0 };
  let count = 0;
  for (const name of state.damaged.keys())
    if (/^[ega]:/.test(name) && mayCount(name, span) && !state.isCovered(name)) count += 1;
  return count;
}

/** Times in epoch milliseconds; `reset`: of the one in force, 0 where there is none. */
interface Span {
  readonly since: number;
  readonly now: number;
  readonly reset: number;
}

/** From when on entries count against each of the limits, epoch milliseconds. */
function startsOf({ session, day, month }: Caps, { now, sessions }: Window): number[] {
  const [visit = ''] = sessions;
  return [
    // A visit of which nobody knows when it began may have begun at any time.
    ...(session === undefined ? [] : [idTime(visit) || 0]),
    ...(day === undefined ? [] : [dayAround(now)[0]]),
    ...(month === undefined ? [] : [monthStart(now)]),
  ];
}

/**
 * True for a line that may count since then. Its name says when its entry was bought, or for a
 * segment that all its entries were bought before. One that names no time, or a time to come, was
 * there before the reset as far as anybody can tell.
 */
function mayCount(name: string, { since, now, reset }: Span): boolean {
  const [kind = '', id = '', ...rest] = name.split(':');
  const written = idTime(rest.at(-1) ?? '') || idTime(id);
  if (reset && !(written > reset && written <= now)) return false;
  // A closed month's line, which is written later.
  if (kind === 'a' && id < localMonth(since)) return false;
  const time = kind === 'e' ? idTime(id) : written;
  return Number.isNaN(time) || time >= since;
}
