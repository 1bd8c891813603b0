import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { root } from '../config/run/install.mjs';
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

interface Sent {
  readonly title: string;
  readonly cover: readonly File[];
}
declare global {
  interface Window {
    sent: Sent[];
  }
}

/** The form that demo/form.html tells people to write, as a script; its provider is the sandbox. */
async function hookForm(): Promise<string> {
  const page = readFileSync(`${root}demo/form.html`, 'utf8');
  const [, code = ''] = /<code id="hook-form">(.*?)<\/code>/s.exec(page) ?? [];
  const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&' };
  const snippet = code.replaceAll(/&(\w+);/g, (_, name: string) => entities[name] ?? '');
  assert.match(snippet, /provider="puter"/);
  const contents = `${snippet.replace('"puter"', '"sandbox"')}
    import { createRoot } from 'react-dom/client';
    window.sent = [];
    createRoot(document.querySelector('#app')).render(<Post send={(data) => sent.push(data)} />);`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'jsx' },
    bundle: true,
    format: 'esm',
    minify: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions: ['browser', 'production'],
    write: false,
    logLevel: 'error',
  });
  return (outputFiles[0]?.text ?? '').replaceAll('</script', String.raw`<\/script`);
}

describe('A form made with React Hook Form', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  let tab: Page;
  before(async () => {
    const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title></head><body><div id="app"></div><script type="module">${await hookForm()}</script></body></html>`;
    site = await serve({
      folders: ['dist'],
      pages: { '/hook.html': html },
      policies: {
        '/hook.html':
          "default-src 'self' blob: data:; script-src 'unsafe-inline'; style-src 'unsafe-inline'",
      },
    });
    browser = await launchChromium();
    tab = await browser.newPage();
    await tab.goto(`${site.url}hook.html`);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const send = (): Promise<void> => tab.getByRole('button', { name: 'Send' }).click();
  const sent = (): Promise<[string, number][]> =>
    tab.evaluate(() =>
      window.sent.map(({ title, cover }) => [title, cover.filter((one) => one.size > 1000).length]),
    );

  it('says what is missing, in its own words, and leads there', async () => {
    await tab.getByLabel('Title').fill('Foxes');
    await send();
    await tab.getByText('Make a picture first.').waitFor();
    await tab.locator('[part~="prompt"]:focus').waitFor();
    assert.deepEqual(await sent(), []);
  });

  it('gets the picture, and gives it up when the reader does', async () => {
    await tab.locator('[part~="prompt"]').fill('a red fox');
    await tab.locator('[part~="generate"]').click();
    await tab.getByText('Make a picture first.').waitFor({ state: 'detached' });
    await send();
    await tab.waitForFunction(() => window.sent.length === 1);
    assert.deepEqual(await sent(), [['Foxes', 1]]);
    await tab.locator('[part~="choose"]').click();
    await tab.getByText('Make a picture first.').waitFor();
    await send();
    assert.deepEqual(await sent(), [['Foxes', 1]]);
  });
});
