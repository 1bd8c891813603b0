/**
 * The reader's own act, good for one purchase. It is known by having been made here, not by what it
 * looks like.
 */
export interface Permit {
  readonly isPermit?: never;
}

/** Permits not used yet, and when each was given, milliseconds of the clock that never jumps. */
const given = new WeakMap<object, number>();

/** How long one is good for: a window to sign in, and another to choose how to pay. */
const goodFor = 10 * 60_000;

/**
 * What a reader does with a finger. A page's own scripts can have the browser send trusted events
 * too, of focus or of a form.
 */
const acts = /^(click|(key|mouse|pointer)(down|up))$/;

/**
 * A permit while the reader acts: the page is still activated by their last press, or `by` is their
 * own press, being handled right now.
 * The second matters where something else used up the activation between press and release, as a
 * window that opens does. `undefined` otherwise.
 */
export function permitFor(by?: Event): Permit | undefined {
  // Node 20 has no navigator.
  if (!globalThis.navigator?.userActivation?.isActive && !isPress(by)) return undefined;
  const permit: Permit = {};
  given.set(permit, performance.now());
  return permit;
}

/**
 * True for the reader's own press while it is being handled, and for nothing that was kept or made.
 * Asks the browser's own getters: a
 * script can give an object, and even a real event, a property of any name.
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

/** Uses it up; true the first time, for one that was given here not long ago. */
export function usePermit(permit: Permit = {}): boolean {
  const at = given.get(permit) ?? NaN;
  given.delete(permit);
  return performance.now() - at < goodFor;
}
