import { dayMs } from '../base/clock.js';
import { outdatedLines } from './outdated-lines.js';
import type { ReplicatedLog } from './replicated-log.js';

/**
 * Characters of loose lines after which compaction starts, some 130 purchases. Every page load
 * reads each of them by itself, which takes twenty times as long as in a segment.
 */
const BEGIN = 40_000;
/**
 * Characters of all lines after which it gets stricter. The origin's five million belong to the
 * host page too, so this is low.
 */
const STRICT = 800_000;
const REST = 60_000;
/** Number of outdated lines after which compaction starts: the starts of so many visits. */
const MANY = 500;

/** Keeps the journal within its storage budget. */
export interface CompactionSchedule {
  /**
   * Compacts when there are many loose or outdated lines: at most once a minute, sooner only when
   * much was added since the last run. With Web Locks, one tab at a time. Never throws.
   */
  tidy(): Promise<void>;
  /** Compacts as much as possible because the store is full. Never throws. */
  relieve(): Promise<void>;
}

export function createCompactionSchedule(log: ReplicatedLog): CompactionSchedule {
  const compactions = new Compactions(log);
  return { tidy: () => compactions.tidy(), relieve: () => compactions.relieve() };
}

type Extent = 'as-needed' | 'as-much-as-possible';

class Compactions implements CompactionSchedule {
  readonly #log: ReplicatedLog;
  #rested = -Infinity;
  #left = 0;
  #running: Promise<void> | undefined;

  constructor(log: ReplicatedLog) {
    this.#log = log;
  }

  async tidy(): Promise<void> {
    const {
      journalState,
      ports: { clock },
    } = this.#log;
    const hasRested = clock.elapsed() - this.#rested > REST;
    const loose = journalState.looseSize();
    if (
      (loose > BEGIN && (hasRested || loose > this.#left + BEGIN)) ||
      (hasRested && outdatedLines(journalState, clock.now()).length > MANY)
    )
      await this.#run('as-needed');
  }

  relieve(): Promise<void> {
    return this.#run('as-much-as-possible');
  }

  #run(extent: Extent): Promise<void> {
    this.#running ??= this.#runAlone(extent);
    return this.#running;
  }

  async #runAlone(extent: Extent): Promise<void> {
    const {
      namespace,
      ports: { clock, locks },
    } = this.#log;
    try {
      this.#rested = clock.elapsed();
      // Two tabs compacting at once would be harmless but wasteful, and would write a closed month
      // twice.
      if (locks)
        await locks.request(`${namespace}:compact`, { ifAvailable: true }, async (lock) => {
          if (lock) await this.#compact(extent);
        });
      else await this.#compact(extent);
    } catch {
      // A failed compaction loses nothing; the next run tries again.
    } finally {
      this.#running = undefined;
    }
  }

  async #compact(extent: Extent): Promise<void> {
    const log = this.#log;
    const { journalState } = log;
    const isStrict = (): boolean =>
      extent === 'as-much-as-possible' || journalState.size() > STRICT;
    const { compact } = await import('./compaction.js');
    await compact(log, { age: dayMs, months: false });
    if (isStrict()) await compact(log, { age: dayMs, months: true });
    // Half, so that the next purchase does not begin it anew.
    if (isStrict() || journalState.looseSize() > BEGIN / 2)
      await compact(log, { age: 0, months: isStrict() });
    this.#left = journalState.looseSize();
  }
}
