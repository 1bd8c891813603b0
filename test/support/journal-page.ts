import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import type {} from './journal-page.entry.js';

/**
 * A page with nothing but the journal on it, at `/`; `/?sandboxed` is a page that shows it in a
 * sandboxed frame.
 */
export async function serveJournal(): Promise<{ url: string; close(): Promise<void> }> {
  const entry = fileURLToPath(new URL('journal-page.entry.ts', import.meta.url));
  const made = await build({
    entryPoints: [entry],
    bundle: true,
    ignoreAnnotations: true,
    format: 'iife',
    write: false,
    target: 'es2022',
    logLevel: 'error',
  });
  const script = made.outputFiles[0]?.text ?? '';
  const plain =
    '<!doctype html><meta charset="utf-8"><title>A page</title><script src="/journal.js"></script>';
  const sandboxed =
    '<!doctype html><meta charset="utf-8"><title>A page</title><iframe sandbox="allow-scripts" src="/"></iframe>';
  const server = createServer((request, response) => {
    if (request.url === '/journal.js')
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    else if (request.url === '/favicon.ico') response.writeHead(204).end();
    else
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(request.url === '/?sandboxed' ? sandboxed : plain);
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    close: async () => {
      await new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      });
    },
  };
}

/** A tab with that page, whose journal is ready. */
export async function openJournal(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'spending' in window);
  return page;
}
