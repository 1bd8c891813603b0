import { defined } from '../base/defined.js';
import { aborted, withDeadline } from '../base/abort.js';
import { UserPaysError } from '../base/error.js';
import { fields, text } from '../base/json.js';
import { shared } from '../base/shared.js';
import type { Balance } from './adapter.js';
import type { ImageProvider, MeterGrowth, Ports } from './image-provider.js';
import type { Job, Outcome } from './outcome.js';
import type { PictureOrder } from './picture-order.js';
import { heldBack } from './held-back.js';
import { beginReconciliation, type Reconciliation } from './puter-reconciliation.js';
import { accountMark, grownSince, noteOf, readNote } from './puter-note.js';
import { puterRequest, type PuterRequest } from './puter-request.js';
import { isMeterElsewhere, isMeterOf } from './puter-model-route.js';
import { buy, buyBySdk, type Answer } from './puter-send.js';
import { takeSlot } from './puter-concurrency.js';
import {
  creditRate,
  puterBalance,
  usageReading,
  type Rate,
  type UsageReading,
} from './puter-usage.js';
import {
  puterSession,
  readAs,
  type PuterProviderSession,
  type PuterSession,
} from './puter-session.js';
import type { Refused } from './refusal.js';

const patience = 5_000;
/**
 * Reports to read after a supplier's failure before it counts as not charged: three and a half
 * seconds. After a lost reply all are read, for about twenty seconds.
 */
const soon = 5;

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

  balance: async (ports): Promise<Balance | undefined> => {
    const session = puterSession(ports.providerSession);
    if (!session) return undefined;
    const { usage, allowanceInfo } = fields(await body(session, '/metering/usage', ports));
    const left = puterBalance(allowanceInfo, rateAt(session, usage));
    if (!left) return undefined;
    const name =
      text((ports.providerSession as PuterProviderSession).whoami?.username) ??
      text(fields(await body(session, '/whoami', ports)).username);
    return { ...left, ...defined({ name }) };
  },
};

async function run(order: PictureOrder, ports: Ports): Promise<Outcome> {
  const providerSession = (ports.providerSession ?? {}) as PuterProviderSession;
  const session = puterSession(providerSession);
  const request = puterRequest(order, folderOf(session));
  if ('problem' in request) return no('invalid-input', request.problem);
  if (!session && !isForSdk(providerSession)) return no('no-session');
  const leave = await takeSlot(ports.signal);
  let proof: Reconciliation | undefined;
  try {
    if (session && leave && !order.isFree) proof = await begin(session, request, order, ports);
  } catch {
    leave?.();
    return { ...no('session-refused'), ended: true };
  }
  if (ports.signal.aborted || !leave) {
    leave?.();
    proof?.drop();
    return no('aborted');
  }
  if (session && proof) await keep(session, request, proof, ports);
  const held = await heldBack(ports);
  if (held) {
    leave();
    proof?.drop();
    return held;
  }
  return bought(session, request, ports, proof, leave);
}

/**
 * The SDK's own function is only for an SDK object that does not expose its session. It must not
 * bypass the check of where a token may be sent.
 */
function isForSdk(sdk: PuterProviderSession): boolean {
  return text(sdk.authToken) === undefined && sdk.authToken !== null && Boolean(sdk.ai);
}

/** Sends the order, once. */
async function bought(
  session: PuterSession | undefined,
  request: PuterRequest,
  ports: Ports,
  proof: Reconciliation | undefined,
  leave: () => void,
): Promise<Outcome> {
  try {
    const answer = await (session
      ? buy(session, request.args, ports)
      : buyBySdk(ports.providerSession ?? {}, request.args, ports));
    leave();
    return await Promise.race([outcomeOf(answer, request, proof), aborted(ports.signal)]);
  } catch (reason) {
    leave();
    // No one waits for this purchase any more, but others at the same time still have to be told
    // apart from it.
    void proof?.settle('maybe');
    throw reason;
  }
}

function no(code: Refused['code'], detail?: string): Refused {
  return {
    kind: 'refused',
    code,
    charge: 'none',
    ...defined({ detail }),
  };
}

function ended(): UserPaysError {
  return new UserPaysError('session-refused', {
    stage: 'account',
    charge: 'none',
    facts: { provider: 'puter' },
  });
}

/**
 * A free GET with the reader's token. Resolves the body, or `undefined` if there is none in five
 * seconds. Rejects with `session-refused` on 401.
 */
async function body(
  session: PuterSession,
  path: string,
  { clock, providerSession }: Ports,
): Promise<unknown> {
  const reply = await withDeadline(
    clock,
    patience,
    undefined,
    { stage: 'account', charge: 'none' },
    (until) => readAs(session, path, until),
  ).catch(() => undefined);
  // A late 401 says nothing about a session that has begun since.
  if (reply?.status === 401 && puterSession(providerSession)?.token === session.token)
    throw ended();
  return reply?.status === 200 ? reply.body : undefined;
}

/**
 * The server's credit rate. It is remembered from any report that shows it, because small reports
 * don't.
 */
