/**
 * What the reader did last with pointer or keyboard. Each act gives one permit at most: see
 * `permitFor`.
 */
export interface Act {
  /** When the press began, on the time line of `performance.now()`, milliseconds. */
  readonly at: number;
  /** Where it went: `composedPath()` of its first event. */
  readonly path: readonly EventTarget[];
}

interface HeardAct extends Act {
  /** Until when a permit can be had for it, on the same time line. */
  until: number;
  /** Which key or pointer is held down; NaN once it was released. */
  pressed: unknown;
  isUsed: boolean;
}

/** How long an act may buy something, milliseconds: as long as a browser's user activation lasts. */
const lifetime = 5000;

/** Keys that browsers take for no activation, and those that only change what another key does. */
const notAnAct =
  /^(Esc|Shift|Contr|Alt|Meta|Caps|Fn|Hyper|Num|OS|Scroll|Super|Symbol|Process|Dead)/;

const { navigator, performance } = globalThis;
/** Taken when the script loads, before a later script can put something else in its place. */
const activation = navigator?.userActivation;

let latest: HeardAct | undefined;
/** When a trusted press, release or click was last heard, also one that is no act. */
let heardAt = -Infinity;
/** True between a pointerdown that counted and the mousedown of the same press. */
let isMouseDownDue = false;

/** Makes an event the reader's latest act; `pressed` is the key or pointer that is now down. */
export function recordAct(event?: Event, pressed: unknown = NaN): HeardAct {
  const at = timeOf(event);
  const path = event?.composedPath() ?? [];
  latest = { at, until: at + lifetime, path, pressed, isUsed: false };
  return latest;
}

/**
 * The reader's act that may buy something now: less than five seconds old, not used up, with the
 * page activated or `by` (a trusted press) being handled. `undefined` if there is none. Where the
 * browser says that the page is activated but no press was heard, a screen reader or another frame
 * did it: that counts once. WebKit hands scripts trusted clicks (of a label, for example), so that
 * there only a press counts.
 */
export function usableAct(by?: Event): Act | undefined {
  // Node has no navigator; one that a test brings is taken as it is.
  const isActive = (activation ?? globalThis.navigator?.userActivation)?.isActive;
  if (!isActive && !isPress(by)) return undefined;
  const now = performance.now();
  const isSilent = isActive && !clicksMayBeOfScripts() && now - heardAt > lifetime + 1000;
  const act = isSilent && !(latest && latest.until > now) ? recordAct() : latest;
  return act && !act.isUsed && act.until > now ? act : undefined;
}

/** The reader's latest act, used or not: what comes next may be in answer to it. */
export function latestAct(): Act | undefined {
  return latest;
}

/** True while the key or pointer of the reader's latest act is held down. */
export function isPressing(): boolean {
  return latest !== undefined && !Number.isNaN(latest.pressed);
}

/** Uses up an act. False if it was used before. */
export function useAct(act: Act): boolean {
  if (act !== latest || latest.isUsed) return false;
  return (latest.isUsed = true);
}

/** Uses up the reader's act, if there is one. False if there is none. */
export function takeAct(): boolean {
  const act = usableAct();
  return act !== undefined && useAct(act);
}

/** The reader's latest act, used or not, if it was a press on `target`. */
export function latestActOn(target: EventTarget | null): Act | undefined {
  const { path = [] } = latest ?? {};
  if (target && path.includes(target)) return latest;
  // Of a press inside a closed shadow root the window hears only that it was in its host.
  for (let node = hostOf(target); node; node = hostOf(node)) if (node === path[0]) return latest;
  return undefined;
}

function hostOf(node: EventTarget | null): EventTarget | undefined {
  return ((node as Node | null)?.getRootNode() as Partial<ShadowRoot> | undefined)?.host;
}

/** What a press of a pointer or a key says of itself; 229: an input method took the key. */
interface PressFacts {
  readonly type: string;
  readonly key?: string;
  readonly button?: number;
  readonly repeat?: boolean;
  readonly isComposing?: boolean;
  readonly keyCode?: number;
}

function onDown(event: Event): void {
  if (!event.isTrusted) return;
  heardAt = timeOf(event);
  const { key = '', button = 0, repeat, isComposing, keyCode, type }: PressFacts = event;
  const isSamePress = type === 'mousedown' && isMouseDownDue;
  isMouseDownDue = type === 'pointerdown';
  if (!isSamePress && !repeat && !isComposing && keyCode !== 229 && button === 0)
    if (!notAnAct.test(key)) recordAct(event, pressedBy(event));
}

/** A press that was held for long counts from its release. */
function onUp(event: Event): void {
  if (!event.isTrusted) return;
  heardAt = timeOf(event);
  if (!latest || latest.pressed !== pressedBy(event)) return;
  latest.pressed = NaN;
  latest.until = heardAt + lifetime;
}

/** A touch that became a scroll is no act. */
function onCancel(event: Event): void {
  if (!event.isTrusted) return;
  isMouseDownDue = false;
  if (latest?.pressed === pressedBy(event)) latest = undefined;
}

/** A trusted click without a press before it is that of a screen reader or a switch. */
function onClick(event: Event): void {
  if (!event.isTrusted) return;
  isMouseDownDue = false;
  const at = timeOf(event);
  // A label's click is followed by another one, of its field.
  if (at - heardAt > 500 && !clicksMayBeOfScripts()) recordAct(event);
  heardAt = at;
}

function clicksMayBeOfScripts(): boolean {
  return /^Apple/.test(navigator?.vendor);
}

function pressedBy(event: Event): unknown {
  const { key, pointerId } = event as Partial<KeyboardEvent & PointerEvent>;
  return key ?? pointerId;
}

/**
 * When an event happened, on this window's time line; the time of its arrival for an event of
 * another window, or if the browser's time can't be right.
 */
function timeOf(event?: Event): number {
  const now = performance.now();
  const { view, timeStamp = now } = (event ?? {}) as Partial<UIEvent>;
  const at = (view as unknown) === globalThis ? timeStamp : now;
  return at > now || at < now - 60_000 ? now : at;
}

/**
 * Events that a reader's press causes. Others don't count: a page's own scripts can make the
 * browser send trusted focus and form events.
 */
const presses = /^(click|(key|mouse|pointer)(down|up))$/;

/**
 * True for the reader's own press while it is being handled, not for a stored or synthetic event.
 * Calls the browser's own getters, because a script can define a property of any name on an object,
 * and even on a real event.
 */
function isPress(by: Event | undefined): boolean {
  const read = (of: Event, name: keyof Event): unknown => Reflect.get(of, name, by);
  try {
    return (
      Boolean(read(new Event(''), 'isTrusted') && read(Event.prototype, 'eventPhase')) &&
      presses.test(String(read(Event.prototype, 'type')))
    );
  } catch {
    return false; // not an event at all
  }
}

const listeners = {
  pointerdown: onDown,
  mousedown: onDown,
  keydown: onDown,
  pointerup: onUp,
  mouseup: onUp,
  keyup: onUp,
  pointercancel: onCancel,
  click: onClick,
};

/**
 * Listens to the presses in a window. The page's own is heard as soon as the script is loaded (Node
 * has none); call it for another window that an element was moved to.
 */
export function hearActs(target: Partial<Pick<Window, 'addEventListener'>>): void {
  for (const [type, listener] of Object.entries(listeners))
    target.addEventListener?.(type, listener, true);
}

hearActs(globalThis);
