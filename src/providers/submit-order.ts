import { defined } from '../base/defined.js';
import { isUserPaysError } from '../base/error.js';
import { fields } from '../base/json.js';
import type { Adapter, Call, Reply } from './adapter.js';
import { ask, isUnsure } from './ask.js';
import { heldBack } from './held-back.js';
import type { Ports } from './image-provider.js';
import { isLoopback } from './key-gate.js';
import type { Outcome } from './outcome.js';
import type { PictureOrder } from './picture-order.js';
import { refused, retryAfter, type Refused } from './refusal.js';
import { plain, shortened } from './words.js';

/**
 * Sends the paid call, once, and interprets the reply. Rejects with the signal's reason if aborted
 * after the call may have been sent.
 */
export async function submitOrder(
  adapter: Adapter,
  order: PictureOrder,
  ports: Ports,
): Promise<Outcome> {
  const { deadlines, signal } = ports;
  if (!ports.key && !adapter.keyOptional) return refused('no-session', 'none');
  const call = callFor(adapter, order);
  if ('code' in call) return call;
  if (ports.relay === undefined && isMixed(call.url)) return refused('blocked-by-browser', 'none');
  const closed = await probeReachability(adapter, ports);
  if (closed) return closed;
  const unsure = isUnsure(adapter, ports);
  const held = await heldBack(ports);
  if (held) return held;
  const first = await ask(
    adapter,
    call,
    ports,
    adapter.answers === 'job' ? deadlines.submit : deadlines.submitPicture,
    { submit: true },
  );
  const isLost = 'code' in first && first.charge === 'possible' && !signal.aborted;
  const reply = (isLost ? await askedAgain(adapter, order, call, ports) : undefined) ?? first;
  if (!('code' in reply))
    return ports.relay === undefined
      ? adapter.readSubmit(reply, order)
      : relayed(reply, adapter.readSubmit(reply, order));
  if (reply.charge === 'possible') signal.throwIfAborted();
  return reply.code === 'unreadable-reply' && unsure
    ? { ...reply, code: 'blocked-by-browser' }
    : reply;
}

/** The call as the adapter builds it, or the refusal of an order it can't handle. */
export function callFor(adapter: Adapter, order: PictureOrder): Call | Refused {
  try {
    return adapter.submit(order);
  } catch (error) {
    return refused(
      isUserPaysError(error) ? error.code : 'internal',
      'none',
      isUserPaysError(error) ? error.facts['detail'] : undefined,
    );
  }
}

/**
 * True for mixed content: a page over https may not call a server over http, except on this
 * machine. Browsers block such a call before anything is sent.
 */
function isMixed(url: string): boolean {
  const { location }: { location?: { readonly protocol: string } } = globalThis;
  return (
    location?.protocol === 'https:' && url.startsWith('http:') && !isLoopback(new URL(url).hostname)
  );
}

/**
 * Sends a free call first if the browser may block this host. If the free call fails, the paid one
 * is not sent.
 */
async function probeReachability(adapter: Adapter, ports: Ports): Promise<Refused | undefined> {
  if (!adapter.balance || !isUnsure(adapter, ports)) return undefined;
  const reply = await ask(adapter, adapter.balance(), ports, ports.deadlines.submit);
  if (!('code' in reply)) return undefined;
  return refused(
    reply.code === 'unreadable-reply' ? 'blocked-by-browser' : reply.code,
    'none',
    reply.detail,
  );
}

/**
 * Sends an order whose reply was lost a second time, only if the provider documents that it bills
 * it once. If the second attempt fails too, the first may still have been billed.
 */
async function askedAgain(
  adapter: Adapter,
  order: PictureOrder,
  call: Call,
  ports: Ports,
): Promise<Reply | undefined> {
  if (!adapter.isBilledOnce?.(order)) return undefined;
  await ports.clock.sleep(1000, ports.signal);
  const { submitPicture } = ports.deadlines;
  const reply = await ask(adapter, call, ports, submitPicture, { submit: true });
  return 'code' in reply || adapter.readSubmit(reply, order).kind === 'refused' ? undefined : reply;
}

/** The statuses with which a relay refuses an order itself, before it sends anything on. */
const relayRefusals: ReadonlySet<number> = new Set([403, 405, 413]);

/**
 * Corrects the outcome for a relay. The relay's own refusal is not the provider's, and a 5xx may
 * come from the relay, so it never counts as free of charge. A relay that passes on a provider's
 * `x-relay-refused` must not make a paid order free, so the header is believed only where nothing
 * else says that the order was sent on.
 */
function relayed(reply: Reply, outcome: Outcome): Outcome {
  const why = reply.headers['x-relay-refused'];
  const isForeign = why !== undefined && isFromProvider(reply, outcome);
  if (why !== undefined && relayRefusals.has(reply.status) && !isForeign)
    return refusedByRelay(why, retryAfter(reply));
  // A reply that contradicts itself proves nothing.
  return outcome.kind === 'refused' &&
    outcome.charge === 'none' &&
    (isForeign || reply.status >= 500)
    ? { ...outcome, charge: 'possible' }
    : outcome;
}

/** `retryAfterMs`: the relay is busy, which passes by itself. */
function refusedByRelay(why: string, retryAfterMs: number | undefined): Refused {
  const code = retryAfterMs === undefined ? 'invalid-input' : 'provider-busy';
  return { ...refused(code, 'none', shortened(plain(why))), ...defined({ retryAfterMs }) };
}

/** True for a reply with an image, a job, a cost, or anything else that a relay does not make up. */
function isFromProvider({ body, blob }: Reply, outcome: Outcome): boolean {
  const { error, ...rest } = fields(body);
  return (
    blob !== undefined ||
    outcome.kind !== 'refused' ||
    outcome.charge !== 'none' ||
    outcome.usage !== undefined ||
    Array.isArray(body) ||
    [...Object.keys(rest), ...Object.keys(fields(error))].some((name) => name !== 'message')
  );
}
