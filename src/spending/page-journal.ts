import { systemClock, type Clock } from '../base/clock.js';
import type { TextStore } from '../base/store.js';
import { createJournal, type SpendingJournal } from './journal.js';
import { database } from './has-history.js';
import { indexedDbLog } from './indexed-db-log.js';
import { pageLocks } from './page-locks.js';
import { pageSite } from './site.js';
import { localTextStore } from './storage.js';
import { pageTabEvents } from './tab-events.js';

/**
 * Where what is written dies with the page: an iframe with `credentialless` has a storage of its own,
 * of which nothing is left when the page at the top is closed. For real money that is none.
 */
const refusingStore: TextStore = {
  get: refuse,
  set: refuse,
  remove: refuse,
  keys: refuse,
};

function refuse(): never {
  throw new Error('the storage of this frame is not kept');
}

/**
 * The journal on this browser's own storage. Loaded lazily; `browserJournal` is its stand-in until
 * then.
 */
export function pageJournal(takeAct: () => boolean, clock: Clock = systemClock): SpendingJournal {
  const isKept = Reflect.get(globalThis, 'credentialless') !== true;
  return createJournal({
    store: isKept ? localTextStore() : refusingStore,
    dbLog: isKept ? indexedDbLog(database) : undefined,
    clock,
    takeAct,
    locks: pageLocks(),
    channel: () => new BroadcastChannel('upi1'),
    wake: pageTabEvents,
    site: pageSite,
  });
}
