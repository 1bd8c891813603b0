import type { Clock } from '../../src/base/clock.js';
import { memoryStore } from '../../src/base/store.js';
import { deadlines, type Ports } from '../../src/providers/image-provider.js';
import type { Job, Progress, Usage } from '../../src/providers/outcome.js';

export interface Watched {
  readonly ports: Ports;
  /** Ends every wait for an answer that doesn't come. */
  timeIsUp(): void;
  readonly jobs: Job[];
  readonly usages: (Usage | undefined)[];
  readonly steps: Progress[];
  abort(reason: unknown): void;
}

/** What a maker is given, and what it said. */
export function watchedPorts(more: Partial<Ports> = {}): Watched {
  const controller = new AbortController();
  const clock = hurriedClock();
  const [jobs, usages, steps]: [Job[], (Usage | undefined)[], Progress[]] = [[], [], []];
  return {
    jobs,
    usages,
    steps,
    timeIsUp: clock.timeIsUp,
    abort: (reason) => {
      controller.abort(reason);
    },
    ports: {
      signal: controller.signal,
      clock,
      deadlines,
      key: 'canary-key-0123456789',
      store: memoryStore(),
      accepted: (job, usage) => {
        jobs.push(job);
        usages.push(usage);
        return Promise.resolve();
      },
      progress: (step) => {
        steps.push(step);
      },
      ...more,
    },
  };
}

/**
 * A clock on which short waits take no time. Waits of 20 s and more are deadlines: they end when
 * `timeIsUp` is called, and only then.
 */
function hurriedClock(): Clock & { timeIsUp(): void } {
  let at = 1_800_000_000_000;
  const deadlinesToMeet = new Set<() => void>();
  return {
    now: () => at,
    elapsed: () => at,
    sleep: async (ms, signal) => {
      await new Promise<void>((done, stop) => {
        if (ms < 20_000) setTimeout(done);
        else deadlinesToMeet.add(done);
        signal?.addEventListener('abort', () => {
          stop(signal.reason as Error);
        });
      });
      at += ms;
    },
    timeIsUp: () => {
      for (const done of deadlinesToMeet) done();
    },
  };
}
