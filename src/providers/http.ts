import { defined } from '../base/defined.js';
import { UserPaysError } from '../base/error.js';
import { parseJson } from '../base/json.js';
import type { Call, Reply } from './adapter.js';
import { canStreamBody, pour, type PouredBody } from './body-stream.js';
import { isLoopback, isSafePlace, mayHoldKey } from './key-gate.js';
import { watchPolicy } from './page-policy.js';
import { pictureOf } from '../base/image-header.js';
import type { Transport } from './puter-relay.js';
import { readBytes } from './read-bytes.js';
import { words } from './words.js';

/** How one call is sent. */
export interface Sending {
  /** The header that contains the key; empty if no key is sent. */
  readonly auth: Readonly<Record<string, string>>;
  /** The hosts that header may be sent to. */
  readonly keyHosts: readonly string[];
  /**
   * The URL of the page owner's relay. It receives method, body and key, and the destination in
   * `x-target-url`. `puter`: Puter's network, on the reader's account.
   */
  readonly relay?: string | undefined;
  readonly signal: AbortSignal;
  /** True for the one call that costs money. */
  readonly submit: boolean;
}

/** The most bytes read of a reply; a complete reply with its image in base64 is smaller. */
const mostReply = 96 << 20;

/**
 * Origins that refused a streamed body before reading it: HTTP/1.1 servers, and servers that
 * require a length (411).
 */
const plainBodies = new Set<string>();

/**
 * Set by `send`; can be called at any time. `sent` is true once the order may have reached anyone.
 */
export interface Trace {
  sent(): boolean;
}

/** The transport for Puter's network; `undefined` for the browser's own network. */
export async function tunnelOf(relay: string | undefined): Promise<Transport | undefined> {
  return relay === 'puter' ? (await import('./puter-relay.js')).puterTransport() : undefined;
}

/**
 * Sends one call and reads the reply. Every reply, including 4xx and 5xx, resolves a `Reply`. A
 * paid call is sent once.
 *
 * If the browser can stream request bodies, the body of a paid call is streamed, so that the
 * browser can't repeat it either. Over HTTP/1.1 Chromium refuses to stream before it reads the
 * body. Then, and only if the body was provably never read, the same order is sent as plain bytes,
 * once.
 *
 * @throws UserPaysError `invalid-input`, `provider-failed` (offline), `no-session` or
 * `blocked-by-browser`: nothing was sent. `unreadable-reply`: charge `none` only if the order
 * provably was not sent; fact `repeated` if the browser may have sent it more than once. After an
 * abort it throws the signal's reason.
 */
export async function send(
  call: Call,
  sending: Sending,
  trace: Trace = { sent: () => false },
): Promise<Reply> {
  const { signal, submit } = sending;
  const tunnel = await tunnelOf(sending.relay);
  const relay = tunnel ? undefined : sending.relay;
  guardKey(call, { ...sending, relay });
  const url = relay ?? call.url;
  signal.throwIfAborted();
  if (isOffline(url))
    throw new UserPaysError('provider-failed', {
      stage: 'submit',
      charge: 'none',
      facts: { detail: 'offline' },
    });
  const bytes =
    call.json === undefined ? undefined : new TextEncoder().encode(JSON.stringify(call.json));
  const init = {
    method: call.method,
    headers: headersOf(call, { ...sending, relay }),
    signal,
    redirect: 'error',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    mode: 'cors',
  } as const;
  const { origin } = new URL(url);
  // True while plain bytes are sent without a reply yet. Measured: Chromium and Firefox resend them
  // over every idle connection they have, up to seven times in total.
  let mayRepeat = false;
  const fetchPlain = async (): Promise<Response> => {
    const body = bytes ? { ...init, body: bytes } : init;
    if (tunnel)
      return tunnel(url, body, () => {
        trace.sent = () => true;
      });
    trace.sent = () => true;
    mayRepeat = submit;
    const response = await fetch(url, body);
    mayRepeat = false;
    return response;
  };
  const fetchStreamed = async (body: PouredBody): Promise<Response> => {
    trace.sent = body.wasRead;
    try {
      const response = await fetch(url, {
        ...init,
        body: body.stream,
        duplex: 'half',
      } as RequestInit);
      if (response.status === 411) plainBodies.add(origin);
      return response;
    } catch (error) {
      if (body.wasRead() || signal.aborted) throw error;
      const response = await fetchPlain();
      plainBodies.add(origin);
      return response;
    }
  };
  const policy = submit && !tunnel ? watchPolicy(url) : undefined;
  try {
    // No streaming over plain http: Chromium requires HTTP/2 for it.
    const streamed =
      submit &&
      bytes &&
      !tunnel &&
      url.startsWith('https:') &&
      canStreamBody() &&
      !plainBodies.has(origin);
    return await readReply(await (streamed ? fetchStreamed(pour(bytes)) : fetchPlain()));
  } catch (cause) {
    signal.throwIfAborted();
    const isStopped = (await policy?.stopped()) ?? false;
    if (isStopped) trace.sent = () => false;
    if ((tunnel && !trace.sent()) || isStopped)
      throw new UserPaysError('blocked-by-browser', { stage: 'submit', charge: 'none', cause });
    throw new UserPaysError('unreadable-reply', {
      stage: 'submit',
      charge: trace.sent() ? 'possible' : 'none',
      cause,
      facts: mayRepeat ? { repeated: '1' } : {},
    });
  } finally {
    policy?.end();
  }
}

