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
  /** The header with the key in it; empty for a server that needs none. */
  readonly auth: Readonly<Record<string, string>>;
  /** The hosts that header may go to. */
  readonly keyHosts: readonly string[];
  /**
   * The page owner's relay: gets method, body and key, and `x-target-url` with where they belong.
   * `puter`: the reader's own way through Puter's network.
   */
  readonly relay?: string | undefined;
  readonly signal: AbortSignal;
  /** True for the one call that costs money. */
  readonly submit: boolean;
}

/** A whole answer with its picture in base64 is smaller than this, bytes. */
const mostReply = 96 << 20;

/**
 * Origins that turned a streamed body down before reading it: HTTP/1.1 servers, and those that ask
 * for a length (411).
 */
const plainBodies = new Set<string>();

/** Filled in by `send`, to be asked at any time: may the order have reached anybody? */
export interface Trace {
  sent(): boolean;
}

/** `undefined` for the browser's own network. */
export async function tunnelOf(relay: string | undefined): Promise<Transport | undefined> {
  return relay === 'puter' ? (await import('./puter-relay.js')).puterTransport() : undefined;
}

/**
 * Sends one call and reads its answer: any answer, also 4xx and 5xx, is a `Reply`. A paid call goes
 * out once.
 *
 * Where the engine streams request bodies, the paid one is streamed, so that the browser can't
 * repeat it either. Over
 * HTTP/1.1 Chromium refuses to stream before it reads the body. Then, and only when the body was
 * provably never read, the same
 * order is sent as plain bytes, once.
 *
 * @throws UserPaysError `invalid-input` or `provider-failed` (nothing was sent), `unreadable-reply`
 * (charge `none` only when the order
 * provably never left, fact `repeated` where the browser may have sent it more than once); the
 * signal's reason when aborted.
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
  // Bytes without an answer yet. Measured: Chromium and Firefox send them again over every idle
  // connection there is, up to seven times in all.
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
    // Nothing is streamed over plain http: there Chromium wants HTTP/2.
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

/** Throws unless the call's secrets may go where it goes. The only place that decides it. */
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
  // Node has a navigator that says nothing.
  const { navigator }: { navigator?: { readonly onLine?: boolean } } = globalThis;
  return navigator?.onLine === false && !isLoopback(new URL(url).hostname);
}

/**
 * The request's headers, or an error that does not repeat them: engines quote a bad header value in
 * theirs.
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
  // Some send pictures as plain bytes, or under no type at all: their first bytes tell.
  const blob = /json/i.test(headers.get('content-type') ?? '') ? undefined : pictureOf(bytes);
  if (blob) return { ...reply, body: undefined, text: '', blob };
  const text = new TextDecoder().decode(bytes);
  const body = parseJson(text);
  return { ...reply, body, text: body === undefined ? text.slice(0, 4000) : '' };
}

/**
 * Sends JSON without any key and resolves the answer's body, for a sign-in's last step. Thirty
 * seconds.
 * @throws UserPaysError when there is no answer or it is not a 200.
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
