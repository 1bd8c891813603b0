import { withDeadline } from '../base/abort.js';
import { defined } from '../base/defined.js';
import { UserPaysError } from '../base/error.js';
import { fields, text } from '../base/json.js';
import { shared } from '../base/shared.js';
import type { Balance } from './adapter.js';
import type { Ports } from './image-provider.js';
import { accountHash } from './puter-note.js';
import {
  puterSession,
  readAs,
  type PuterProviderSession,
  type PuterSession,
} from './puter-session.js';
import {
  creditRate,
  puterBalance,
  usageReading,
  type Rate,
  type UsageReading,
} from './puter-usage.js';

/** How long a free call may take, milliseconds. */
const patience = 5_000;

/** What the reader's Puter account can still spend. */
export async function balance(ports: Ports): Promise<Balance | undefined> {
  const session = puterSession(ports.providerSession);
  if (!session) return undefined;
  const { usage, allowanceInfo } = fields(await body(session, '/metering/usage', ports));
  const left = puterBalance(allowanceInfo, rateAt(session, usage));
  if (!left) return undefined;
  const name =
    text((ports.providerSession as PuterProviderSession).whoami?.username) ??
    text(fields(await body(session, '/whoami', ports)).username);
  return { ...left, ...defined({ name }) };
}

/**
 * The app's usage report; `undefined` if it can't be read. Rejects with `session-refused` on 401.
 */
export async function usageReport(
  session: PuterSession,
  ports: Ports,
): Promise<UsageReading | undefined> {
  const report = await body(session, `/metering/usage/${session.app ?? ''}`, ports);
  return usageReading(report, ports.clock.now(), rateAt(session, report));
}

/**
 * Identifies the account whose meter this is; `undefined` if unknown. Rejects with
 * `session-refused`.
 */
export function whose(session: PuterSession, ports: Ports): Promise<string | undefined> {
  const { whoami } = (ports.providerSession ?? {}) as PuterProviderSession;
  const ask = (): Promise<unknown> =>
    text(whoami?.username) ? Promise.resolve(whoami) : body(session, '/whoami', ports);
  return accountHash(`${session.api} ${session.app ?? ''}`, session.token, ask);
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

function ended(): UserPaysError {
  return new UserPaysError('session-refused', {
    stage: 'account',
    charge: 'none',
    facts: { provider: 'puter' },
  });
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