/**
 * Throws unless the call's secrets may be sent to its URL. This is the only place that decides it.
 */
function guardKey(call: Call, { auth, keyHosts, relay }: Sending): void {
  if (relay !== undefined && !isSafePlace(relay)) throw never('the relay is not https');
  if (Object.keys(auth).length > 0 && !mayHoldKey({ keyHosts }, call.url))
    throw never('the key may not go there');
}

function never(detail: string): UserPaysError {
  return new UserPaysError('invalid-input', {
    stage: 'submit',
    charge: 'none',
    retry: 'never',
    facts: { detail },
  });
}

function isOffline(url: string): boolean {
  // Node's `navigator` has no `onLine`.
  const { navigator }: { navigator?: { readonly onLine?: boolean } } = globalThis;
  return navigator?.onLine === false && !isLoopback(new URL(url).hostname);
}

/**
 * The request's headers. Throws an error of our own, because browsers quote a bad header value,
 * possibly the key, in theirs.
 */
function headersOf(call: Call, { auth, relay }: Sending): Headers {
  try {
    return new Headers({
      accept: 'application/json',
      ...defined({ 'content-type': call.json === undefined ? undefined : 'application/json' }),
      ...call.headers,
      ...auth,
      ...defined({ 'x-target-url': relay === undefined ? undefined : call.url }),
    });
  } catch {
    throw never('a header is not text');
  }
}

async function readReply(response: Response): Promise<Reply> {
  const { status, headers } = response;
  const bytes = await readBytes(response, mostReply);
  const reply = { status, headers: Object.fromEntries(headers) };
  // Some providers send images as plain bytes or without a type, so the first bytes decide.
  const blob = /json/i.test(headers.get('content-type') ?? '') ? undefined : pictureOf(bytes);
  if (blob) return { ...reply, body: undefined, text: '', blob };
  const text = new TextDecoder().decode(bytes);
  const body = parseJson(text);
  return { ...reply, body, text: body === undefined ? text.slice(0, 4000) : '' };
}

/**
 * Posts JSON without a key and resolves the reply's body; the last step of a sign-in.
 * @throws UserPaysError `session-refused` if the status is not 200, or what `send` throws; a
 * `TimeoutError` after thirty seconds.
 */
export async function postJson(url: string, json: unknown): Promise<unknown> {
  const { status, body } = await send(
    { method: 'POST', url, json },
    { auth: {}, keyHosts: [], signal: AbortSignal.timeout(30_000), submit: false },
  );
  if (status !== 200)
    throw new UserPaysError('session-refused', {
      stage: 'account',
      charge: 'none',
      facts: { detail: words(body) ?? '' },
    });
  return body;
}
