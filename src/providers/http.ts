import { defined } from '../base/defined.js';
import { UserPaysError } from '../base/error.js';
import { parseJson } from '../base/json.js';
import { isPolluted } from '../base/polluted.js';
import { withSeedsAsNumbers, withSeedsAsText } from '../base/seed.js';
import type { Call, Reply } from './adapter.js';
import { canStreamBody, pour, type PouredBody } from './body-stream.js';
import { isLoopback, isSafePlace, mayHoldKey } from './key-gate.js';
import { watchPolicy, type PolicyWatch } from './page-policy.js';
import { pictureOf } from '../base/picture-of.js';
import { mayBeRepeated } from './page-worker.js';
import type { Transport } from './puter-relay.js';
import { readBeginning, readBytes } from './read-bytes.js';
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
/** The same of an error, which is cut there: its status counts, and its words are at the start. */
const mostError = 1 << 20;

/**
 * Origins that refused a streamed body before reading it: HTTP/1.1 servers, and servers that
 * require a length (411).
 */
const plainBodies = new Set<string>();

/**
 * Set by `send`; can be read at any time. `sent` is true once the order may have reached anyone,
 * `answered` once a reply has begun.
 */
export interface Trace {
  sent(): boolean;
  answered?: true;
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
 * provably was not sent; fact `repeated` if the browser or the page's service worker may have sent it
 * more than once. After an abort it throws the signal's reason.
 */
export async function send(
  call: Call,
  sending: Sending,
  trace: Trace = { sent: () => false },
): Promise<Reply> {
  if (isPolluted()) throw never('something put data on Object.prototype');
  const tunnel = await tunnelOf(sending.relay);
  const relay = tunnel ? undefined : sending.relay;
  const direct = { ...sending, relay };
  guardKey(call, direct);
  const url = relay ?? call.url;
  sending.signal.throwIfAborted();
  if (isOffline(url)) throw offline();
  return new Delivery(url, call, direct, tunnel, trace).reply();
}

/** One call on its way. */
class Delivery {
  readonly #url: string;
  readonly #bytes: Uint8Array<ArrayBuffer> | undefined;
  readonly #init: ReturnType<typeof initOf>;
  readonly #origin: string;
  readonly #signal: AbortSignal;
  readonly #submit: boolean;
  readonly #tunnel: Transport | undefined;
  readonly #trace: Trace;
  /**
   * True while plain bytes are sent without a reply yet. Measured: Chromium and Firefox resend them
   * over every idle connection they have, up to seven times in total.
   */
  #mayRepeat = false;
  /** The page's service worker sees the order, until its reply is complete. */
  readonly #isByWorker: boolean;

  constructor(
    url: string,
    call: Call,
    sending: Sending,
    tunnel: Transport | undefined,
    trace: Trace,
  ) {
    this.#url = url;
    this.#bytes = bodyOf(call);
    this.#init = initOf(call, sending);
    this.#origin = new URL(url).origin;
    this.#signal = sending.signal;
    this.#submit = sending.submit;
    this.#isByWorker = sending.submit && !tunnel && mayBeRepeated();
    this.#tunnel = tunnel;
    this.#trace = trace;
  }