function rateAt({ api }: PuterSession, lines: unknown): Rate {
  const rates = shared('puter-rates', 1, () => new Map<string, Rate>());
  const seen = creditRate(lines);
  if (seen !== undefined) rates.set(api, seen);
  return rates.get(api);
}

/**
 * Reads the usage report before the purchase. If it can't be read, only the check of the actual
 * cost is lost: the receipt keeps the computed amount.
 */
async function begin(
  session: PuterSession,
  { modelRoute, args }: PuterRequest,
  order: PictureOrder,
  ports: Ports,
): Promise<Reconciliation | undefined> {
  const { app } = session;
  if (app === undefined) return undefined;
  // Once the order is being sent, an ended session must not look like a refused purchase.
  let sending = false;
  const read = async (): Promise<UsageReading | undefined> => {
    try {
      const report = await body(session, `/metering/usage/${app}`, ports);
      return usageReading(report, ports.clock.now(), rateAt(session, report));
    } catch (error) {
      if (sending) return undefined;
      throw error;
    }
  };
  const {
    prompt: _words,
    seed: _seed,
    input_images: _pictures,
    input_image: _picture,
    maskImage: _mask,
    puter_output_path: _place,
    ...priced
  } = args;
  const proof = await beginReconciliation({
    // The token identifies the account; it stays in memory.
    app: `${session.token} ${app}`,
    model: `${modelRoute.provider} ${modelRoute.model}`,
    sign: JSON.stringify([priced, order.references.map(({ width, height }) => [width, height])]),
    isMeter: isMeterOf(modelRoute),
    isElsewhere: isMeterElsewhere(modelRoute),
    read,
    clock: ports.clock,
  });
  sending = true;
  return proof;
}

/**
 * Identifies the account whose meter this is; `undefined` if unknown. Rejects with
 * `session-refused`.
 */
function whose(session: PuterSession, ports: Ports): Promise<string | undefined> {
  const { whoami } = (ports.providerSession ?? {}) as PuterProviderSession;
  const ask = (): Promise<unknown> =>
    text(whoami?.username) ? Promise.resolve(whoami) : body(session, '/whoami', ports);
  return accountMark(`${session.api} ${session.app ?? ''}`, session.token, ask);
}

/**
 * Notes the report before the purchase in the journal, so that a later visit can compare it.
 * Without the note only this visit can.
 */
async function keep(
  session: PuterSession,
  { modelRoute }: PuterRequest,
  proof: Reconciliation,
  ports: Ports,
): Promise<void> {
  const who = await whose(session, ports).catch(() => undefined);
  if (who === undefined || ports.signal.aborted) return;
  await ports
    .note?.(noteOf(proof.base, modelRoute, isMeterOf(modelRoute), who, ports.clock.now()))
    .catch(() => undefined);
}

/** What Puter's report has counted since an order was noted; `undefined` for another account. */
async function check(job: Job, ports: Ports): Promise<MeterGrowth | undefined> {
  const session = puterSession(ports.providerSession);
  const note = readNote(job);
  if (!session?.app || !note || (await whose(session, ports)) !== note.who) return undefined;
  const read = async (): Promise<MeterGrowth | undefined> => {
    const report = await body(session, `/metering/usage/${session.app ?? ''}`, ports);
    const now = usageReading(report, ports.clock.now(), rateAt(session, report));
    return now && grownSince(note, now, isMeterOf(note.modelRoute), ports.clock.now());
  };
  const first = await read();
  // Reports are empty now and then (measured), so zero purchases are confirmed by a second report.
  return first?.purchases === 0 ? read() : first;
}

/**
 * Reads from the report what a failed purchase cost. Puter bills the reader, not the supplier, so
 * what suppliers bill for refused content does not matter.
 */
async function conclude(
  { kind, refused }: Extract<Answer, { kind: 'refused' | 'lost' }>,
  proof: Reconciliation | undefined,
): Promise<Outcome> {
  if (refused.charge === 'none') {
    proof?.drop();
    return refused;
  }
  const verdict = await proof?.settle('maybe', kind === 'lost' ? undefined : soon);
  if (verdict?.kind === 'charged')
    return {
      ...refused,
      charge: 'charged',
      ...defined({ usage: verdict.usage || undefined }),
    };
  // A supplier that failed has finished. After a lost reply it may still be working, so a report
  // that shows nothing proves nothing.
  return verdict?.kind === 'absent' && kind === 'refused'
    ? { ...refused, charge: 'none' }
    : refused;
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
): Promise<Outcome> | Outcome {
  if (answer.kind !== 'picture') return conclude(answer, proof);
  const later = proof
    ?.settle('bought')
    .then((verdict) => (verdict.kind === 'charged' ? verdict.usage : undefined));
  const keptAt = text(args.puter_output_path);
  return {
    kind: 'done',
    images:
      keptAt === undefined ? answer.images : answer.images.map((made) => ({ ...made, keptAt })),
    ...defined({ later: later || undefined }),
  };
}
