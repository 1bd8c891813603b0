import { browserJournal } from './browser-journal.js';
import { localTextStore } from './storage.js';

const ours = /^upi\d+:/;

/**
 * Resolves when the journal is loaded, for a browser that has bought before. `undefined` when
 * nothing was ever stored, so that a first visit waits for nothing. Never rejects: a journal that
 * fails to load is tried again at the first purchase.
 */
export function whenHistoryLoaded(): Promise<void> | undefined {
  if (typeof customElements === 'undefined' || !hasLines()) return undefined;
  const journal = browserJournal();
  return journal.loaded
    ? undefined
    : new Promise((resolve) => {
        const stop = journal.subscribe(() => {
          if (!journal.loaded) return;
          stop();
          resolve();
        });
        journal.ready
          .then(
            () => undefined,
            () => undefined,
          )
          .finally(() => resolve());
      });
}

function hasLines(): boolean {
  try {
    return localTextStore()
      .keys()
      .some((key) => ours.test(key));
  } catch {
    // Storage is blocked, or this is not a browser: nothing was ever stored.
    return false;
  }
}
