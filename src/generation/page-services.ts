import { systemClock, type Clock } from '../base/clock.js';
import { shared } from '../base/shared.js';
import { memoryStore, observable, type Observable, type TextStore } from '../base/store.js';
import { browserJournal } from '../spending/browser-journal.js';
import { hasHistory } from '../spending/has-history.js';
import type { SpendingJournal } from '../spending/journal.js';
import { localTextStore } from '../spending/storage.js';
import { takeAct } from './acts.js';
import { chargeHistoryIn, type PageChargeHistory } from './charge-history-store.js';
import { createPriceBook, type PriceBook } from './price-book.js';
import type { PictureState } from './purchase.js';

/**
 * What a widget needs before a purchase: prices and the tally. `PurchaseServices`, which buys, is
 * loaded when the reader first interacts with a widget.
 */
export interface PageServices {
  readonly clock: Clock;
  /** For simulated money, cached prices, past charges and the reader's choices. */
  readonly store: TextStore;
  readonly journal: SpendingJournal;
  /** False where this browser is known to hold no line, found out without the journal's code. */
  readonly hasHistory: () => Promise<boolean>;
  readonly prices: PriceBook;
  /** Charges that differed from the listed price. */
  readonly observed: PageChargeHistory;
  /** Pictures of purchases that a reload or crash interrupted, as recovery reports them. */
  readonly recovered: Observable<readonly PictureState[]>;
}

/**
 * The page's services, shared by all widgets and by two copies of the script. Created on first use,
 * never at import. The journal reads nothing until it is used. `clock` counts on first use only.
 */
export function pageServices(clock: Clock = systemClock): PageServices {
  return shared('page-services', 1, () => {
    const store = forgivingStore();
    return {
      clock,
      store,
      journal: browserJournal(takeAct),
      hasHistory,
      prices: createPriceBook(clock, store),
      observed: chargeHistoryIn(store),
      recovered: observable<readonly PictureState[]>([]),
    };
  });
}

/**
 * localStorage, with memory for what it refuses: what is in here may be forgotten, real money is
 * recorded in the journal.
 */
function forgivingStore(): TextStore {
  const disk = localTextStore();
  const memory = memoryStore();
  return {
    get: (key) => memory.get(key) ?? unlessRefused(() => disk.get(key)) ?? null,
    set: (key, value) => {
      try {
        disk.set(key, value);
        // What it refused before is older.
        memory.remove(key);
      } catch {
        memory.set(key, value);
      }
    },
    remove: (key) => {
      memory.remove(key);
      unlessRefused(() => disk.remove(key));
    },
    keys: () => [...new Set([...memory.keys(), ...(unlessRefused(() => disk.keys()) ?? [])])],
  };
}

/** What `work` returns; `undefined` where the browser refuses storage. */
function unlessRefused<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
