import { localTextStore } from './storage.js';
import { withTimeout } from './with-timeout.js';

const ours = /^upi\d+:/;
/** Name of the journal's IndexedDB database. */
export const database = 'upi1';

/**
 * Whether this browser may hold lines of the journal, found out without the journal's code: by the
 * keys in localStorage and the names of the databases. True where that can't be found out.
 */
export async function hasHistory(): Promise<boolean> {
  if (hasLines() ?? true) return true;
  try {
    const databases = await withTimeout(1000, indexedDB.databases(), [{ name: database }]);
    return databases.some(({ name }) => name === database);
  } catch {
    return true;
  }
}

/** True where localStorage holds lines of ours; `undefined` where it can't be read. */
export function hasLines(): boolean | undefined {
  try {
    return localTextStore()
      .keys()
      .some((key) => ours.test(key));
  } catch {
    return undefined;
  }
}

/**
 * Calls back whenever another tab may have written its first line, until the returned function is
 * called. Call `hasLines` first: WebKit sends no `storage` event to a tab that never read.
 */
export function watchForLines(look: () => void): () => void {
  const stored = ({ key }: StorageEvent): void => {
    if (key === null || ours.test(key)) look();
  };
  addEventListener('storage', stored);
  document.addEventListener('visibilitychange', look);
  return () => {
    removeEventListener('storage', stored);
    document.removeEventListener('visibilitychange', look);
  };
}
