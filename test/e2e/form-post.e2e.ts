import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { serve, strictPolicy } from '../config/run/static-server.mjs';
import { launchChromium } from '../support/chromium.js';

/** A server that takes forms, and what it was sent. */
async function takesForms() {
  const posts: FormData[] = [];
  const server = createServer((request, response) => {
    // The browser asks for an icon, too.
    if (request.method !== 'POST') return void response.writeHead(404).end();
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const headers = { 'content-type': request.headers['content-type'] ?? '' };
      void new Response(Buffer.concat(parts), { headers }).formData().then((form) => {
        posts.push(form);
        response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Thank you.</p>');
      });
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/`, posts, close };
}

describe('A plain form with a widget in it', () => {
  let browser: Browser;
  let taker: Awaited<ReturnType<typeof takesForms>>;
  let site: Awaited<ReturnType<typeof serve>>;
  let tab: Page;

  before(async () => {
    taker = await takesForms();
    const body = `<form method="post" enctype="multipart/form-data" action="${taker.url}">
      <label>Title <input name="title" value="Foxes"></label>
      <user-pays-image provider="sandbox" model="flux-2-pro" name="cover" count="2" required></user-pays-image>
      <button>Send</button>
    </form>`;
    site = await serve({
      folders: ['dist'],
      pages: {
        '/form.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title><script type="module" src="/dist/user-pays-image.js"></script></head><body>${body}</body></html>`,
      },
      policies: {
        '/form.html': strictPolicy.replace("form-action 'none'", `form-action ${taker.url}`),
      },
    });
    browser = await launchChromium();
    tab = await browser.newPage();
  });
  after(async () => {
    await browser.close();
    await site.close();
    await taker.close();
  });

  it('is not sent before there is a picture', async () => {
    await tab.goto(`${site.url}form.html`);
    await tab.locator('[part~="generate"]').waitFor();
    await tab.getByRole('button', { name: 'Send' }).click();
    await tab.locator('[part~="prompt"]:focus').waitFor();
    assert.equal(taker.posts.length, 0);
  });

  it('arrives with the pictures of the purchase and the receipt of each', async () => {
    await tab.locator('[part~="prompt"]').fill('a red fox');
    await tab.locator('[part~="generate"]').click();
    await tab.locator('[part~="image"]').nth(1).waitFor();
    await tab.getByRole('button', { name: 'Send' }).click();
    await tab.getByText('Thank you.').waitFor();
    const [post] = taker.posts;
    assert.ok(post);
    assert.deepEqual([...new Set(post.keys())], ['title', 'cover', 'cover-receipt']);
    const files = post.getAll('cover') as File[];
    assert.equal(files.length, 2);
    for (const file of files) {
      assert.match(file.name, /^a-red-fox-.*\.(png|webp|jpg)$/);
      assert.match(file.type, /^image\//);
      assert.ok(file.size > 1000, `${file.size} bytes`);
    }
    const receipts = post
      .getAll('cover-receipt')
      .map(
        (each) =>
          JSON.parse(each as string) as { model: string; charged: string; simulated: boolean },
      );
    for (const { model, charged, simulated } of receipts)
      assert.deepEqual(
        { model, charged, simulated },
        { model: 'flux-2-pro', charged: '0.03', simulated: true },
      );
    assert.equal(receipts.length, 2);
  });
});
