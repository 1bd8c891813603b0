import { systemClock, type Clock } from '../../src/base/clock.js';
import { issuePermit, type Permit } from '../../src/generation/permit.js';

/** The permit that a reader's press gives for a quote. */
export function readersPermit(
  quoteId: string,
  clock: Pick<Clock, 'elapsed'> = systemClock,
): Permit {
  return issuePermit(clock, quoteId);
}
