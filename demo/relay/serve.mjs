// `npm run relay [-- port [origin …] [--public origin]]`: the relay on this machine,
// http://127.0.0.1:8787 for the page of `npm start` unless told otherwise. `--public
// https://relay.example` is the origin by which pages reach it behind a proxy that ends TLS; pages of
// that origin may use it too. `Host` and `X-Forwarded-*` are not believed.
// Needs only Node.
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { relay } from './relay.mjs';

/**
 * A request's body, read no faster than it is used. What is left of it when nobody reads on can
 * still be let go by.
 * @param {import('node:http').IncomingMessage} incoming
 */
const bodyOf = (incoming) => {
  const chunks = incoming.iterator({ destroyOnReturn: false });
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await chunks.return?.();
    },
  });
};

/** Connections at once, and milliseconds for a request's headers. */
const mostConnections = 256;
const headersTimeout = 15_000;

/**
 * A relay as a Node server, not yet listening.
 * @param {Parameters<typeof relay>[0] & { mostConnections?: number }} [settings]
 */
export const relayServer = ({ mostConnections: most = mostConnections, ...settings } = {}) => {
  const answer = relay(settings);
  const server = createServer({ headersTimeout }, async (incoming, outgoing) => {
    try {
      const headers = new Headers(
        Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
      );
      const hasBody = !['GET', 'HEAD'].includes(incoming.method ?? '');
      const request = new Request(`http://${incoming.headers.host ?? 'relay.local'}/`, {
        method: incoming.method,
        headers,
        ...(hasBody ? { body: bodyOf(incoming), duplex: 'half' } : {}),
      });
      const reply = await answer(request);
      // An order that was refused half read: the page hears why only when it was let finish. One that
      // stopped by itself is not waited for.
      if (reply.status === 408) outgoing.setHeader('connection', 'close');
      else incoming.resume();
      outgoing.writeHead(reply.status, Object.fromEntries(reply.headers));
      if (reply.body) await pipeline(Readable.fromWeb(reply.body), outgoing);
      else outgoing.end();
      if (reply.status === 408) incoming.destroy();
    } catch {
      // The page went away, or the provider did in mid-picture. There is nobody left to tell.
      outgoing.destroy();
    }
  });
  server.maxConnections = most;
  return server;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { public: { type: 'string' } },
  });
  const [port = '8787', ...named] = positionals;
  const { public: publicOrigin } = values;
  const origins =
    named.length > 0 || publicOrigin ? named : ['http://127.0.0.1:8000', 'http://localhost:8000'];
  const server = relayServer({ origins, ...(publicOrigin && { publicOrigin }) });
  server.listen(Number(port), '127.0.0.1', () => {
    const address = server.address();
    console.log(
      `relay="http://127.0.0.1:${typeof address === 'object' ? address?.port : port}/" for ${[...origins, ...(publicOrigin ? [publicOrigin] : [])].join(', ')}`,
    );
  });
}
