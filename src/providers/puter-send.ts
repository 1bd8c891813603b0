import { withDeadline } from '../base/abort.js';
import { isUserPaysError } from '../base/error.js';
import { fields, text } from '../base/json.js';
import type { MadePicture, Ports, Reply } from './adapter.js';
import { send, type Trace } from './http.js';
import { generateBySdk } from './puter-by-sdk.js';
import { puterFailure } from './puter-failure.js';
import { generateCall, type PuterProviderSession, type PuterSession } from './puter-session.js';
import type { Refused } from './refusal.js';
import { unpacked } from './unpacked.js';

/** What became of the paid request. */
export type Answer =
  | { readonly kind: 'picture'; readonly images: readonly MadePicture[] }
  /** Puter said no. */
  | { readonly kind: 'refused'; readonly refused: Refused }
  /** No answer, or none that can be read. */
  | { readonly kind: 'lost'; readonly refused: Refused };

/**
 * Sends the paid request, once. Rejects only with the signal's reason, and only when the order may
 * have left; before that it is `aborted`, charge `none`.
 */
export async function buy(
  session: PuterSession,
  args: Readonly<Record<string, unknown>>,
  ports: Ports,
): Promise<Answer> {
  const trace: Trace = { sent: () => false };
  const { clock, deadlines, signal } = ports;
  try {
    return readAnswer(
      await withDeadline(
        clock,
        deadlines.submitPicture,
        signal,
        { stage: 'submit', charge: 'possible' },
        (until) =>
          send(
            generateCall(session, args),
            { auth: {}, keyHosts: [], signal: until, submit: true },
            trace,
          ),
      ),
    );
  } catch (error) {
    if (!signal.aborted) return noAnswer(error, trace.sent());
    if (trace.sent()) throw signal.reason;
    return { kind: 'refused', refused: { kind: 'refused', code: 'aborted', charge: 'none' } };
  }
}

function readAnswer({ status, body, text: raw, blob }: Reply): Answer {
  if (status === 200 && blob) return { kind: 'picture', images: [{ blob }] };
  const said = fields(body);
  if (status === 200 && said.success === true) return picture(said.result);
  // Puter's own errors carry a code. Anything else was said by something in front of it, while a
  // supplier may still be at work.
  return {
    kind: text(said.code) === undefined ? 'lost' : 'refused',
    refused: puterFailure(body ?? raw, status),
  };
}

/**
 * The drivers answer with an address (Replicate, Together), a `data:` URI (Cloudflare, OpenAI,
 * Gemini) or an object naming the address.
 */
function picture(result: unknown): Answer {
  const named = fields(result);
  const url = text(result) ?? text(named.asset_url) ?? text(named.url) ?? text(named.href);
  if (url === undefined)
    return {
      kind: 'lost',
      refused: { kind: 'refused', code: 'unreadable-reply', charge: 'possible' },
    };
  // Bought, and paid for, even when it turns out not to be a picture.
  return { kind: 'picture', images: [{ url }].flatMap((made) => unpacked(made) ?? []) };
}

/** Without an answer: what is known about the money is whether the order can have left. */
function noAnswer(error: unknown, sent: boolean): Answer {
  const known = isUserPaysError(error) ? error : undefined;
  return {
    kind: 'lost',
    refused: {
      kind: 'refused',
      code: known?.code ?? 'internal',
      charge: sent ? 'possible' : 'none',
    },
  };
}

/** The same by the SDK's own function, which can't be stopped: an abort only ends the waiting. */
export async function buyBySdk(
  providerSession: PuterProviderSession,
  args: Readonly<Record<string, unknown>>,
  ports: Ports,
): Promise<Answer> {
  const { clock, deadlines, signal } = ports;
  try {
    return picture(
      await withDeadline(
        clock,
        deadlines.submitPicture,
        signal,
        { stage: 'submit', charge: 'possible' },
        () => generateBySdk(providerSession, args),
      ),
    );
  } catch (error) {
    signal.throwIfAborted();
    if (isUserPaysError(error)) return noAnswer(error, true);
    const refused = puterFailure(error);
    return { kind: refused.code === 'unreadable-reply' ? 'lost' : 'refused', refused };
  }
}
