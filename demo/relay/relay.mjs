// A relay for providers that let no page talk to them: it passes one call on, with the reader's own
// key, and keeps nothing.
//
// Wire format: the page sends method, body and key header here, and `x-target-url` with the
// provider's address. The answer comes back as it is, with the headers that say something about it
// (`goesBack`), all readable. What the relay itself refuses (a host that is not on its list, a page
// it does not serve) is a 403, 405 or 413 with `x-relay-refused`: nothing was sent on then. A 413
// with `retry-after` passes by itself.
//
// `export default` runs on platforms with a fetch handler (Cloudflare Workers, Deno Deploy, Bun);
// `serve.mjs` runs it under Node. On this machine (127.0.0.1, localhost, [::1]) it serves the pages
// of its own origin. Everywhere else it serves those it is told of:
//
//   relay({ origins: ['https://page.example'] })          pages of other origins
//   relay({ publicOrigin: 'https://relay.example' })      pages of its own, also behind a proxy that
//                                                         ends TLS
//
// Its own origin is never taken from the request: `Host` is whatever a name resolves to us
// (DNS rebinding), and `X-Forwarded-*` is whatever the caller writes. An order (anything but GET)
// needs an `Origin`, which browsers always send with one.
// It sees the reader's key and pictures pass by: run it where your readers can trust you, over
// https, and log nothing.

/** Providers that refuse browsers or don't say whether they do, and where they deliver pictures. */
export const hosts = [
  '*.bfl.ai',
  '*.blob.core.windows.net',
  'api.replicate.com',
  'replicate.delivery',
  '*.replicate.delivery',
  'api.together.ai',
  'api.deepinfra.com',
  'api.aigateway.sh',
  'media.aigateway.sh',
];

/**
 * Those of them that only hand out pictures, some of them to everybody's customers: they are read,
 * never written to, and get no key.
 */
export const deliveries = [
  'delivery.bfl.ai',
  'delivery-*.bfl.ai',
  '*.blob.core.windows.net',
  'replicate.delivery',
  '*.replicate.delivery',
  'media.aigateway.sh',
];

/** The most bytes of an order or an answer. Four reference pictures are some 30 MB. */
export const mostBytes = 64 * 1024 * 1024;

/** The most bytes of all orders that are being received or sent on. More have to wait. */
const mostBytesAtOnce = 256 * 1024 * 1024;

/** An order has to grow by this many bytes in as many milliseconds, or it is given up. */
const leastGrowth = 32 * 1024;
const growthTime = 20_000;

/** What of the page's request goes on. No cookies, no origin, no address of the reader. */
const passedOn = ['accept', 'authorization', 'content-type', 'prefer', 'x-key'];
/**
 * What of the answer goes back: its type, when to ask again, what it cost, why it was refused. All
 * else would set something for this host (`clear-site-data`, `link`, `refresh`, HSTS, cookies), or
 * speak in the relay's name (`x-relay-refused`).
 */
const goesBack =
  /^(content-type|retry-after(-ms)?|x-([\w-]+-)?(units|cost|error-type|error-code)|(x-)?([\w-]+-)?request-id|(x-)?ratelimit-[\w-]+)$/;

/** True for a name on a list: exact, `*.example.com` with all below it, or `a-*.example.com`. */
const isOn = (/** @type {readonly string[]} */ list, /** @type {string} */ host) =>
  list.some((name) => {
    if (name.startsWith('*.') && host === name.slice(2)) return true;
    const [head = '', tail] = name.split('*');
    return tail === undefined
      ? host === name
      : host.length > head.length + tail.length && host.startsWith(head) && host.endsWith(tail);
  });

/** The address, if it is plainly written, https, at its default port and on the list. */
const target = (/** @type {string} */ text, /** @type {readonly string[]} */ list) => {
  if (!/^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:[/?][!-[\]-~]*)?$/i.test(text)) return undefined;
  // Port 99999 or host 1.2.3.4.5 is plainly written and yet no address.
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isLocal = url.protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(url.hostname);
  return isOn(list, url.host) && (url.protocol === 'https:' || isLocal) ? url : undefined;
};

/** @typedef {{ left: number }} Room How many bytes may still be held, for all orders together. */

/**
 * All bytes of a body. Instead of them `long` as soon as there are more than `most`, `busy` where
 * all orders together are too long, `slow` where it stops growing.
 * @param {Request} request @param {{ most: number, room: Room, patience: number }} limits
 * @param {(bytes: number) => void} held is told of each byte that was taken from `room`
 */
const read = async (request, { most, room, patience }, held) => {
  if (Number(request.headers.get('content-length')) > most) return 'long';
  const chunks = [];
  const reader = request.body?.getReader();
  let bytes = 0;
  let before = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let watch;
  /** @type {Promise<undefined>} */
  const stalled = new Promise((resolve) => {
    watch = setInterval(() => {
      if (bytes - before < leastGrowth) resolve(undefined);
      before = bytes;
    }, patience);
  });
  try {
    for (;;) {
      const part = await Promise.race([
        reader?.read() ?? { done: true, value: undefined },
        stalled,
      ]);
      if (!part) return 'slow';
      if (part.done || !part.value) break;
      bytes += part.value.length;
      if (bytes > most) return 'long';
      if (part.value.length > room.left) return 'busy';
      room.left -= part.value.length;
      held(part.value.length);
      chunks.push(part.value);
    }
    return new Blob(chunks);
  } finally {
    clearInterval(watch);
    // Without waiting: a body that has stopped never confirms it.
    void reader?.cancel().catch(() => undefined);
  }
};

