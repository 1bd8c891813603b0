import { text } from '../base/json.js';
import type { PuterProviderSession } from './puter-session.js';

const inFlight = new WeakMap<
  PuterProviderSession,
  { calls: number; before: PuterProviderSession['config'] }
>();

/**
 * One picture through the SDK's own `txt2img`, for an SDK object that keeps its session to itself.
 * While it runs the SDK's replays are off
 * (`autoRetry`: it would send a paid call up to nine times on 429). Resolves the picture's address,
 * rejects with whatever the SDK rejects with. It can't be stopped.
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
 * The SDK opens this over the page on 402, with a link of its own; ours says the same in the
 * reader's language.
 */
function removeDialog(): void {
  globalThis.document?.querySelectorAll('usage-limit-dialog').forEach((dialog) => dialog.remove());
}
