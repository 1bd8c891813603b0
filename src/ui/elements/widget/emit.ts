import type { UserPaysEventMap } from '../events.js';

/** Fires an event pages listen to; false when the page prevented it. */
export function emit<Name extends keyof UserPaysEventMap>(
  element: Element,
  type: Name,
  detail: UserPaysEventMap[Name]['detail'],
  cancelable = false,
): boolean {
  return element.dispatchEvent(
    new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }),
  );
}
