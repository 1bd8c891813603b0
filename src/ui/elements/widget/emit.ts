/** Fires an event pages listen to; false when the page prevented it. */
export function emit(element: Element, type: string, detail: object, cancelable = false): boolean {
  return element.dispatchEvent(
    new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }),
  );
}
