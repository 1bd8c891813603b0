// `npm run relay [-- port [origin …]]`: the relay on this machine, http://127.0.0.1:8787 for the
// page of `npm start` unless told otherwise.
// Needs only Node.
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
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

/** A relay as a Node server, not yet listening. @param {Parameters<typeof relay>[0]} [settings] */
export const relayServer = (settings) => {
  const answer = relay(settings);
  return createServer(async (incoming, outgoing) => {
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
      // An order that was refused half read: the page hears why only when it was let finish.
      incoming.resume();
      outgoing.writeHead(reply.status, Object.fromEntries(reply.headers));
      if (reply.body) await pipeline(Readable.fromWeb(reply.body), outgoing);
      else outgoing.end();
    } catch {
      // The page went away, or the provider did in mid-picture. There is nobody left to tell.
      outgoing.destroy();
    }
  });
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [port = '8787', ...named] = process.argv.slice(2);
  const origins = named.length > 0 ? named : ['http://127.0.0.1:8000', 'http://localhost:8000'];
  const server = relayServer({ origins });
  server.listen(Number(port), '127.0.0.1', () => {
    const address = server.address();
    console.log(
      `relay="http://127.0.0.1:${typeof address === 'object' ? address?.port : port}/" for ${origins.join(', ')}`,
    );
  });
}
