import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { serve } from '../config/run/static-server.mjs';
import { launchChromium } from '../support/chromium.js';

function listen(server: Server): Promise<string> {
  return new Promise((ready) => {
    server.listen(0, '127.0.0.1', () => {
      ready(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
    });
  });
}

/** As a CDN does: the same files from an origin of its own, for every page. */
async function startCdn(files: string): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    void fetch(files + (request.url ?? '/').slice(1)).then(async (reply) => {
      response
        .writeHead(reply.status, {
          'content-type': reply.headers.get('content-type') ?? '',
          'access-control-allow-origin': '*',
        })
        .end(Buffer.from(await reply.arrayBuffer()));
    });
  });
  return { url: await listen(server), close: () => server.close() };
}

describe('the script from another origin', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  let cdn: Awaited<ReturnType<typeof startCdn>>;
  before(async () => {
    site = await serve({ folders: ['dist'] });
    cdn = await startCdn(site.url);
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    cdn.close();
    await site.close();
  });

  for (const [way, attributes] of Object.entries({
    'a classic script': '',
    'a deferred classic script': 'defer',
    'a classic script with CORS': 'crossorigin',
  })) {
    it(`as ${way} buys a picture, in the page’s language`, async () => {
      const page = createServer((_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' })
          .end(`<!doctype html><html lang="de"><meta charset="utf-8"><title>Seite</title>
          <script ${attributes} src="${cdn.url}dist/user-pays-image.iife.js"></script><user-pays-image provider="sandbox" model="flux-2-pro" prompt="ein Fuchs"></user-pays-image>`);
      });
      const tab = await browser.newPage();
      await tab.goto(await listen(page));
      const button = tab.getByRole('button', { name: /Probe erzeugen/ });
      await button.click();
      await tab.getByAltText('ein Fuchs').waitFor();
      await tab.close();
      page.close();
    });
  }
});
