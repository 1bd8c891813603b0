import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type {} from '../../src/ui/elements/user-pays-image.js';
import { launchChromium } from '../support/chromium.js';
import { startSite } from '../support/paying-site.js';
import { eventually, openWidget } from '../support/paying-tab.js';

describe('what is left in memory of widgets that are gone', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof startSite>>;
  let page: Page;
  let session: CDPSession;
  before(async () => {
    site = await startSite();
    browser = await launchChromium();
    page = await browser.newPage();
    session = await page.context().newCDPSession(page);
    await openWidget(
      page,
      site.url({ provider: 'sandbox', model: 'flux-2-pro', size: '64x64', prompt: 'a fox' }),
    );
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** Widgets alive in the page's memory, after it was swept. */
  const alive = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    const { result } = await session.send('Runtime.evaluate', {
      expression: 'customElements.get("user-pays-image").prototype',
    });
    const { objects } = await session.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId ?? '',
    });
    const count = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.length; }',
      returnByValue: true,
    });
    await session.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
    return Number(count.result.value);
  };
  const listeners = async (): Promise<number> =>
    (await session.send('Memory.getDOMCounters')).jsEventListeners;
  const round = (widgets: number, buys: boolean): Promise<void> =>
    page.evaluate(
      async ([times, buying]) => {
        for (let made = 0; made < times; made += 1) {
          const element = document.createElement('user-pays-image');
          Object.assign(element, {
            provider: 'sandbox',
            model: 'flux-2-pro',
            size: '64x64',
            prompt: 'a fox',
            sandbox: { latency: 0 },
          });
          document.body.append(element);
          if (buying) await element.generate();
          else if (made % 100 === 0) await element.updateComplete;
          element.remove();
        }
        await new Promise((done) => {
          setTimeout(done, 300);
        });
      },
      [widgets, buys] as const,
    );

  it(
    'is none of a thousand that came and went, and no listener',
    { timeout: 240_000 },
    async () => {
      await round(10, true);
      await eventually(async () => (await alive()) === 1, 'only the page’s own widget is alive');
      const before = await listeners();
      await round(1000, false);
      await eventually(
        async () => (await alive()) === 1,
        'only the page’s own widget is alive, after a thousand',
      );
      assert.ok(
        (await listeners()) <= before + 20,
        `${String(await listeners())} listeners, ${String(before)} before`,
      );
    },
  );

  it('is none of thirty that bought a picture each', { timeout: 240_000 }, async () => {
    await round(30, true);
    await eventually(async () => (await alive()) === 1, 'only the page’s own widget is alive');
  });
});
