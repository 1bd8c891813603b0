import { systemClock, type Clock } from '../../src/base/clock.js';
import { shared } from '../../src/base/shared.js';
import { pageServices } from '../../src/generation/page-services.js';
import { browserLeases } from '../../src/spending/browser-leases.js';
import { pageJournal } from '../../src/spending/page-journal.js';

/**
 * The clock that everything on this page goes by, if it is called before anything else asks for the
 * page's services. It shows the real time until a test changes its members.
 */
export function pageClock(): Clock & { reset(): void } {
  const clock = { ...systemClock, reset: () => void Object.assign(clock, systemClock) };
  shared('journal', 1, () => pageJournal(() => true, clock));
  browserLeases(clock);
  const page = pageServices(clock);
  if (page.clock !== clock) throw new Error('the page has a clock already');
  return clock;
}
