import { text } from '../base/json.js';
import type { PuterProviderSession } from './puter-session.js';

const inFlight = new WeakMap<
  PuterProviderSession,
  { calls: number; before: PuterProviderSession['config'] }
>();

/**
 * Generates one image through the SDK's own `txt2img`, for an SDK object that does not expose its
 * session. Meanwhile the SDK's retries are off (`autoRetry` would send a paid call up to nine times
 * on 429). Resolves the image's URL, or an empty string if there is none; rejects with whatever the
 * SDK rejects with. It can't be stopped.
 */
export async function generateBySdk(
  providerSession: PuterProviderSession,
  { prompt, ...options }: Readonly<Record<string, unknown>>,
): Promise<string> {
  const running = inFlight.get(providerSession) ?? { calls: 0, before: providerSession.config };
  inFlight.set(providerSession, running);
  running.calls += 1;
  providerSession.config = { ...providerSession.config, autoRetry: false };
  try {
    const image = await providerSession.ai?.txt2img(String(prompt), options);
    return text(image) ?? text((image as { src?: unknown } | undefined)?.src) ?? '';
  } finally {
    removeDialog();
    running.calls -= 1;
    if (running.calls === 0) {
      providerSession.config = running.before;
      inFlight.delete(providerSession);
    }
  }
}

/**
 * On 402 the SDK covers the page with this dialog and a link of its own; our widget says the same
 * in the reader's language.
 */
function removeDialog(): void {
  globalThis.document?.querySelectorAll('usage-limit-dialog').forEach((dialog) => dialog.remove());
}
