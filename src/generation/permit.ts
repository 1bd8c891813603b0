import type { Clock } from '../base/clock.js';
import { usableAct, useAct, type Act } from './acts.js';

/** Permits are timed by the page's clock that never goes back. */
type Timer = Pick<Clock, 'elapsed'>;

/**
 * Proof of one act of the reader, valid for one purchase of one quote. Valid only if issued by this
 * module, whatever its shape.
 */
export interface Permit {
  readonly isPermit?: never;
}

/** Unused permits: for which quote, and when each was issued on the monotonic clock, milliseconds. */
const issued = new WeakMap<object, { readonly quoteId: string; readonly at: number }>();

/** How long a permit is valid once its order is handed over, milliseconds. */
const lifetime = 5000;

/**
 * How long the attempt that holds a permit may take to hand its order over, milliseconds: enough for
 * one window to sign in and another to choose how to pay.
 */
const longestAttempt = 10 * 60_000;

/** Uses up an act of the reader for a permit to buy this quote. `undefined` without an unused one. */
export function permitFor(
  clock: Timer,
  quoteId: string,
  act: Act | undefined = usableAct(),
): Permit | undefined {
  return act && useAct(act) ? issuePermit(clock, quoteId) : undefined;
}

/** Issues a permit without asking for an act. */
export function issuePermit(clock: Timer, quoteId: string): Permit {
  const permit: Permit = {};
  issued.set(permit, { quoteId, at: clock.elapsed() });
  return permit;
}

/**
 * Starts the five seconds of a permit again, whose attempt waited for its sign-in or its code until
 * now. Called by the attempt alone: no script of the page gets at this function.
 */
export function renewPermit(clock: Timer, permit: Permit): void {
  const issue = issued.get(permit);
  const at = clock.elapsed();
  if (issue && at - issue.at < longestAttempt) issued.set(permit, { ...issue, at });
}

/** Uses up a permit. True the first time, while it is valid and for its own quote. */
export function usePermit(clock: Timer, quoteId: string, permit: Permit = {}): boolean {
  const issue = issued.get(permit);
  issued.delete(permit);
  return issue?.quoteId === quoteId && clock.elapsed() - issue.at < lifetime;
}
