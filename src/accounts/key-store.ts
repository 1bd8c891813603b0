import type { Keep } from './account.js';
import { keptKey, keyName, places } from './kept-key.js';

/**
 * Where one origin's key is kept beyond this page, if anywhere. With `kept-key.ts` the only file
 * that touches a browser's storage for keys.
 */
export interface KeyStore {
  read(): string | undefined;
  /**
   * Keeps the key in this one place and nowhere else. Throws what the browser throws when it can't
   * be kept.
   */
  keep(key: string, where: Keep): void;
  /** Forgets it in this tab and on this device. `only`: unless another key is kept there. */
  forget(only?: string): void;
  /**
   * Calls back when another tab changed what is kept on this device, or told everyone to forget.
   * Lasts as long as the page.
   */
  watch(changed: (key: string | undefined) => void): void;
  /** Tells the page's other tabs to forget. What is sent holds no key. */
  forgetElsewhere(): void;
}

/**
 * One item per origin, so that no other server's adapter ever finds it. Plain http pages keep
 * nothing: anybody on the way could read it back.
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
      // Node's own channels keep a process alive.
      (channel as { unref?: () => void } | undefined)?.unref?.();
    },
    forgetElsewhere: () => channel?.postMessage(origin),
  };
}
