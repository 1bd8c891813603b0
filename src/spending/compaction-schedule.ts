import { sum, toText, usd } from '../pricing/money.js';
import type { ReplicatedLog } from './replicated-log.js';

/**
 * Own budget in characters of the origin's five million, which belong to the host page too: folding
 * begins early and gets stricter.
 */
const BEGIN = 400_000;
const STRICT = 800_000;
const DAY = 86_400_000;
const REST = 60_000;

/** Keeps the journal within its budget. */
export interface CompactionSchedule {
  /**
   * Folds when there is much to fold: once a minute, or when much was added since; one tab at a
   * time. Never throws.
   */
  tidy(): Promise<void>;
  /** Folds as much as can be, because the store is full. */
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
    const money = {
      sum: (amounts: readonly string[]) => toText(sum(amounts.map((amount) => usd(amount)))),
    };
    await compact(log, money, { age: DAY, months: false });
    if (full || journalState.size() > STRICT) await compact(log, money, { age: DAY, months: true });
    if (full || journalState.size() > STRICT) await compact(log, money, { age: 0, months: true });
    left = journalState.size();
  };

  const run = (full: boolean): Promise<void> =>
    (running ??= (async () => {
      try {
        rested = clock.elapsed();
        // Folding twice at once would be harmless, but is work for nothing; a closed month is
        // signed off by one tab only.
        if (locks)
          await locks.request(`${namespace}:compact`, { ifAvailable: true }, async (lock) => {
            if (lock) await fold(full);
          });
        else await fold(full);
      } catch {
        // Not folded is not lost; the next turn tries again.
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
