/** Time as a port, so that tests can own it. Milliseconds everywhere. */
export interface Clock {
  /** Epoch milliseconds; may jump when the reader's clock is set. */
  now(): number;
  /** Milliseconds since some fixed moment of this page; never goes back. */
  elapsed(): number;
  /** Waits; rejects with the signal's reason when aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

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
