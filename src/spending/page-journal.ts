import { systemClock, type Clock } from '../base/clock.js';
import { createJournal, type SpendingJournal } from './journal.js';
import { database } from './has-history.js';
import { indexedDbLog } from './indexed-db-log.js';
import { pageLocks } from './page-locks.js';
import { pageSite } from './site.js';
import { localTextStore } from './storage.js';
import { pageTabEvents } from './tab-events.js';

/**
 * The journal on this browser's own storage. Loaded lazily; `browserJournal` is its stand-in until
 * then.
 */
export function pageJournal(clock: Clock = systemClock): SpendingJournal {
  return createJournal({
    store: localTextStore(),
    dbLog: indexedDbLog(database),
    clock,
    locks: pageLocks(),
    channel: () => new BroadcastChannel('upi1'),
    wake: pageTabEvents,
    site: pageSite,
  });
}
