/** Time as an injected dependency, so that tests can control it. All values are milliseconds. */
export interface Clock {
  /** Epoch milliseconds. May jump when the reader changes the system clock. */
  now(): number;
  /** Milliseconds since a fixed moment in the life of this page. Never goes back. */
  elapsed(): number;
  /** Resolves after `ms`. Rejects with the signal's reason if the signal aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Milliseconds in a day of 24 hours. */
export const dayMs = 86_400_000;

export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, ms);
      const stop = (): void => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', stop, { once: true });
    }),
};
