/** Fires an event pages listen to; false when the page prevented it. */
export const tell = (element: Element, type: string, detail: object, cancelable = false): boolean =>
  element.dispatchEvent(
    new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }),
  );
