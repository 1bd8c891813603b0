import { aborted } from '../base/abort.js';
import { UserPaysError } from '../base/error.js';
import { pageValue } from '../base/page-value.js';

/**
 * Like `fetch`, but only for a URL, not a `Request`. Calls `leaves` when the request is sent; until
 * then no one has received any of it.
 */
export type Transport = (
  url: string,
  init: RequestInit & { readonly signal: AbortSignal },
  leaves?: () => void,
) => Promise<Response>;

/**
 * One of the SDK's connections (`PSocket`, `PTLSSocket`, read in 2.6.3). The SDK's `fetch` creates
 * one when called and writes to it once it is open, TLS included.
 */
interface Socket {
  write(data: unknown, done?: () => void): void;
  close?(): void;
}
type SocketClass = new (...args: unknown[]) => Socket;
interface Network {
  fetch(url: string, init: RequestInit): Promise<Response>;
  Socket?: SocketClass;
  tls?: { TLSSocket?: SocketClass };
}
interface PuterOfPage {
  readonly authToken?: string | null;
  readonly net?: Network;
}

/**
 * Puter's network instead of the browser's, for providers without CORS (`relay="puter"`): a TCP
 * connection through Puter's servers. TLS ends in this browser, so Puter sees neither key nor
 * image. It needs the SDK on the page and a signed-in user, who pays for the traffic. On first use
 * the SDK loads its TLS library from `puter-net.b-cdn.net` (read in 2.6.3), which the page's CSP
 * has to allow.
 *
 * @throws UserPaysError before anything is sent: `no-session`, or `blocked-by-browser` if the
 * browser hides a request's body from the SDK (Firefox), which would then send an empty order
 */
export function puterTransport(): Transport {
  const puter = pageValue('puter') as PuterOfPage | undefined;
  const net = puter?.authToken ? puter.net : undefined;
  if (!net) throw unfit('no-session', 'the Puter relay needs a signed-in reader');
  if (!new Request('https://relay.invalid/', { method: 'POST', body: 'x' }).body)
    throw unfit('blocked-by-browser', 'this browser can’t use the Puter relay');
  return async (url, init, leaves = () => undefined) => {
    const reply = fetchBy(net, url, init, leaves).catch((reason: unknown) => {
      throw reason instanceof Error ? reason : new TypeError(String(reason));
    });
    const response = await Promise.race([reply, aborted(init.signal)]);
    // Requests with keys must not follow redirects, and this network follows none by itself.
    if (response.status >= 300 && response.status < 400) throw new TypeError('redirected');
    return response;
  };
}

function unfit(code: 'no-session' | 'blocked-by-browser', detail: string): UserPaysError {
  return new UserPaysError(code, {
    stage: 'account',
    charge: 'none',
    facts: { provider: 'puter', detail },
  });
}

/**
 * Starts the SDK's `fetch` and calls `leaves` when it writes. If the write can't be observed,
 * `leaves` is called at once.
 */
function fetchBy(
  net: Network,
  url: string,
  init: RequestInit & { readonly signal: AbortSignal },
  leaves: () => void,
): Promise<Response> {
  let reply: Promise<Response> | undefined;
  const isTls = url.startsWith('https:');
  const isSeen = watching(
    isTls ? net.tls : net,
    isTls ? 'TLSSocket' : 'Socket',
    (socket) => watched(socket, init.signal, leaves),
    () => {
      reply = net.fetch(url, init);
    },
  );
  if (!isSeen) leaves();
  return reply ?? Promise.reject(new TypeError('no answer'));
}

/**
 * Runs `call` with the class `place[name]` replaced, so that every connection created meanwhile
 * goes through `watch`.
 * @returns false if none was created
 */
function watching(
  place: object | undefined,
  name: string,
  watch: (socket: Socket) => Socket,
  call: () => void,
): boolean {
  const own = (place as Record<string, unknown> | undefined)?.[name];
  let isMade = false;
  if (!place || typeof own !== 'function') {
    call();
    return false;
  }
  const construct = (target: object, args: unknown[], as: object): object => {
    isMade = true;
    return watch(
      Reflect.construct<unknown[], Socket>(target as SocketClass, args, as as SocketClass),
    );
  };
  const isSet = Reflect.set(
    place,
    name,
    new Proxy(own, { construct: (target, args: unknown[], as) => construct(target, args, as) }),
  );
  try {
    call();
  } finally {
    if (isSet) Reflect.set(place, name, own);
  }
  return isMade;
}

/** Drops writes after an abort: a connection that opens after the reader stopped sends no order. */
function watched(socket: Socket, signal: AbortSignal, leaves: () => void): Socket {
  const write = socket.write.bind(socket);
  socket.write = (data, done) => {
    if (signal.aborted) return socket.close?.();
    leaves();
    write(data, done);
  };
  return socket;
}
