import { withDeadline } from '../base/abort.js';
import { isUserPaysError, type UserPaysError } from '../base/error.js';
import type { Adapter, Call, Reply } from './adapter.js';
import { send, type Trace } from './http.js';
import type { Ports } from './image-provider.js';
import { isKeptIn } from './local-network.js';
import { refused, type Refused } from './refusal.js';

/**
 * Providers that have replied to this page, by base URL and relay. Any reply counts: it shows that
 * the browser lets the page reach them.
 */
const answering = new Set<string>();

/**
 * Sends one call with a deadline. Without a reply it resolves a refusal, whose charge is `possible`
 * as soon as the call may have reached anyone. `submit`: the call is an order, which costs money.
 */
export async function ask(
  adapter: Adapter,
  call: Call,
  ports: Ports,
  ms: number,
  { submit = false }: { readonly submit?: boolean } = {},
): Promise<Reply | Refused> {
  const trace: Trace = { sent: () => false };
  const { key, relay, clock, signal } = ports;
  const { keyHosts } = adapter;
  try {
    const reply = await withDeadline(
      clock,
      ms,
      signal,
      { stage: 'submit', charge: 'possible' },
      (until) => {
        const auth = key ? adapter.auth(key) : {};
        return send(call, { auth, keyHosts, relay, signal: until, submit }, trace);
      },
    );
    answering.add(door(adapter, relay));
    return reply;
  } catch (error) {
    const known = isUserPaysError(error) && !signal.aborted ? error : undefined;
    const isUnheard = known?.code === 'unreadable-reply' && !trace.answered;
    if (isUnheard && relay === undefined && (await isKeptIn(call.url)))
      return refused('blocked-by-browser', 'none');
    return unanswered(known, trace, signal);
  }
}

/**
 * True while it is unknown whether the browser lets this page reach the provider or the page's
 * relay.
 */
export function isUnsure(adapter: Adapter, { relay }: Ports): boolean {
  return (
    relay !== 'puter' &&
    (relay !== undefined || adapter.browsers !== 'yes') &&
    !answering.has(door(adapter, relay))
  );
}

function unanswered(
  error: UserPaysError | undefined,
  trace: Trace,
  { aborted }: AbortSignal,
): Refused {
  const told = refused(
    aborted ? 'aborted' : (error?.code ?? 'internal'),
    trace.sent() || trace.answered ? 'possible' : 'none',
    error?.facts['detail'],
  );
  return error?.facts['repeated'] ? { ...told, repeated: true } : told;
}

function door({ id, base }: Adapter, relay = ''): string {
  return `${id} ${base} ${relay}`;
}
