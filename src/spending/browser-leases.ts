import { systemClock } from '../base/clock.js';
import { shared } from '../base/shared.js';
import { createLeases, type Leases } from './lease.js';
import { pageLocks } from './page-locks.js';
import { localTextStore } from './storage.js';

/** The page's leases, for the one who buys and the one who recovers. */
export function browserLeases(): Leases {
  return shared('leases', 1, () =>
    createLeases({ locks: pageLocks(), store: localTextStore(), clock: systemClock }),
  );
}
