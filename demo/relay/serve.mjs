// `node demo/relay/serve.mjs [port]`: the relay on this machine, http://127.0.0.1:8787 unless told otherwise. Needs only Node.
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { relay } from './relay.mjs';

/** A relay as a Node server, not yet listening. @param {Parameters<typeof relay>[0]} [settings] */
export const relayServer = (settings) => {
  const answer = relay(settings);
  return createServer(async (incoming, outgoing) => {
    try {
      const headers = new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
      const hasBody = !['GET', 'HEAD'].includes(incoming.method ?? '');
      const request = new Request('http://relay.local/', {
        method: incoming.method, headers, ...(hasBody ? { body: Readable.toWeb(incoming), duplex: 'half' } : {}),
      });
      const reply = await answer(request);
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
  const port = Number(process.argv[2] ?? 8787);
  relayServer().listen(port, '127.0.0.1', () => console.log(`relay="http://127.0.0.1:${port}/"`));
}
