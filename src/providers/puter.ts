import { aborted } from '../base/abort.js';
import { defined } from '../base/defined.js';
import { isUserPaysError } from '../base/error.js';
import { text } from '../base/json.js';
import { heldBack } from './held-back.js';
import type { ImageProvider, Ports } from './image-provider.js';
import type { Outcome, Usage } from './outcome.js';
import type { PictureOrder } from './picture-order.js';
import { balance } from './puter-account.js';
import { takeSlot } from './puter-concurrency.js';
import { beginProof, check, concludeFailure, noteProof } from './puter-proof.js';
import type { Reconciliation } from './puter-reconciliation.js';
import { puterRequest, type PuterRequest } from './puter-request.js';
import { buy, buyBySdk, type Answer } from './puter-send.js';
import { puterSession, type PuterProviderSession, type PuterSession } from './puter-session.js';
import type { Refused } from './refusal.js';

/**
 * Puter, paid by the reader's own account. `ports.providerSession` is the SDK object, signed in
 * before. One order is one POST to Puter with model and supplier fixed. It is never sent again, not
 * even on 429. The image comes with the reply; its cost is read from the app's usage report
 * afterwards and resolves as `later`.
 */
export const puter: ImageProvider = {
  id: 'puter',
  callsBeforeSend: true,
  run,
  check,
  balance,
};

async function run(order: PictureOrder, ports: Ports): Promise<Outcome> {
  const providerSession = (ports.providerSession ?? {}) as PuterProviderSession;
  const session = puterSession(providerSession);
  const request = puterRequest(order, folderOf(session));
  if ('problem' in request) return no('invalid-input', request.problem);
  if (!session && !isForSdk(providerSession)) return no('no-session');
  const releaseSlot = await takeSlot(ports.signal);
  let proof: Reconciliation | undefined;
  try {
    if (session && releaseSlot && !order.isFree)
      proof = await beginProof(session, request, order, ports);
  } catch (error) {
    releaseSlot?.();
    return notBegun(error);
  }
  if (ports.signal.aborted || !releaseSlot) {
    releaseSlot?.();
    proof?.drop();
    return no('aborted');
  }
  if (session && proof) await noteProof(session, request, proof, ports);
  const held = await heldBack(ports);
  if (held) {
    releaseSlot();
    proof?.drop();
    return held;
  }
  return bought(session, request, ports, { proof, releaseSlot, wasFree: order.wasFree });
}

/**
 * The SDK's own function is only for an SDK object that does not expose its session. It must not
 * bypass the check of where a token may be sent.
 */
function isForSdk(sdk: PuterProviderSession): boolean {
  return text(sdk.authToken) === undefined && sdk.authToken !== null && Boolean(sdk.ai);
}

/** What was begun for an order before it is sent. */
interface Begun {
  readonly proof: Reconciliation | undefined;
  readonly releaseSlot: () => void;
  readonly wasFree: PictureOrder['wasFree'];
}

/** Sends the order, once. */
async function bought(
  session: PuterSession | undefined,
  request: PuterRequest,
  ports: Ports,
  { proof, releaseSlot, wasFree }: Begun,
): Promise<Outcome> {
  try {
    const answer = await (session
      ? buy(session, request.args, ports)
      : buyBySdk(ports.providerSession ?? {}, request.args, ports));
    releaseSlot();
    if (answer.kind !== 'picture' && answer.refused.charge !== 'none' && proof)
      ports.progress({ checking: answer.kind });
    return await Promise.race([outcomeOf(answer, request, proof, wasFree), aborted(ports.signal)]);
  } catch (reason) {
    releaseSlot();
    // No one waits for this purchase any more, but others at the same time still have to be told
    // apart from it.
    void proof?.settle('maybe').catch(() => undefined);
    if (ports.signal.aborted) throw reason;
    return { ...no('internal'), charge: 'possible' };
  }
}

/** What stopped an order before anything was sent. Only a refused session signs the reader out. */
function notBegun(error: unknown): Refused {
  return isUserPaysError(error) && error.code === 'session-refused'
    ? { ...no('session-refused'), ended: true }
    : no('internal');
}

function no(code: Refused['code'], detail?: string): Refused {
  return {
    kind: 'refused',
    code,
    charge: 'none',
    ...defined({ detail }),
  };
}

/**
 * The page's own folder in the reader's Puter storage, the only place a page may write to without
 * asking. The SDK completes relative paths itself.
 */
function folderOf(session: PuterSession | undefined): string | undefined {
  return session ? session.app && `~/AppData/${session.app}/user-pays-image/` : 'user-pays-image/';
}

function outcomeOf(
  answer: Answer,
  { args }: PuterRequest,
  proof: Reconciliation | undefined,
  wasFree: true | undefined,
): Promise<Outcome> | Outcome {
  if (answer.kind !== 'picture') return concludeFailure(answer, proof);
  const later = proof?.settle('bought').then((verdict): Usage | undefined => {
    if (verdict.kind === 'charged') return verdict.usage;
    // What is free is never counted; for all other pictures a report may still be on its way.
    return verdict.kind === 'absent' && wasFree ? { unit: 'microcents', amount: '0' } : undefined;
  });
  const keptAt = text(args.puter_output_path);
  return {
    kind: 'done',
    images:
      keptAt === undefined ? answer.images : answer.images.map((made) => ({ ...made, keptAt })),
    ...defined({ later: later || undefined }),
  };
}
