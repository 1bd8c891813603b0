import { randomId } from '../base/id.js';
import type { Keep } from './account.js';
import { keptKey, keyName, markName, places } from './kept-key.js';

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
  /**
   * Asks the page's other tabs to forget the key, now and when they next use it. Neither the message
   * nor the mark contains a key.
   */
  forgetElsewhere(): void;
  /**
   * The mark of the last time that a reader removed the key in any tab; empty: never. A key from
   * before that time must not be used.
   */
  mark(): string;
}

/**
 * One item per origin, so that no other server's adapter finds it. Plain http pages store no key:
 * anyone on the network path could read it back.
 */
export function keyStore(origin: string): KeyStore {
  const name = keyName(origin);
  const mark = (): string => places()[1]?.getItem(markName(origin)) ?? '';
  const line = 'user-pays-image/forget-key';
  let channel: BroadcastChannel | undefined;
  const forget = (only?: string): void => {
    for (const place of places()) {
      if (only === undefined || place?.getItem(name) === only) place?.removeItem(name);
    }
  };
  /** Also removes what this tab inherited when it was duplicated, if it was removed since. */
  const read = (): string | undefined => {
    const [tab] = places();
    const gone = mark();
    if (gone && tab?.getItem(markName(origin)) !== gone) tab?.removeItem(name);
    return keptKey(origin);
  };
  return {
    read,
    keep: (key, where) => {
      const [tab, device] = places();
      forget();
      if (where === 'memory') return;
      const place = where === 'tab' ? tab : device;
      if (!place || !globalThis.isSecureContext)
        throw new DOMException('no place to keep it', 'SecurityError');
      place.setItem(name, key);
      if (where === 'tab' && mark()) place.setItem(markName(origin), mark());
    },
    mark,
    forget,
    watch: (changed) => {
      globalThis.addEventListener?.('storage', (event: StorageEvent) => {
        if (event.storageArea !== places()[1]) return;
        if (event.key === name || event.key === null) changed(event.newValue ?? undefined);
        else if (event.key === markName(origin) && event.newValue !== null) changed(read());
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
    forgetElsewhere: () => {
      try {
        places()[1]?.setItem(markName(origin), randomId(8));
      } catch {
        // Full. Tabs that listen are still told.
      }
      channel?.postMessage(origin);
    },
  };
}
