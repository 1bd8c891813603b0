import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { root } from '../config/run/install.mjs';
import { sizes } from '../config/build/sizes.mjs';
import { serve } from '../config/run/static-server.mjs';
import { quote as quoteFromList } from '../../src/pricing/index.js';
import type { Quote } from '../../src/pricing/quote-types.js';
import { launchChromium } from '../support/chromium.js';

const pages = {
  image: page('user-pays-image.js', '<user-pays-image></user-pays-image>'),
  classic: page('user-pays-image.iife.js', '<user-pays-image></user-pays-image>'),
  price: page('user-pays-price.js', 'A picture is <user-pays-price></user-pays-price> each.'),
  german: page('user-pays-price.js', '<user-pays-price lang="de"></user-pays-price>'),
};

function page(file: string, body: string): string {
  const script = file.includes('iife')
    ? `<script src="/dist/${file}"></script>`
    : `<script type="module" src="/dist/${file}"></script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title>${script}</head><body>${body}</body></html>`;
}

/** The page of Puter's list, as the whole bundled list has it. */
const { says: _says, ...said } = quoteFromList({
  provider: 'puter',
  model: 'flux-2-klein-4b',
  width: 1024,
  height: 1024,
}).sources[0]!;

describe('What a browser loads', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;

  before(async () => {
    const served = Object.entries(pages).map(([name, text]) => [`/${name}.html`, text] as const);
    site = await serve({ folders: ['dist'], pages: Object.fromEntries(served) });
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** A first visit, and the paths of all that was loaded so far, beside the page itself. */
  const visit = async (name: keyof typeof pages): Promise<[Page, Set<string>]> => {
    const context = await browser.newContext();
    const tab = await context.newPage();
    const loaded = new Set<string>();
    tab.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (!/\.(html|ico)$/.test(pathname)) loaded.add(pathname);
    });
    await tab.goto(`${site.url}${name}.html`, { waitUntil: 'networkidle' });
    await tab.locator('[part~="generate"], [part~="price"]').first().waitFor();
    await tab.waitForLoadState('networkidle');
    return [tab, loaded];
  };
  const bytes = (loaded: ReadonlySet<string>): number =>
    [...loaded].reduce((sum, path) => sum + sizes(readFileSync(join(root, path))).gzip, 0);
  const names = (loaded: ReadonlySet<string>): string[] =>
    [...loaded].map((path) => path.replace(/-[\w-]{8}\.js$/, '').replace('/dist/', ''));

  for (const [name, limit] of [
    ['image', 46],
    ['classic', 46],
    ['price', 27],
  ] as const) {
    it(`for a first visit to ${name}, in all requests, is at most ${limit} kB`, async () => {
      const [tab, loaded] = await visit(name);
      const sum = bytes(loaded);
      assert.ok(sum <= limit * 1000, `${sum} bytes: ${names(loaded).join(', ')}`);
      await tab.context().close();
    });
  }

  it('shows a first visitor that nothing was spent, without the journal', async () => {
    const [tab, loaded] = await visit('image');
    await tab.locator('[part~="tally"] >> text=$0.00').waitFor();
    assert.ok(!names(loaded).some((name) => /journal|deferred|purchase/.test(name)));
    await tab.context().close();
  });

  it('tells a page where the price was read and when, before anybody touches it', async () => {
    const [tab, loaded] = await visit('image');
    const quote = await tab
      .locator('user-pays-image')
      .evaluate((element) => (element as HTMLElement & { quote?: Quote }).quote);
    assert.deepEqual(quote?.sources, [{ ...said, says: '' }]);
    assert.ok(!names(loaded).includes('parts/price-lists'));
    await tab.context().close();
  });

  it('for a price in another language is its words and no more prices, before it is touched', async () => {
    const [tab, loaded] = await visit('german');
    await tab.locator('[part~="price"] >> text=/Stand 16\\. Sep/').waitFor();
    assert.ok(names(loaded).includes('parts/receipt'), names(loaded).join(', '));
    assert.ok(!names(loaded).some((name) => /price-lists|prices/.test(name)));
    const listed = tab.waitForResponse((reply) => reply.url().includes('price-lists'));
    await tab.locator('user-pays-price').hover();
    await listed;
    await tab.context().close();
  });

  it('at the first touch is what a purchase needs', async () => {
    const [tab, loaded] = await visit('image');
    const parts = ['deferred', 'journal', 'purchase'];
    const arrived = parts.map((part) => tab.waitForResponse((reply) => reply.url().includes(part)));
    await tab.locator('user-pays-image').hover();
    await Promise.all(arrived);
    assert.ok(parts.every((part) => names(loaded).includes(`parts/${part}`)));
    await tab.context().close();
  });
});
