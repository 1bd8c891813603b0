import { takeAct } from '../generation/acts.js';
import { browserJournal } from '../spending/browser-journal.js';
import { hasLines } from '../spending/has-history.js';

/**
 * Resolves when an element may say what was spent. `undefined` where nothing was ever stored or can
 * be read: a first visit waits for nothing. Never rejects: a journal that fails to load is tried
 * again at the first purchase.
 */
export function tallyReady(): Promise<void> | undefined {
  if (typeof customElements === 'undefined' || !hasLines()) return undefined;
  const journal = browserJournal(takeAct);
  if (journal.loaded) return undefined;
  return new Promise((resolve) => {
    const stop = journal.subscribe(() => {
      if (!journal.loaded) return;
      stop();
      resolve();
    });
    const done = (): void => resolve();
    journal.ready.then(done, done);
  });
}
