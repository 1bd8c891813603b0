import type { Clock } from '../base/clock.js';

/** Permits are timed by the page's clock that never goes back. */
type Timer = Pick<Clock, 'elapsed'>;

/**
 * Proof of a gesture by the reader, valid for one purchase. Valid only if issued by this module,
 * whatever its shape.
 */
export interface Permit {
  readonly isPermit?: never;
}

/** Unused permits and when each was issued, on the monotonic clock, milliseconds. */
const given = new WeakMap<object, number>();

/**
 * How long a permit is valid, milliseconds: enough for one window to sign in and another to choose
 * how to pay.
 */
const goodFor = 10 * 60_000;

/**
 * Events that a reader's press causes. Others don't count: a page's own scripts can make the
 * browser send trusted focus and form events.
 */
const acts = /^(click|(key|mouse|pointer)(down|up))$/;

/**
 * Issues a permit while the reader acts: the page still has user activation, or `by` is the
 * reader's own press, being handled right now. The second matters where something else, such as
 * opening a window, used up the activation between press and release. `undefined` otherwise.
 */
export function permitFor(clock: Timer, by?: Event): Permit | undefined {
  // Node 20 has no navigator.
  if (!globalThis.navigator?.userActivation?.isActive && !isPress(by)) return undefined;
  const permit: Permit = {};
  given.set(permit, clock.elapsed());
  return permit;
}

/**
 * True for the reader's own press while it is being handled, not for a stored or synthetic event.
 * Calls the browser's own getters, because a script can define a property of any name on an object,
 * and even on a real event.
 */
function isPress(by: Event | undefined): boolean {
  const told = (of: Event, name: keyof Event): unknown => Reflect.get(of, name, by);
  try {
    return (
      Boolean(told(new Event(''), 'isTrusted') && told(Event.prototype, 'eventPhase')) &&
      acts.test(String(told(Event.prototype, 'type')))
    );
  } catch {
    return false; // not an event at all
  }
}

/** Uses up a permit. True the first time, while it is valid. */
export function usePermit(clock: Timer, permit: Permit = {}): boolean {
  const at = given.get(permit) ?? NaN;
  given.delete(permit);
  return clock.elapsed() - at < goodFor;
}
