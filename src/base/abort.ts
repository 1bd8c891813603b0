import type { Clock } from './clock.js';
import { UserPaysError, type Charge, type Stage } from './error.js';

/**
 * Returns a signal that aborts when the first of its parents does, with the same reason. `abort`
 * aborts it directly; `release` removes the listeners from the parents. Used instead of
 * `AbortSignal.any`, which some browsers lack.
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
 * Runs `work` with a deadline of `ms` milliseconds. The deadline uses `clock.sleep`, so it stands
 * still where timers do: in a frozen tab or a sleeping laptop.
 * Rejects with the parent's reason when the parent aborts first.
 * @throws UserPaysError `timed-out` with the stage and charge in `blame`: only the caller knows
 * whether a paid request had already been sent
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

/** A promise that never resolves; it rejects with the signal's reason when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
