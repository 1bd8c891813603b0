import { systemClock, type Clock } from '../base/clock.js';
import { shared } from '../base/shared.js';
import { createLeases, type Leases } from './lease.js';
import { pageLocks } from './page-locks.js';
import { localTextStore } from './storage.js';

/** The page's leases, shared by purchase and recovery. */
export function browserLeases(clock: Clock = systemClock): Leases {
  return shared('leases', 1, () =>
    createLeases({ locks: pageLocks(), store: localTextStore(), clock }),
  );
}
