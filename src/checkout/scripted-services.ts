import type { Clock } from '../base/clock.js';
import { systemClock } from '../base/clock.js';
import { memoryStore, observable, type TextStore } from '../base/store.js';
import { putBundledPrices } from '../generation/bundled-prices.js';
import { chargeHistoryIn } from '../generation/charge-history-store.js';
import type { PurchaseParts } from '../generation/page-purchases.js';
import type { PageServices } from '../generation/page-services.js';
import { createPriceBook } from '../generation/price-book.js';
import type { PictureState } from '../generation/purchase.js';
import { memoryPictureDb } from '../pictures/picture-db.js';
import { pictureLibrary } from '../pictures/picture-library.js';
import type { PriceList } from '../pricing/price-list-types.js';
import { createJournal, type SpendingJournal } from '../spending/journal.js';
import { createLeases } from '../spending/lease.js';
import type { CheckoutServices } from './core.js';

/** What a test scripts. Everything else is real, on a store in memory. */
export interface ScriptedServices {
  /** Members left out run by the real time. */
  readonly clock?: Partial<Clock>;
  /** Where prices, settings and the journal's lines are kept. */
  readonly store?: TextStore;
  readonly journal?: SpendingJournal;
  /** Prices to quote from, in place of the bundled ones. */
  readonly prices?: PriceList;
  /** Who pays at a provider; see `Account`. */
  readonly account?: PurchaseParts['account'];
  /** Who makes the picture; see `ImageProvider`. */
  readonly imageProvider?: PurchaseParts['imageProvider'];
}

/** Services that share nothing with those of the real page. */
export function scriptedServices(script: ScriptedServices): CheckoutServices {
  const { store = memoryStore(), prices: list, ...parts } = script;
  const clock: Clock = { ...systemClock, ...script.clock };
  const { journal = createJournal({ store, clock, takeAct: () => true }) } = script;
  const prices = createPriceBook(clock, store);
  if (list) prices.set(list);
  else putBundledPrices(prices);
  const page: PageServices = {
    clock,
    store,
    journal,
    hasHistory: () => Promise.resolve(true),
    prices,
    observed: chargeHistoryIn(store),
    recovered: observable<readonly PictureState[]>([]),
  };
  return {
    page: () => page,
    purchases: async () => {
      const { createPurchaseServices } = await import('../generation/purchase-services.js');
      return createPurchaseServices({
        ...parts,
        page,
        leases: createLeases({ store, clock }),
        pictures: pictureLibrary({ db: memoryPictureDb() }),
      });
    },
  };
}
