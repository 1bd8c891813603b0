/**
 * Waits for `sleep`, or less if the page becomes visible or comes online again: what it waits for
 * may be ready. Rejects with the signal's reason on abort.
 */
export async function sleepUntilVisible(
  sleep: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const nap = new AbortController();
  const wake = (): void => {
    if (globalThis.document?.visibilityState !== 'hidden') nap.abort();
  };
  const stop = (): void => nap.abort();
  signal.addEventListener('abort', stop);
  globalThis.addEventListener?.('online', wake);
  globalThis.document?.addEventListener('visibilitychange', wake);
  try {
    await sleep(nap.signal).catch((reason: unknown) => {
      if (!nap.signal.aborted) throw reason;
    });
  } finally {
    signal.removeEventListener('abort', stop);
    globalThis.removeEventListener?.('online', wake);
    globalThis.document?.removeEventListener('visibilitychange', wake);
  }
  signal.throwIfAborted();
}
