import { systemClock } from '../base/clock.js';
import { shared } from '../base/shared.js';
import { createJournal, type SpendingJournal } from './journal.js';
import { createLeases, type Leases } from './lease.js';
import { idbMirror } from './mirror.js';
import { localTextStore } from './storage.js';
import { pageWake } from './wake.js';

// Absent on http pages, and not to be named in some sandboxed frames.
const pageLocks = (): LockManager | undefined => {
  try {
    return (globalThis.navigator as Navigator | undefined)?.locks;
  } catch {
    return undefined;
  }
};

/**
 * The page's journal, one for all widgets and all copies of the script. Asking for it touches nothing; its first use reads localStorage,
 * so ask after the first paint.
 */
export const browserJournal = (): SpendingJournal => shared('journal', 1, () => createJournal({
  store: localTextStore(),
  mirror: idbMirror('upi1'),
  clock: systemClock,
  locks: pageLocks(),
  channel: () => new BroadcastChannel('upi1'),
  wake: pageWake,
}));

/** The page's leases, for the one who buys and the one who recovers. */
export const browserLeases = (): Leases => shared('leases', 1, () => createLeases({ locks: pageLocks(), store: localTextStore(), clock: systemClock }));
