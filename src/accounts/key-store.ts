import type { Keep } from './account.js';
import { keptKey, keyName, places } from './kept-key.js';

/**
 * Stores one origin's key beyond this page, if the reader wants that. Only this file and
 * `kept-key.ts` access browser storage for keys.
 */
export interface KeyStore {
  read(): string | undefined;
  /**
   * Stores the key in this place and removes it from the others. Throws the browser's error when
   * that fails.
   */
  keep(key: string, where: Keep): void;
  /**
   * Removes the key from this tab's and this device's storage. `only`: removes it only where it
   * equals this key.
   */
  forget(only?: string): void;
  /**
   * Calls back when another tab changed the key on this device or asked all tabs to forget it.
   * Lasts as long as the page.
   */
  watch(changed: (key: string | undefined) => void): void;
  /** Asks the page's other tabs to forget the key. The message contains no key. */
  forgetElsewhere(): void;
}

/**
 * One item per origin, so that no other server's adapter finds it. Plain http pages store no key:
 * anyone on the network path could read it back.
 */
export function keyStore(origin: string): KeyStore {
  const name = keyName(origin);
  const line = 'user-pays-image/forget-key';
  let channel: BroadcastChannel | undefined;
  const forget = (only?: string): void => {
    for (const place of places()) {
      if (only === undefined || place?.getItem(name) === only) place?.removeItem(name);
    }
  };
  return {
    read: () => keptKey(origin),
    keep: (key, where) => {
      const [tab, device] = places();
      forget();
      if (where === 'memory') return;
      const place = where === 'tab' ? tab : device;
      if (!place || !globalThis.isSecureContext)
        throw new DOMException('no place to keep it', 'SecurityError');
      place.setItem(name, key);
    },
    forget,
    watch: (changed) => {
      globalThis.addEventListener?.('storage', (event: StorageEvent) => {
        if (event.storageArea === places()[1] && (event.key === name || event.key === null))
          changed(event.newValue ?? undefined);
      });
      channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(line) : undefined;
      channel?.addEventListener('message', ({ data }) => {
        if (data === origin) {
          forget();
          changed(undefined);
        }
      });
      // In Node an open channel keeps the process alive.
      (channel as { unref?: () => void } | undefined)?.unref?.();
    },
    forgetElsewhere: () => channel?.postMessage(origin),
  };
}
