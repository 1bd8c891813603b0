// A relay for providers that let no page talk to them: it passes one call on, with the reader's own
// key, and keeps nothing.
//
// Wire format: the page sends method, body and key header here, and `x-target-url` with the
// provider's address. The answer comes back
// as it is, all headers readable. What the relay itself refuses (a host that is not on its list, a
// page it does not serve) is a 403, 405
// or 413 with `x-relay-refused`: nothing was sent on then.
//
// `export default` runs on platforms with a fetch handler (Cloudflare Workers, Deno Deploy, Bun);
// `serve.mjs` runs it under Node. There it
// serves the pages of its own origin: name others with `relay({ origins: ['https://page.example']
// })`.
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

/** What of the page's request goes on. No cookies, no origin, no address of the reader. */
const passedOn = ['accept', 'authorization', 'content-type', 'prefer', 'x-key'];
/**
 * What of the answer stays here: it is about this connection, or would set something for this host.
 */
const keptBack =
  /^(connection|content-encoding|content-length|keep-alive|set-cookie|transfer-encoding|access-control-.*)$/;

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
  const isHere = url.protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(url.hostname);
  return isOn(list, url.host) && (url.protocol === 'https:' || isHere) ? url : undefined;
};

/** All bytes of a body; `undefined` as soon as there are more than `most`. */
const read = async (/** @type {Request} */ request, /** @type {number} */ most) => {
  if (Number(request.headers.get('content-length')) > most) return undefined;
  const chunks = [];
  let bytes = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.length;
    if (bytes > most) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return new Blob(chunks);
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

/**
 * @param {{hosts?: readonly string[], deliveries?: readonly string[], methods?: readonly string[],
 * origins?: readonly string[], most?: number}} [settings]
 * `hosts`: exact names (with their port, where it is not 443) or `*.example.com`. `deliveries`:
 * those of them that are only read, by GET and
 * without a key. `methods`: what the others may be asked by, GET and POST unless told otherwise.
 * `origins`: the pages that may use it; those
 * of its own origin when left out. `most`: bytes of a body.
 * @returns {(request: Request) => Promise<Response>}
 */
export const relay =
  ({
    hosts: list = hosts,
    deliveries: readOnly = deliveries,
    methods = ['GET', 'POST'],
    origins,
    most = mostBytes,
  } = {}) =>
  async (request) => {
    // A call without an origin comes from no other page: browsers always name those.
    const origin = request.headers.get('origin') ?? '';
    const isServed = origin === '' || (origins ?? [new URL(request.url).origin]).includes(origin);
    const cors = {
      'access-control-allow-origin': origin || '*',
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '*',
      'access-control-max-age': '86400',
      vary: 'origin, access-control-request-headers',
    };
    const refuse = (/** @type {number} */ status, /** @type {string} */ message) =>
      Response.json(
        { error: { message } },
        {
          status,
          headers: {
            ...cors,
            'x-relay-refused': message,
            'access-control-expose-headers': 'x-relay-refused',
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

    // The whole body first: providers get its length, and half an order is never begun.
    const body = request.method === 'GET' ? undefined : await read(request, most);
    if (request.method !== 'GET' && !body)
      return refuse(413, `over ${Math.floor(most / 1024 / 1024)} MB`);
    try {
      // A redirect could lead the key off the list.
      const reply = await fetch(url, {
        method: request.method,
        headers: headersFor(request, isDelivery),
        redirect: 'manual',
        ...(body?.size ? { body } : {}),
      });
      if (reply.type === 'opaqueredirect' || (reply.status >= 300 && reply.status < 400))
        throw new Error('redirect');
      const names = [...reply.headers.keys()].filter((name) => !keptBack.test(name));
      return new Response(reply.body && bounded(reply.body, most), {
        status: reply.status,
        headers: {
          ...Object.fromEntries(names.map((name) => [name, reply.headers.get(name) ?? ''])),
          ...cors,
          'access-control-expose-headers': names.join(', '),
        },
      });
    } catch {
      // Nobody knows how far the order got: no word here that it did not.
      return Response.json(
        { error: { message: 'no answer from there' } },
        { status: 502, headers: cors },
      );
    }
  };

export default { fetch: relay() };
