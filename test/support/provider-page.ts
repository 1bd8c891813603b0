import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const made = new Map<string, Promise<string>>();

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    ignoreAnnotations: true,
    format: 'esm',
    write: false,
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * A page of somebody's, on an origin of its own, with the script of `entry` (a file beside this
 * one) in it.
 */
export async function startPage(
  entry = 'provider-page.entry.ts',
  body = '',
  headers: Record<string, string> = {},
): Promise<{ url: string; close(): Promise<void> }> {
  const script = await (made.get(entry) ?? made.set(entry, bundle(entry)).get(entry));
  const server = createServer((request, response) => {
    if (request.url === '/ours.js')
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    else if (/^\/(\?|$)/.test(request.url ?? ''))
      response
        .writeHead(200, { 'content-type': 'text/html', ...headers })
        .end(
          `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>${body}<script type="module" src="/ours.js"></script>`,
        );
    else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}
