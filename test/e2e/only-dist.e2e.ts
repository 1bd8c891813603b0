import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { serve } from '../config/run/static-server.mjs';
import { launchChromium } from '../support/chromium.js';

const element =
  '<user-pays-image provider="sandbox" model="flux-2-pro" prompt="a red boat at dawn"></user-pays-image>';
function page(script: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title>${script}</head><body>${element}</body></html>`;
}

const ways = {
  'as a module': '<script type="module" src="/dist/user-pays-image.js"></script>',
  'as a classic script': '<script src="/dist/user-pays-image.iife.js"></script>',
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
    site = await serve({
      folders: ['dist'],
      pages,
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
});
