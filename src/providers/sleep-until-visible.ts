/**
 * Resolves after the time is up, or at once when the page comes back to the front or online: what
 * was being waited for may be there.
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
