import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import type {} from '../../src/ui/elements/user-pays-image.js';
import { launchChromium } from '../support/chromium.js';
import { startSite } from '../support/paying-site.js';
import { eventually, openWidget } from '../support/paying-tab.js';
import { pixel } from '../support/pixel.js';

const [tabs, each] = [6, 40];

describe('six tabs that buy forty pictures each', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof startSite>>;
  before(async () => {
    site = await startSite();
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it(
    'write 240 lines, none lost and none twice, and every tab shows what the bank has',
    { timeout: 240_000 },
    async () => {
      const context = await browser.newContext();
      // A busy Chromium begins to write a canvas down a second after it is asked to, and this is
      // about lines, not about paint. The sandbox's trial of the canvas, 64 pixels wide, is real.
      await context.addInitScript((bytes) => {
        const { convertToBlob } = OffscreenCanvas.prototype;
        OffscreenCanvas.prototype.convertToBlob = async function (options) {
          return this.width === 64
            ? convertToBlob.call(this, options)
            : (await fetch(`data:image/png;base64,${bytes}`)).blob();
        };
      }, pixel);
      const pages = await Promise.all(
        Array.from({ length: tabs }, async () => {
          const page = await context.newPage();
          await openWidget(
            page,
            site.url({
              provider: 'sandbox',
              model: 'flux-2-pro',
              size: '128x128',
              prompt: 'a fox',
            }),
          );
          return page;
        }),
      );
      await Promise.all(
        pages.map((page) =>
          page.evaluate(async (times) => {
            const element = document.querySelector('user-pays-image');
            if (!element) throw new Error('no widget');
            element.sandbox = { latency: 0, faults: [] };
            for (let bought = 0; bought < times; bought += 1) await element.generate();
          }, each),
        ),
      );

      const shown = () =>
        Promise.all(
          pages.map((page) =>
            page.evaluate(() => {
              const all = document.querySelector('user-pays-image')?.tally.sandbox.all;
              return {
                settled: all?.settled,
                inDoubt: all?.inDoubt,
                pictures: all?.pictures,
                purchases: all?.purchases,
              };
            }),
          ),
        );
      // Chromium shows a tab what others have stored a moment later.
      const bills = async (): Promise<number[]> =>
        (await pages[0]?.evaluate(() =>
          Object.keys(localStorage)
            .filter((name) => name.startsWith('user-pays-sandbox1:'))
            .map((name) => Number(localStorage.getItem(name)?.split(' ')[0])),
        )) ?? [];
      await eventually(async () => (await bills()).length === tabs * each, 'a bill for each');
      const billed = (await bills()).reduce((sum, tenths) => sum + tenths, 0);
      const isRight = async (): Promise<boolean> =>
        (await shown()).every(
          ({ settled, inDoubt, pictures, purchases }) =>
            Math.round(Number(settled) * 1000) === billed &&
            inDoubt === '0' &&
            pictures === tabs * each &&
            purchases === tabs * each,
        );
      await eventually(isRight, `240 in every tab: ${JSON.stringify(await shown())}`);

      const lines =
        (await pages[0]?.evaluate(() =>
          window
            .pageWide('page-services')
            .journal.entries()
            .map(({ id, standing }) => `${id} ${standing}`),
        )) ?? [];
      assert.equal(new Set(lines).size, tabs * each);
      assert.ok(lines.every((line) => line.endsWith(' settled')));
      const later = await context.newPage();
      await openWidget(later, site.url({ provider: 'sandbox' }));
      assert.equal(
        await later.evaluate(
          () => document.querySelector('user-pays-image')?.tally.sandbox.all.pictures,
        ),
        tabs * each,
      );
      await context.close();
    },
  );
});