/** The same stream, which breaks off where it gets longer than `most`. */
const bounded = (/** @type {ReadableStream<Uint8Array>} */ body, /** @type {number} */ most) => {
  let bytes = 0;
  return body.pipeThrough(
    new TransformStream({
      transform: (chunk, controller) => {
        bytes += chunk.length;
        if (bytes > most) controller.error(new RangeError('answer too long'));
        else controller.enqueue(chunk);
      },
    }),
  );
};

/** The headers that go on: to a delivery host none that could be a key. */
const headersFor = (/** @type {Request} */ request, /** @type {boolean} */ isDelivery) => {
  const headers = new Headers();
  for (const name of isDelivery ? ['accept'] : passedOn) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
};

/** This machine, by a name or number that no DNS server can give to another. */
const isHere = (/** @type {URL} */ { hostname }) =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);

/**
 * @param {{hosts?: readonly string[], deliveries?: readonly string[], methods?: readonly string[],
 * origins?: readonly string[], publicOrigin?: string, most?: number, mostAtOnce?: number,
 * patience?: number}} [settings]
 * `hosts`: exact names (with their port, where it is not 443) or `*.example.com`. `deliveries`:
 * those of them that are only read, by GET and
 * without a key. `methods`: what the others may be asked by, GET and POST unless told otherwise.
 * `origins`: the pages that may use it. `publicOrigin`: the origin by which pages reach it; theirs
 * may use it too. Without both only pages of this machine may. `most`: bytes of a body.
 * `mostAtOnce`: bytes of all orders at once. `patience`: milliseconds in which an order has to grow.
 * @returns {(request: Request) => Promise<Response>}
 */
export const relay = ({
  hosts: list = hosts,
  deliveries: readOnly = deliveries,
  methods = ['GET', 'POST'],
  origins = [],
  publicOrigin = '',
  most = mostBytes,
  mostAtOnce = mostBytesAtOnce,
  patience = growthTime,
} = {}) => {
  /** @type {Room} */
  const room = { left: mostAtOnce };
  const served = new Set([...origins, publicOrigin].filter(Boolean));
  return async (request) => {
    const here = new URL(request.url);
    const origin = request.headers.get('origin') ?? '';
    const isServed =
      origin === '' ||
      served.has(origin) ||
      (served.size === 0 && isHere(here) && origin === here.origin);
    const cors = {
      'access-control-allow-origin': origin || '*',
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '*',
      'access-control-max-age': '86400',
      vary: 'origin, access-control-request-headers',
    };
    const refuse = (
      /** @type {number} */ status,
      /** @type {string} */ message,
      /** @type {Record<string, string>} */ more = {},
    ) =>
      Response.json(
        { error: { message } },
        {
          status,
          headers: {
            ...cors,
            ...more,
            'x-relay-refused': message,
            'access-control-expose-headers': 'x-relay-refused, retry-after',
          },
        },
      );

    if (!isServed) return new Response(null, { status: 403 });
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: cors });
    const url = target(request.headers.get('x-target-url') ?? '', list);
    if (!url) return refuse(403, 'address not on the list of this relay');
    const isDelivery = isOn(readOnly, url.host);
    if (!(isDelivery ? ['GET'] : methods).includes(request.method))
      return refuse(405, 'method not relayed');

    if (request.method !== 'GET' && origin === '') return refuse(403, 'an order without an origin');

    let taken = 0;
    try {
      // The whole body first: providers get its length, and half an order is never begun.
      const body =
        request.method === 'GET'
          ? undefined
          : await read(request, { most, room, patience }, (bytes) => (taken += bytes));
      if (body === 'long') return refuse(413, `over ${Math.floor(most / 1024 / 1024)} MB`);
      if (body === 'busy') return refuse(413, 'busy, try again soon', { 'retry-after': '5' });
      if (body === 'slow') return new Response(null, { status: 408, headers: cors });
      // A redirect could lead the key off the list.
      const reply = await fetch(url, {
        method: request.method,
        headers: headersFor(request, isDelivery),
        redirect: 'manual',
        ...(body?.size ? { body } : {}),
      });
      if (reply.type === 'opaqueredirect' || (reply.status >= 300 && reply.status < 400))
        throw new Error('redirect');
      const names = [...reply.headers.keys()].filter((name) => goesBack.test(name));
      return new Response(reply.body && bounded(reply.body, most), {
        status: reply.status,
        headers: {
          ...Object.fromEntries(names.map((name) => [name, reply.headers.get(name) ?? ''])),
          ...cors,
          'access-control-expose-headers': names.join(', '),
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      // Nobody knows how far the order got: no word here that it did not.
      return Response.json(
        { error: { message: 'no answer from there' } },
        { status: 502, headers: cors },
      );
    } finally {
      room.left += taken;
    }
  };
};

export default { fetch: relay() };