  async reply(): Promise<Reply> {
    const policy = this.#submit && !this.#tunnel ? watchPolicy(this.#url) : undefined;
    try {
      const body = this.#streamable();
      const response = await (body ? this.#fetchStreamed(pour(body), policy) : this.#fetchPlain());
      this.#trace.answered = true;
      return await readReply(response);
    } catch (cause) {
      this.#signal.throwIfAborted();
      // What was answered was sent, whatever the page's policy says.
      const isStopped = !this.#trace.answered && ((await policy?.stopped()) ?? false);
      if (isStopped) this.#trace.sent = () => false;
      throw this.#failure(cause, isStopped);
    } finally {
      policy?.end();
    }
  }

  /** The body to stream, if any. None over plain http: Chromium requires HTTP/2 for it. */
  #streamable(): Uint8Array<ArrayBuffer> | undefined {
    return this.#submit &&
      this.#bytes &&
      !this.#tunnel &&
      this.#url.startsWith('https:') &&
      canStreamBody() &&
      !plainBodies.has(this.#origin)
      ? this.#bytes
      : undefined;
  }

  async #fetchStreamed(body: PouredBody, policy: PolicyWatch | undefined): Promise<Response> {
    this.#trace.sent = body.wasRead;
    try {
      const response = await fetch(this.#url, {
        ...this.#init,
        body: body.stream,
        duplex: 'half',
      } as RequestInit);
      if (response.status === 411) plainBodies.add(this.#origin);
      return response;
    } catch (error) {
      if (body.wasRead() || this.#signal.aborted) throw error;
      policy?.again();
      const response = await this.#fetchPlain();
      plainBodies.add(this.#origin);
      return response;
    }
  }

  async #fetchPlain(): Promise<Response> {
    const body = this.#bytes ? { ...this.#init, body: this.#bytes } : this.#init;
    const wasSent = (): void => {
      this.#trace.sent = () => true;
    };
    if (this.#tunnel) {
      const tunnel = this.#tunnel;
      return tunnel(this.#url, body, wasSent);
    }
    wasSent();
    this.#mayRepeat = this.#submit;
    const response = await fetch(this.#url, body);
    this.#mayRepeat = false;
    return response;
  }

  #failure(cause: unknown, isStopped: boolean): UserPaysError {
    const wasSent = this.#trace.sent() || this.#trace.answered === true;
    if ((this.#tunnel && !wasSent) || isStopped)
      return new UserPaysError('blocked-by-browser', { stage: 'submit', charge: 'none', cause });
    return new UserPaysError('unreadable-reply', {
      stage: 'submit',
      charge: wasSent ? 'possible' : 'none',
      cause,
      facts: this.#mayRepeat || this.#isByWorker ? { repeated: '1' } : {},
    });
  }
}

function initOf(call: Call, sending: Sending) {
  return {
    method: call.method,
    headers: headersOf(call, sending),
    signal: sending.signal,
    redirect: 'error',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    mode: 'cors',
  } as const;
}

function bodyOf({ json, form }: Call): Uint8Array<ArrayBuffer> | undefined {
  const body = form
    ? new URLSearchParams(form).toString()
    : json !== undefined && withSeedsAsNumbers(JSON.stringify(json));
  return body === false ? undefined : new TextEncoder().encode(body);
}

function typeOf({ json, form }: Call): string | undefined {
  if (form) return 'application/x-www-form-urlencoded';
  return json === undefined ? undefined : 'application/json';
}

function offline(): UserPaysError {
  return new UserPaysError('provider-failed', {
    stage: 'submit',
    charge: 'none',
    facts: { detail: 'offline' },
  });
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
      ...defined({ 'content-type': typeOf(call) }),
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
  const bytes = await (status < 400
    ? readBytes(response, mostReply)
    : readBeginning(response, mostError));
  const reply = { status, headers: Object.fromEntries(headers) };
  // Some providers send images as plain bytes or without a type, so the first bytes decide.
  const blob = /json/i.test(headers.get('content-type') ?? '') ? undefined : pictureOf(bytes);
  if (blob) return { ...reply, body: undefined, text: '', blob };
  const text = new TextDecoder().decode(bytes);
  const body = parseJson(withSeedsAsText(text));
  return { ...reply, body, text: body === undefined ? text.slice(0, 4000) : '' };
}

/**
 * Posts JSON, or a form, without a key and resolves the reply's body; the last step of a sign-in.
 * @throws UserPaysError `session-refused` if the status is not 200, or what `send` throws; a
 * `TimeoutError` after thirty seconds.
 */
export async function postWithoutKey(
  url: string,
  values: Readonly<Record<string, string>>,
  isForm = false,
): Promise<unknown> {
  const { status, body } = await send(
    { method: 'POST', url, ...(isForm ? { form: values } : { json: values }) },
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
