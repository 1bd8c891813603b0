import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import type {} from '../../src/ui/elements/user-pays-image.js';
import { chromiumArguments, findBrowsers } from '../config/run/browsers.mjs';
import { startSite } from '../support/paying-site.js';
import { eventually, openWidget, press, told } from '../support/paying-tab.js';

declare global {
  interface Window {
    comebacks?: boolean[];
  }
}

describe('a page that the back button brings back as it was', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof startSite>>;
  before(async () => {
    site = await startSite();
    // Playwright switches the cache off that this is about.
    browser = await chromium.launch({
      executablePath: findBrowsers().chromium ?? 'chromium',
      args: chromiumArguments,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('shows what another tab bought meanwhile, and buys again, once', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const url = site.url({
      provider: 'sandbox',
      model: 'flux-2-pro',
      size: '64x64',
      prompt: 'a fox',
    });
    await openWidget(page, url);
    const pictures = (): Promise<number | undefined> =>
      page.evaluate(() => document.querySelector('user-pays-image')?.tally.sandbox.all.pictures);
    const done = (): Promise<boolean> =>
      page.evaluate(() => document.querySelector('user-pays-image')?.generation.name === 'done');
    await page.evaluate(() => {
      window.comebacks = [];
      addEventListener('pageshow', ({ persisted }) => window.comebacks?.push(persisted));
      Object.assign(document.querySelector('user-pays-image') ?? {}, { sandbox: { latency: 0 } });
    });
    await press(page);
    await eventually(done, 'bought');
    await page.goto(`${site.origin}/elsewhere`);

    const other = await context.newPage();
    // A message would throw the sleeping page out of Chromium's cache; what it missed it has to
    // find by itself.
    await other.addInitScript(() =>
      Object.defineProperty(globalThis, 'BroadcastChannel', { value: undefined }),
    );
    await openWidget(other, url);
    await other.evaluate(async () => {
      const element = document.querySelector('user-pays-image');
      Object.assign(element ?? {}, { sandbox: { latency: 0 } });
      await element?.generate();
    });
    // It does not load again, so there is no load to wait for.
    await page.goBack({ waitUntil: 'commit' });
    await eventually(
      async () => (await page.evaluate(() => window.comebacks?.length ?? 0).catch(() => 0)) === 1,
      'the page came out of the cache',
    );
    assert.deepEqual(await page.evaluate(() => window.comebacks), [true]);
    await eventually(async () => (await pictures()) === 2, 'the other tab’s picture is counted');
    await press(page);
    await eventually(async () => (await pictures()) === 3, 'one more');
    // A picture is counted before its line is settled, and the other tab reads of that later.
    await eventually(async () => (await told(other)).open === 0, 'nothing stays open');
    await context.close();
  });
});
