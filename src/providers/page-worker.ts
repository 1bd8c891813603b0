/**
 * True if the page's service worker may send this page's requests more than once: its `fetch`
 * handler sees each of them, order bodies included, and may try again what failed. Call it when an
 * order is sent. Puter's network (`relay="puter"`) does not pass through a service worker.
 */
export function mayBeRepeated(relay?: string): boolean {
  // Node has no service workers, and pages over plain http have none either.
  const { navigator }: { navigator?: { readonly serviceWorker?: ServiceWorkerContainer } } =
    globalThis;
  try {
    return relay !== 'puter' && Boolean(navigator?.serviceWorker?.controller);
  } catch {
    // A sandboxed frame throws a SecurityError, and has no service worker.
    return false;
  }
}
