// A relay for providers that let no page talk to them: it passes one call on, with the reader's own key, and keeps nothing.
//
// Wire format: the page sends method, body and key header here, and `x-target-url` with the provider's address. The answer comes back
// as it is, all headers readable. What the relay itself refuses (a host that is not on its list) is a 403 with `x-relay-refused`.
//
// `export default` runs on platforms with a fetch handler (Cloudflare Workers, Deno Deploy, Bun); `serve.mjs` runs it under Node.
// It sees the reader's key and pictures pass by: run it where your readers can trust you, over https, and log nothing.

/** Providers that refuse browsers or don't say whether they do, and where they deliver pictures. */
export const hosts = [
  '*.bfl.ai', '*.blob.core.windows.net', 'api.replicate.com', 'replicate.delivery', '*.replicate.delivery',
  'api.together.ai', 'api.deepinfra.com', 'api.aigateway.sh', 'media.aigateway.sh',
];

/** What of the page's request goes on. No cookies, no origin, no address of the reader. */
const passedOn = ['accept', 'authorization', 'content-type', 'prefer', 'x-key'];
/** What of the answer stays here: it is about this connection, or would set something for this host. */
const keptBack = /^(connection|content-encoding|content-length|keep-alive|set-cookie|transfer-encoding|access-control-.*)$/;

/** The address, if it is plainly written, https, at its default port and on the list. */
const target = (/** @type {string} */ text, /** @type {readonly string[]} */ list) => {
  if (!/^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:[/?][!-[\]-~]*)?$/i.test(text)) return undefined;
  const url = new URL(text);
  const isListed = list.some((host) => (host.startsWith('*.') ? url.host === host.slice(2) || url.host.endsWith(host.slice(1)) : url.host === host));
  const isHere = url.protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(url.hostname);
  return isListed && (url.protocol === 'https:' || isHere) ? url : undefined;
};

/**
 * @param {{hosts?: readonly string[], origins?: readonly string[]}} [settings] `hosts`: exact names (with their port, where it is not 443)
 * or `*.example.com`. `origins`: the pages that may use it; all when left out.
 * @returns {(request: Request) => Promise<Response>}
 */
export const relay = ({ hosts: list = hosts, origins } = {}) => async (request) => {
  const origin = request.headers.get('origin') ?? '';
  const cors = {
    'access-control-allow-origin': origins ? origin : '*',
    'access-control-allow-methods': 'GET, POST, PUT, DELETE',
    'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '*',
    'access-control-max-age': '86400',
    vary: 'origin, access-control-request-headers',
  };
  const refuse = (/** @type {number} */ status, /** @type {string} */ message) => Response.json({ error: { message } },
    { status, headers: { ...cors, 'x-relay-refused': message, 'access-control-expose-headers': 'x-relay-refused' } });

  if (origins && !origins.includes(origin)) return new Response(null, { status: 403 });
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: cors });
  if (!['GET', 'POST', 'PUT', 'DELETE'].includes(request.method)) return refuse(405, 'method not relayed');
  const url = target(request.headers.get('x-target-url') ?? '', list);
  if (!url) return refuse(403, 'address not on the list of this relay');

  const headers = new Headers();
  for (const name of passedOn) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  // The whole body first: providers get its length, and half an order is never begun.
  const body = request.method === 'GET' ? undefined : await request.arrayBuffer();
  try {
    // A redirect could lead the key off the list.
    const reply = await fetch(url, { method: request.method, headers, redirect: 'manual', ...(body?.byteLength ? { body } : {}) });
    if (reply.type === 'opaqueredirect' || (reply.status >= 300 && reply.status < 400)) throw new Error('redirect');
    const names = [...reply.headers.keys()].filter((name) => !keptBack.test(name));
    return new Response(reply.body, {
      status: reply.status,
      headers: { ...Object.fromEntries(names.map((name) => [name, reply.headers.get(name) ?? ''])), ...cors, 'access-control-expose-headers': names.join(', ') },
    });
  } catch {
    // Nobody knows how far the order got: no word here that it did not.
    return Response.json({ error: { message: 'no answer from there' } }, { status: 502, headers: cors });
  }
};

export default { fetch: relay() };
