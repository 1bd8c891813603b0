import { systemClock } from '../base/clock.js';
import { shared } from '../base/shared.js';
import { createJournal, type SpendingJournal } from './journal.js';
import { idbMirror } from './mirror.js';
import { localTextStore } from './storage.js';
import { pageWake } from './wake.js';

/**
 * The page's journal, one for all widgets and all copies of the script. Asking for it touches nothing; its first use reads localStorage,
 * so ask after the first paint.
 */
export const browserJournal = (): SpendingJournal => shared('journal', 1, () => createJournal({
  store: localTextStore(),
  mirror: idbMirror('upi1'),
  clock: systemClock,
  // Absent on http pages, and unreadable in sandboxed frames.
  locks: (globalThis.navigator as Navigator | undefined)?.locks,
  channel: () => new BroadcastChannel('upi1'),
  wake: pageWake,
}));
