import { browserJournal } from './browser-journal.js';
import { localTextStore } from './storage.js';

const ours = /^upi\d+:/;

/**
 * For a reader who has bought here before: resolves when the tally can be told. `undefined`, at
 * once, when nothing was ever written,
 * so that a first visit waits for nothing. Never rejects: a journal that can't be loaded now is
 * asked for again at the first purchase.
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
    // Blocked, or no browser at all: nothing was ever kept.
    return false;
  }
}
