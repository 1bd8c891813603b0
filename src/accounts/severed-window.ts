/** How often a window's place is looked at, milliseconds. */
const lookEvery = 50;
/**
 * A window shows another page once it was seen to in so many looks: one that is being cut off does,
 * too, for some 20 ms (measured in Chromium), and a reader needs longer to close one.
 */
const enoughLooks = 3;

/** A window that was opened for a sign-in, as this page can see it. */
export interface WatchedWindow<T> {
  /** What opening it resulted in. */
  readonly result: T;
  /**
   * True if the browser cut the window off from this page: it reads as closed, and never showed
   * another page before. That is what `Cross-Origin-Opener-Policy: same-origin` does to a window
   * that leaves for another origin. An isolated page can't see its windows at all.
   */
  wasSevered(): boolean;
  stop(): void;
}

/** Calls `open`, and watches the window that it opens within the call, if it does. */
export function watchWindow<T>(open: () => T): WatchedWindow<T> {
  const { result, popup } = openedBy(open);
  let looks = 0;
  const timer = setInterval(() => {
    if (popup !== null && isElsewhere(popup)) looks += 1;
  }, lookEvery);
  return {
    result,
    wasSevered: () =>
      globalThis.crossOriginIsolated || (popup !== null && popup.closed && looks < enoughLooks),
    stop: () => clearInterval(timer),
  };
}

function openedBy<T>(open: () => T): { readonly result: T; readonly popup: Window | null } {
  const { open: real } = window;
  let popup: Window | null = null;
  window.open = (...given) => {
    popup = real.apply(window, given);
    return popup;
  };
  try {
    return { result: open(), popup };
  } finally {
    window.open = real;
  }
}

function isElsewhere(popup: Window): boolean {
  if (popup.closed) return false;
  try {
    return popup.location.href !== 'about:blank';
  } catch {
    // The address of a window on another origin can't be read.
    return true;
  }
}
