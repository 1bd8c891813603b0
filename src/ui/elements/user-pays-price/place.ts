const gap = 8;

/**
 * Places an open receipt (it is in the top layer) below its button, or above it where there is more
 * room. Then it scrolls with the page.
 */
export function place(root: ParentNode): void {
  const [receipt, button] = ['#receipt', 'button'].map((selector) =>
    root.querySelector<HTMLElement>(selector),
  );
  if (!button || !receipt?.matches(':popover-open')) return;
  // It may have been moved to another window.
  const { innerWidth, innerHeight, scrollX, scrollY } = button.ownerDocument.defaultView ?? window;
  const anchor = button.getBoundingClientRect();
  const { width, height } = receipt.getBoundingClientRect();
  const start = getComputedStyle(button).direction === 'rtl' ? anchor.right - width : anchor.left;
  const above =
    anchor.bottom + gap + height > innerHeight && anchor.top > innerHeight - anchor.bottom;
  const left = Math.max(gap, Math.min(start, innerWidth - gap - width));
  const top = Math.max(
    gap,
    above ? anchor.top - gap - height : Math.min(anchor.bottom + gap, innerHeight - gap - height),
  );
  // Set through the object model, which a strict style-src allows; only style attributes in markup
  // are refused.
  // Its own pixels are larger where CSS zooms the page around it.
  receipt.style.left = `${(left + scrollX) / zoomAround(receipt)}px`;
  receipt.style.top = `${(top + scrollY) / zoomAround(receipt)}px`;
  receipt.style.visibility = 'visible';
}

/** The product of all CSS zooms around an element; 1 in an engine that does not say. */
function zoomAround({ currentCSSZoom }: { readonly currentCSSZoom?: number }): number {
  return currentCSSZoom ?? 1;
}

/** Receipts that held the focus when they began to close. */
const focused = new WeakSet<Element>();

/**
 * Places a receipt that opened. Focus that was in one that closed goes back to the price, which not
 * every browser does by itself here.
 */
export function toggled({ target, type, newState }: ToggleEvent, root: ParentNode): void {
  const receipt = target as Element;
  // It has no size before it shows.
  if (newState === 'open') {
    if (type === 'toggle') place(root);
  } else if (type === 'beforetoggle') {
    if (receipt.matches(':focus-within')) focused.add(receipt);
  } else if (focused.delete(receipt)) root.querySelector('button')?.focus();
}
