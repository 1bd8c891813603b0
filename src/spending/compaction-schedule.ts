import type { ReplicatedLog } from './replicated-log.js';

/**
 * Characters of journal lines after which compaction starts, and after which it gets stricter. The
 * origin's five million characters belong to the host page too, so both are low.
 */
const BEGIN = 400_000;
const STRICT = 800_000;
const DAY = 86_400_000;
const REST = 60_000;

/** Keeps the journal within its storage budget. */
export interface CompactionSchedule {
  /**
   * Compacts when the journal is large: at most once a minute, sooner only when much was added
   * since the last run. With Web Locks, one tab at a time. Never throws.
   */
  tidy(): Promise<void>;
  /** Compacts as much as possible because the store is full. Never throws. */
  relieve(): Promise<void>;
}

export function createCompactionSchedule(log: ReplicatedLog): CompactionSchedule {
  const {
    journalState,
    namespace,
    ports: { clock, locks },
  } = log;
  let rested = -Infinity;
  let left = 0;
  let running: Promise<void> | undefined;

  const fold = async (full: boolean): Promise<void> => {
    const { compact } = await import('./compaction.js');
    await compact(log, { age: DAY, months: false });
    if (full || journalState.size() > STRICT) await compact(log, { age: DAY, months: true });
    if (full || journalState.size() > STRICT) await compact(log, { age: 0, months: true });
    left = journalState.size();
  };

  const run = (full: boolean): Promise<void> =>
    (running ??= (async () => {
      try {
        rested = clock.elapsed();
        // Two tabs compacting at once would be harmless but wasteful, and would write a closed
        // month twice.
        if (locks)
          await locks.request(`${namespace}:compact`, { ifAvailable: true }, async (lock) => {
            if (lock) await fold(full);
          });
        else await fold(full);
      } catch {
        // A failed compaction loses nothing; the next run tries again.
      } finally {
        running = undefined;
      }
    })());

  return {
    tidy: async () => {
      if (
        journalState.size() > BEGIN &&
        (clock.elapsed() - rested > REST || journalState.size() > left + BEGIN)
      )
        await run(false);
    },
    relieve: () => run(true),
  };
}
