import assert from 'node:assert/strict';
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { root } from '../config/run/install.mjs';
import { serve } from '../config/run/static-server.mjs';
import { launchChromium } from '../support/chromium.js';

const element =
  '<user-pays-image provider="sandbox" model="flux-2-pro" prompt="a red boat at dawn"></user-pays-image>';
function page(script: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title>${script}</head><body>${element}</body></html>`;
}

const readme = readFileSync(`${root}README.md`, 'utf8');
/** A fenced block of the README, by its language and a word in it. */
function block(language: string, word: string): string {
  const found = [...readme.matchAll(/```(\w+)\n([^`]*)```/g)].find(
    ([, name, text]) => name === language && text?.includes(word),
  );
  return found?.[2]?.trim() ?? assert.fail(`the README has no ${language} with ${word}`);
}
const policy = block('csp', 'script-src');
const first = block('html', '<user-pays-image>').replace(
  '<user-pays-image>',
  '<user-pays-image provider="sandbox" prompt="a red boat at dawn">',
);
/** What the README's command prints. */
function importMap(): string {
  return execSync(block('sh', 'integrity.json'), { cwd: root, encoding: 'utf8' }).trim();
}
/** The README's policy for a page with this inline script. */
function policyWith(inline: string): string {
  const hash = createHash('sha256').update(inline).digest('base64');
  return policy.replace("script-src 'self'", `script-src 'self' 'sha256-${hash}'`);
}

const ways = {
  'as a module': '<script type="module" src="/dist/user-pays-image.js"></script>',
  'as a classic script': '<script src="/dist/user-pays-image.iife.js"></script>',
  'as a classic script below elements that are named like what it reads':
    '<img name="currentScript" alt=""><img name="baseURI" alt=""><script src="/dist/user-pays-image.iife.js"></script>',
  'as a module below elements that are named like what lit reads': `${[
    ...['litHtml', 'reactiveElement', 'litElement'].flatMap((name) => [
      `${name}Versions`,
      `${name}PolyfillSupport`,
    ]),
    ...['litElementHydrateSupport', 'litPropertyMetadata', 'ShadyCSS', 'litNonce'],
  ]
    .map((name) => `<a id="${name}" href="/">.</a>`)
    .join('')}<script type="module" src="/dist/user-pays-image.js"></script>`,
  'through a redirect, as from a CDN':
    '<script type="module" src="/@1/user-pays-image.js"></script>',
  'with a query string': '<script type="module" src="/dist/user-pays-image.js?v=1"></script>',
};

