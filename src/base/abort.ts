import type { Clock } from './clock.js';
import { UserPaysError, type Charge, type Stage } from './error.js';

/**
 * A signal that ends with the first of its parents; `release` lets go of them. Engines without
 * `AbortSignal.any` get the same.
 */
export function linked(...parents: (AbortSignal | undefined)[]): {
  signal: AbortSignal;
  abort(reason: unknown): void;
  release(): void;
} {
  const controller = new AbortController();
  const follow = (event: Event): void => controller.abort((event.target as AbortSignal).reason);
  for (const parent of parents) {
    if (parent?.aborted) controller.abort(parent.reason);
    parent?.addEventListener('abort', follow, { once: true });
  }
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    release: () => parents.forEach((parent) => parent?.removeEventListener('abort', follow)),
  };
}

/**
 * Runs `work` with a deadline, by the clock's own waiting: where timers stand still, in a frozen
 * tab or a sleeping laptop, so does it.
 * Throws `timed-out` with the charge given: what a deadline means for money depends on what was
 * already sent.
 */
export async function withDeadline<T>(
  clock: Clock,
  ms: number,
  parent: AbortSignal | undefined,
  blame: { stage: Stage; charge: Charge },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const link = linked(parent);
  const late = new UserPaysError('timed-out', {
    ...blame,
    facts: { seconds: String(Math.round(ms / 1000)) },
  });
  const timer = linked(link.signal);
  void clock.sleep(ms, timer.signal).then(
    () => link.abort(late),
    () => undefined,
  );
  try {
    return await Promise.race([work(link.signal), aborted(link.signal)]);
  } finally {
    timer.abort(undefined);
    timer.release();
    link.release();
  }
}

/** A promise that only ever rejects, with the signal's reason. */
export function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
