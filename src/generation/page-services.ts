import { systemClock, type Clock } from '../base/clock.js';
import { shared } from '../base/shared.js';
import { memoryStore, observable, type Observable, type TextStore } from '../base/store.js';
import { browserJournal } from '../spending/browser-journal.js';
import type { SpendingJournal } from '../spending/journal.js';
import { localTextStore } from '../spending/storage.js';
import type { ChargeHistory } from '../pricing/charge-history.js';
import { chargeHistoryIn } from './charge-history-store.js';
import { createPriceBook, type PriceBook } from './price-book.js';
import type { PictureState } from './purchase.js';

/**
 * What a widget shows before anybody buys: prices, and what was spent. The till, which buys, is
 * loaded when the reader reaches for it.
 */
export interface PageServices {
  readonly clock: Clock;
  /** For simulated money and cached prices. */
  readonly store: TextStore;
  readonly journal: SpendingJournal;
  readonly prices: PriceBook;
  /** What was charged otherwise than listed. */
  readonly observed: ChargeHistory;
  /** Pictures of purchases that a reload or crash interrupted, as they come back. */
  readonly recovered: Observable<readonly PictureState[]>;
}

/**
 * The page's one counter, shared by all widgets and by two copies of the script. Made on first use,
 * never at import; its journal reads nothing until asked.
 */
export function pageServices(): PageServices {
  return shared('page-services', 1, () => {
    const store = forgivingStore();
    return {
      clock: systemClock,
      store,
      journal: browserJournal(),
      prices: createPriceBook(systemClock, store),
      observed: chargeHistoryIn(store),
      recovered: observable<readonly PictureState[]>([]),
    };
  });
}

/**
 * localStorage, and memory for what it refuses: simulated money and cached prices may be forgotten,
 * real money is the journal's business.
 */
function forgivingStore(): TextStore {
  const disk = localTextStore();
  const memory = memoryStore();
  const either = <T>(there: () => T, here: () => T): T => {
    try {
      return there();
    } catch {
      return here();
    }
  };
  return {
    get: (key) =>
      memory.get(key) ??
      either(
        () => disk.get(key),
        () => null,
      ),
    set: (key, value) =>
      either(
        () => disk.set(key, value),
        () => memory.set(key, value),
      ),
    remove: (key) => {
      memory.remove(key);
      either(
        () => disk.remove(key),
        () => undefined,
      );
    },
    keys: () => [
      ...new Set([
        ...memory.keys(),
        ...either(
          () => disk.keys(),
          () => [],
        ),
      ]),
    ],
  };
}
