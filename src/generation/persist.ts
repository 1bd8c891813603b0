import type { TextStore } from '../base/store.js';

const asked = 'user-pays-image/persist-asked';

/**
 * Asks the browser once to make this page's storage persistent. Called with the first picture
 * bought with real money, and not before, since some browsers ask the reader. The answer changes
 * nothing here.
 */
export function askToPersist(store: TextStore): void {
  if (store.get(asked) !== null) return;
  store.set(asked, '1');
  const { storage }: { storage?: Partial<StorageManager> } = globalThis.navigator ?? {};
  void storage?.persist?.().catch(() => undefined);
}