describe('With nothing served but dist, under a strict policy', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;

  before(async () => {
    const pages = Object.fromEntries(
      Object.values(ways).map((script, index) => [`/page-${index}.html`, page(script)]),
    );
    const map = importMap();
    const hashed = page(
      `<script type="importmap">${map}</script><script type="module" src="/dist/user-pays-image.js"></script>`,
    );
    site = await serve({
      folders: ['dist'],
      pages: { ...pages, '/first-lines.html': first, '/hashes.html': hashed },
      policies: { '/first-lines.html': policy, '/hashes.html': policyWith(map) },
      redirects: { '/@1/user-pays-image.js': '/dist/user-pays-image.js' },
    });
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const [index, [way, script]] of Object.entries(ways).entries()) {
    it(`a reader buys a picture: ${way}`, async () => {
      const context = await browser.newContext();
      const tab: Page = await context.newPage();
      const requests: string[] = [];
      const complaints: string[] = [];
      tab.on('request', (request) => requests.push(request.url()));
      tab.on('console', (message) => {
        // The browser itself asks for an icon that no page here has.
        if (
          ['error', 'warning'].includes(message.type()) &&
          !message.location().url.endsWith('/favicon.ico')
        )
          complaints.push(message.text());
      });
      tab.on('pageerror', (error) => complaints.push(error.message));
      await tab.goto(`${site.url}page-${index}.html`);

      const button = tab.locator('[part~="generate"]');
      await button.waitFor();
      assert.match((await button.textContent()) ?? '', /Generate sample · free/);
      await button.click();
      const image = tab.locator('[part~="image"]').first();
      await image.waitFor({ timeout: 30_000 });
      assert.equal(await image.getAttribute('alt'), 'a red boat at dawn');
      await tab.waitForFunction(
        () => document.querySelector('user-pays-image')?.generation.name === 'done',
      );
      assert.deepEqual(
        await image.evaluate((node) => [
          (node as HTMLImageElement).naturalWidth,
          (node as HTMLImageElement).naturalHeight,
        ]),
        [1024, 1024],
      );

      await tab.reload();
      const told = tab.evaluate(async () => {
        await customElements.whenDefined('user-pays-image');
        return document.querySelector('user-pays-image')?.tally.sandbox.all;
      });
      assert.deepEqual(
        await told,
        { settled: '0.03', inDoubt: '0', pictures: 1, purchases: 1 },
        'right from the first moment',
      );

      assert.deepEqual(complaints, []);
      const paths = requests.filter((url) => !url.startsWith('blob:')).map((url) => new URL(url));
      assert.ok(
        paths.every(({ origin }) => `${origin}/` === site.url),
        requests.join('\n'),
      );
      const copies = paths.filter(({ pathname }) =>
        /\/dist\/user-pays-image\.(iife\.)?js$/.test(pathname),
      );
      const expected = script.includes('iife') ? 4 : 2;
      assert.equal(copies.length, expected, `the entry is loaded once per visit for ${script}`);
      assert.ok(paths.some(({ pathname }) => pathname.startsWith('/dist/parts/')));
      await context.close();
    });
  }

  describe('as the README says', () => {
    const url = (path: string): string => `${site.url}${path}`;

    it('its first lines, unchanged, draw under its policy from the files it says to copy', async () => {
      const tab = await browser.newPage();
      const requests: string[] = [];
      const refusals: string[] = [];
      tab.on('request', (request) => requests.push(new URL(request.url()).pathname));
      tab.on('console', (message) => refusals.push(message.text()));
      await tab.goto(url('first-lines.html'));
      await buy(tab);
      const copied = /^\/dist\/(user-pays-image\.js|parts\/[\w.-]+)$/;
      const others = requests.filter((path) => path.startsWith('/') && !copied.test(path));
      assert.deepEqual(
        others.filter((path) => path !== '/favicon.ico'),
        ['/first-lines.html'],
      );
      assert.deepEqual(
        refusals.filter((text) => /policy|refused/i.test(text)),
        [],
      );
      await tab.close();
    });

    it('an import map with its hashes lets every part in', async () => {
      const tab = await browser.newPage();
      await tab.goto(url('hashes.html'));
      await buy(tab);
      await tab.close();
    });

    for (const part of ['price', 'purchase'])
      it(`and refuses a changed ${part}`, async () => {
        const tab = await browser.newPage();
        const refused = tab.waitForEvent('console', (message) =>
          message.text().includes('integrity'),
        );
        await tab.route(`**/parts/${part}-*`, async (route) => {
          const answer = await route.fetch();
          await route.fulfill({ response: answer, body: `${await answer.text()};tampered=1` });
        });
        await tab.goto(url('hashes.html'));
        if (part === 'purchase') await tab.locator('[part~="generate"]').click();
        assert.match((await refused).text(), new RegExp(`parts/${part}-`));
        assert.equal(await tab.locator('[part~="image"]').count(), 0);
        assert.equal(await tab.evaluate(() => 'tampered' in globalThis), false);
        // It may have been asked for again meanwhile.
        await tab.unrouteAll({ behavior: 'wait' });
        await tab.close();
      });
  });
});

/** Presses the button and waits for the picture. */
async function buy(tab: Page): Promise<void> {
  await tab.locator('[part~="generate"]').click();
  await tab.locator('[part~="image"]').first().waitFor();
}
