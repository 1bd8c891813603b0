import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './chromium.js';
import type { PuterServer } from './puter-server.js';

/** A static page of somebody's, on an origin of its own, with our code and no Puter on it. */
export interface PuterPages {
  /**
   * Opens the page. `head` goes before our script, `headers` with the page, `body` after the button
   * `#go`. `clocked`: `page.clock` may be run ahead. `device`: its screen, and whether it is touched.
   */
  open(options?: {
    head?: string;
    body?: string;
    headers?: Record<string, string>;
    signedIn?: string;
    clocked?: boolean;
    device?: BrowserContextOptions;
  }): Promise<Page>;
  /** Closes the pages, so that their SDKs fall silent. */
  closePages(): Promise<void>;
  close(): Promise<void>;
}

/** Our code as files, in parts where it loads parts late. */
async function bundle(entry: string): Promise<Map<string, string>> {
  const made = await build({
    entryPoints: { ours: fileURLToPath(new URL(entry, import.meta.url)) },
    bundle: true,
    ignoreAnnotations: true,
    format: 'esm',
    splitting: true,
    outdir: '/',
    write: false,
    target: 'es2022',
    logLevel: 'error',
  });
  return new Map(made.outputFiles.map(({ path, text }) => [`/${basename(path)}`, text]));
}

/** `entry` is a file beside this one. */
export async function puterPages(
  puter: PuterServer,
  entry = 'puter-server.entry.ts',
): Promise<PuterPages> {
  const files = await bundle(entry);
  let html = '';
  let headers: Record<string, string> = {};
  const server = createServer((request, response) => {
    const script = files.get(request.url ?? '');
    if (script !== undefined)
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    else if (request.url === '/')
      response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(html);
    else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const browser = await launchChromium();
  const contexts: BrowserContext[] = [];
  const closePages = async (): Promise<void> =>
    void (await Promise.all(contexts.splice(0).map((context) => context.close())));
  return {
    open: async ({
      head = '',
      body = '',
      headers: more = {},
      signedIn,
      clocked = false,
      device,
    } = {}) => {
      html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>${head}<button id="go">go</button>${body}<script type="module" src="/ours.js"></script>`;
      headers = more;
      const context = await browser.newContext(device);
      contexts.push(context);
      await context.addInitScript(
        ({ api, gui, token }) => {
          Object.assign(globalThis, {
            PUTER_API_ORIGIN: api,
            PUTER_ORIGIN: gui,
            PUTER_SDK_URL: `${api}/v2/`,
            outcomes: [],
          });
          if (token && location.origin !== gui) {
            localStorage.setItem('puter.auth.token.v2', token);
            localStorage.setItem('puter.auth.token.origin.v2', api);
          }
        },
        { api: puter.api, gui: puter.gui, token: signedIn },
      );
      const page = await context.newPage();
      // Before the page begins: a clock that changes under it starts `performance.now` anew.
      if (clocked) await page.clock.install();
      await page.goto(`${origin}/`);
      return page;
    },
    closePages,
    close: async () => {
      await closePages();
      await browser.close();
      await new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      });
    },
  };
}
