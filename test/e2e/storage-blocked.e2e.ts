import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, type Browser, type Frame } from 'puppeteer-core';
import type {} from '../../src/ui/elements/user-pays-image.js';
import { chromiumArguments, findBrowsers } from '../config/run/browsers.mjs';
import { startBilling, startSite, type Billing } from '../support/paying-site.js';
import { eventually } from '../support/paying-tab.js';

const { chromium, firefox } = findBrowsers();
const engines = [
  {
    name: 'Chromium',
    start: () =>
      launch({
        browser: 'chrome',
        executablePath: chromium ?? 'chromium',
        args: chromiumArguments,
        headless: true,
      }),
  },
  ...(firefox
    ? [
        {
          name: 'Firefox',
          start: () => launch({ browser: 'firefox', executablePath: firefox, headless: true }),
        },
      ]
    : []),
];

for (const { name, start } of engines) {
  describe(`a sandboxed frame, which may keep nothing: ${name}`, () => {
    let browser: Browser;
    let site: Awaited<ReturnType<typeof startSite>>;
    let billing: Billing;
    before(async () => {
      [site, billing, browser] = await Promise.all([startSite(), startBilling(), start()]);
    });
    after(async () => {
      await browser.close();
      await Promise.all([site.close(), billing.close()]);
    });

    const framed = async (
      attributes: Record<string, string>,
    ): Promise<{ frame: Frame; errors: string[] }> => {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.goto(site.url({ framed: '1', ...attributes }));
      const frame = page.frames()[1] ?? assert.fail('no frame');
      await frame.waitForFunction(
        () =>
          document
            .querySelector('user-pays-image')
            ?.shadowRoot?.querySelector('[part~="generate"]') !== null,
      );
      await frame.evaluate(() => window.pageWide('page-services').journal.ready);
      return { frame, errors };
    };
    const pressIn = async (frame: Frame): Promise<void> => {
      const button = await frame.waitForSelector('user-pays-image >>> [part~="generate"]');
      await button?.evaluate((pressed) => {
        pressed.addEventListener('click', () => Object.assign(window, { isPressed: true }));
      });
      // A press into a frame of another process is lost until Chromium has drawn that frame.
      await eventually(async () => {
        await button?.click();
        return frame.evaluate(() => 'isPressed' in window);
      }, 'a press that arrives');
    };

    it('shows sandbox pictures all the same, and counts them while the page is open', async () => {
      const { frame, errors } = await framed({
        provider: 'sandbox',
        model: 'flux-2-pro',
        size: '64x64',
        prompt: 'a fox',
      });
      await pressIn(frame);
      await eventually(
        () =>
          frame.evaluate(
            () => document.querySelector('user-pays-image')?.generation.name === 'done',
          ),
        'a picture',
      );
      const seen = await frame.evaluate(() => {
        const element = document.querySelector('user-pays-image');
        return {
          pictures: element?.tally.sandbox.session.pictures,
          images: element?.shadowRoot?.querySelectorAll('[part~="image"]').length,
          real: element?.tally.all.purchases,
          isOff: Boolean(element?.shadowRoot?.querySelector('[part~="storage"]')),
        };
      });
      assert.deepEqual(seen, { pictures: 1, images: 1, real: 0, isOff: false });
      assert.deepEqual(errors, []);
    });

    it('buys nothing real, sends nothing, and says why', async () => {
      const { frame, errors } = await framed({
        provider: 'openai-compatible',
        endpoint: billing.server.origin,
        model: 'default',
        'unit-price': '0.03',
        size: '64x64',
        prompt: 'a fox',
      });
      await pressIn(frame);
      await eventually(
        () =>
          frame.evaluate(
            () => document.querySelector('user-pays-image')?.generation.name === 'failed',
          ),
        'refused',
      );
      const seen = await frame.evaluate(() => {
        const element = document.querySelector('user-pays-image');
        const { generation } = element ?? {};
        return generation?.name === 'failed'
          ? `${generation.error.code} ${generation.error.charge} ${window.pageWide('page-services').journal.health()} ${String(Boolean(element?.shadowRoot?.querySelector('[part~="storage"]')))}`
          : generation?.name;
      });
      assert.equal(seen, 'storage-blocked none blocked true');
      assert.deepEqual(
        billing.server.log.filter(({ method }) => method === 'POST'),
        [],
      );
      assert.deepEqual(errors, []);
    });
  });
}
