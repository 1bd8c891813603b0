import { randomId } from '../../src/base/id.js';
import { browserJournal } from '../../src/spending/browser-journal.js';
import { browserLeases } from '../../src/spending/browser-leases.js';
import { compact } from '../../src/spending/compaction.js';
import { buy, intent } from '../spending/simulated-browser.js';

/** What a page of the journal tests can be asked to do. */
const page = {
  journal: browserJournal,
  leases: browserLeases,
  buy: (charged: string) => buy(browserJournal(), charged),
  intent: (high: string) => intent(browserJournal(), { high }),
  fold: () => compact(browserJournal().log, { age: 0, months: false }),
  randomId,
};

declare global {
  interface Window {
    spending: typeof page;
  }
}

void browserJournal().ready.then(() => {
  window.spending = page;
});
