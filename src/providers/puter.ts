import { defined } from '../base/defined.js';
import { aborted, withDeadline } from '../base/abort.js';
import { UserPaysError } from '../base/error.js';
import { fields, text } from '../base/json.js';
import { shared } from '../base/shared.js';
import type {
  Balance,
  Job,
  ImageProvider,
  MeterGrowth,
  Outcome,
  PictureOrder,
  Ports,
} from './adapter.js';
import { heldBack } from './held-back.js';
import { beginReconciliation, type Reconciliation } from './puter-reconciliation.js';
import { accountMark, grownSince, noteOf, readNote } from './puter-note.js';
import { puterRequest, type PuterRequest } from './puter-request.js';
import { isMeterOf } from './puter-model-route.js';
import { buy, buyBySdk, type Answer } from './puter-send.js';
import { takeSlot } from './puter-concurrency.js';
import {
  creditRate,
  puterDollars,
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
 * Readings after a supplier's failure before it counts as not charged: three and a half seconds. A
 * lost reply gets all twenty.
 */
const soon = 5;

/**
 * Puter, paid by the reader's own account. `ports.agent` is the SDK object of the reader's account,
 * signed in before. One order is one POST to
 * Puter with model and supplier pinned; nothing is ever sent again, also not on 429. The picture
 * comes with the answer; what it cost is
 * read back from the app's usage and follows as `later`.
 */
export const puter: ImageProvider = {
  id: 'puter',
  callsBeforeSend: true,

  run: async (order, ports) => {
    const providerSession = (ports.providerSession ?? {}) as PuterProviderSession;
    const session = puterSession(providerSession);
    const request = puterRequest(order, folderOf(session));
    if ('problem' in request) return no('invalid-input', request.problem);
    // Its own function is for an SDK that keeps its session to itself; it does not get around what
    // a token may be sent to.
    if (
      !session &&
      (text(providerSession.authToken) !== undefined ||
        providerSession.authToken === null ||
        !providerSession.ai)
    )
      return no('no-session');
    const leave = await takeSlot(ports.signal);
    let proof: Reconciliation | undefined;
    try {
      proof = session && leave && (await begin(session, request, order, ports));
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
    try {
      const answer = await (session
        ? buy(session, request.args, ports)
        : buyBySdk(providerSession, request.args, ports));
      leave();
      return await Promise.race([outcomeOf(answer, request, proof), aborted(ports.signal)]);
    } catch (reason) {
      leave();
      // Nobody waits any more, but purchases beside this one still have to be told from it.
      void proof?.settle('maybe');
      throw reason;
    }
  },

  check,

  balance: async (ports): Promise<Balance | undefined> => {
    const session = puterSession(ports.providerSession);
    if (!session) return undefined;
    const { usage, allowanceInfo } = fields(await body(session, '/metering/usage', ports));
    const { remaining, unit } = fields(allowanceInfo);
    const usd = puterDollars(remaining, unit, rateAt(session, usage));
    if (usd === undefined) return undefined;
    const name =
      text((ports.providerSession as PuterProviderSession).whoami?.username) ??
      text(fields(await body(session, '/whoami', ports)).username);
    return {
      usd,
      ...defined({ name }),
    };
  },
};

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
 * A free read as the reader. Throws `session-refused` on 401, otherwise resolves the body, or
 * `undefined` when there was none in time.
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
  // A late 401 says nothing about the session that was begun meanwhile.
  if (reply?.status === 401 && puterSession(providerSession)?.token === session.token)
    throw ended();
  return reply?.status === 200 ? reply.body : undefined;
}

/** What is known of a server's credits, from any report that shows it; small reports don't. */
function rateAt({ api }: PuterSession, lines: unknown): Rate {
  const rates = shared('puter-rates', 1, () => new Map<string, Rate>());
  const seen = creditRate(lines);
  if (seen !== undefined) rates.set(api, seen);
  return rates.get(api);
}

/**
 * The report before the purchase. One that can't be read costs only the proof: the receipt then
 * keeps the computed amount.
 */
async function begin(
  session: PuterSession,
  { modelRoute, args }: PuterRequest,
  order: PictureOrder,
  ports: Ports,
): Promise<Reconciliation | undefined> {
  const { app } = session;
  if (app === undefined) return undefined;
  // After the purchase, an ended session must not look like a refused purchase.
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
    puter_output_path: _place,
    ...priced
  } = args;
  const proof = await beginReconciliation({
    // The token stands for the account; it stays in memory.
    app: `${session.token} ${app}`,
    model: `${modelRoute.provider} ${modelRoute.model}`,
    sign: JSON.stringify([priced, order.references.map(({ width, height }) => [width, height])]),
    isMeter: isMeterOf(modelRoute),
    read,
    clock: ports.clock,
  });
  sending = true;
  return proof;
}

/** Whose meter it is; `undefined` when nobody says. Throws `session-refused`. */
function whose(session: PuterSession, ports: Ports): Promise<string | undefined> {
  const { whoami } = (ports.providerSession ?? {}) as PuterProviderSession;
  const ask = (): Promise<unknown> =>
    text(whoami?.username) ? Promise.resolve(whoami) : body(session, '/whoami', ports);
  return accountMark(`${session.api} ${session.app ?? ''}`, session.token, ask);
}

/**
 * Writes the report before the purchase down, so that a later visit can compare. Without it only
 * this visit can.
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

/** What Puter's report has counted since an order was noted, for the account that ordered it. */
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
  // Reports are empty now and then (measured): "nothing" is believed the second time.
  return first?.purchases === 0 ? read() : first;
}

/**
 * What a failed purchase cost, as far as the report shows. It is Puter that bills the reader,
 * whatever its suppliers bill for content they refuse.
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
  // A supplier that failed has ended its work. After a lost reply it may still be at it, so nothing
  // seen proves nothing.
  return verdict?.kind === 'absent' && kind === 'refused'
    ? { ...refused, charge: 'none' }
    : refused;
}

/**
 * A page's own folder in its readers' drive is the one place it may write without being asked; the
 * SDK itself completes a path that is not from the root.
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
