import { withDeadline } from '../base/abort.js';
import { isUserPaysError } from '../base/error.js';
import { fields, text } from '../base/json.js';
import type { Reply } from './adapter.js';
import type { Ports } from './image-provider.js';
import type { MadePicture } from './outcome.js';
import { firstImage } from './finished.js';
import { send, type Trace } from './http.js';
import { generateBySdk } from './puter-by-sdk.js';
import { isPutersOwn, puterFailure } from './puter-failure.js';
import {
  generateCall,
  puterOrigin,
  type PuterProviderSession,
  type PuterSession,
} from './puter-session.js';
import type { Refused } from './refusal.js';

/** The result of the paid request. */
export type Answer =
  | { readonly kind: 'picture'; readonly images: readonly MadePicture[] }
  /** Puter refused. */
  | { readonly kind: 'refused'; readonly refused: Refused }
  /** No reply, or an unreadable one. */
  | { readonly kind: 'lost'; readonly refused: Refused };

/**
 * Sends the paid request, once. Rejects only with the signal's reason, and only if the order may
 * have been sent; before that an abort resolves `aborted` with charge `none`.
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
      [new URL(session.api).host],
    );
  } catch (error) {
    const mayCost = trace.sent() || trace.answered === true;
    if (!signal.aborted) return noAnswer(error, mayCost ? 'possible' : 'none');
    if (mayCost) throw signal.reason;
    return { kind: 'refused', refused: { kind: 'refused', code: 'aborted', charge: 'none' } };
  }
}

function readAnswer({ status, body, text: raw, blob }: Reply, hosts: readonly string[]): Answer {
  if (status === 200 && blob) return { kind: 'picture', images: [{ blob }] };
  const said = fields(body);
  if (status === 200 && said.success === true) return picture(said.result, hosts);
  return {
    kind: isPutersOwn(body, status) ? 'refused' : 'lost',
    refused: puterFailure(body ?? raw, status),
  };
}

/**
 * The drivers return a URL (Replicate, Together), a `data:` URI (Cloudflare, OpenAI, Gemini) or an
 * object with the URL.
 */
function picture(result: unknown, hosts: readonly string[]): Answer {
  const named = fields(result);
  const url = text(result) ?? text(named.asset_url) ?? text(named.url) ?? text(named.href);
  if (url === undefined)
    return {
      kind: 'lost',
      refused: { kind: 'refused', code: 'unreadable-reply', charge: 'possible' },
    };
  // Bought and paid for, even if it turns out not to be an image.
  return { kind: 'picture', images: firstImage([{ url }], hosts) };
}

function hostOf({ APIOrigin = puterOrigin() }: PuterProviderSession): readonly string[] {
  return URL.canParse(APIOrigin) ? [new URL(APIOrigin).host] : [];
}

/** Without a reply, the charge depends only on whether the order may have been sent. */
function noAnswer(error: unknown, charge: Refused['charge']): Answer {
  const known = isUserPaysError(error) ? error : undefined;
  return {
    kind: 'lost',
    refused: {
      kind: 'refused',
      code: known?.code ?? 'internal',
      charge,
      ...(known?.facts['repeated'] && charge === 'possible' && { repeated: true as const }),
    },
  };
}

/**
 * The same through the SDK's own function, which can't be stopped: an abort only ends the waiting.
 */
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
      hostOf(providerSession),
    );
  } catch (error) {
    signal.throwIfAborted();
    if (isUserPaysError(error)) return noAnswer(error, 'possible');
    const refused = puterFailure(error);
    return { kind: refused.code === 'unreadable-reply' ? 'lost' : 'refused', refused };
  }
}
