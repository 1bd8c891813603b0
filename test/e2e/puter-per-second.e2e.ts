import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { startPuter, type PuterServer } from '../support/puter-server.js';
import { puterPages, type PuterPages } from '../support/puter-server.page.js';

/** Words of doubt, none of which may stand beside a picture that is here. */
const doubt = /may have been charged|I was charged|I was not|not charged/i;

describe('a model at Puter that is billed by the second', { timeout: 240_000 }, () => {
  let server: PuterServer;
  let pages: PuterPages;

  before(async () => {
    server = await startPuter({ list: 'september' });
    pages = await puterPages(server, 'puter-server.widget.ts');
  });
  after(async () => {
    await pages.close();
    await server.close();
  });
  afterEach(async () => {
    await pages.closePages();
    server.reset();
  });

  const open = async (attributes = '', confirmOver = '5'): Promise<Page> => {
    const body = `<user-pays-image id="widget" prompt="a fox" model="ai-forever/kandinsky-2.2" confirm-over="${confirmOver}" ${attributes}></user-pays-image>`;
    const page = await pages.open({ body, signedIn: server.token() });
    await ready(page);
    return page;
  };
  const ready = async (page: Page): Promise<void> => {
    await page.evaluate(() =>
      Object.assign(globalThis, { widget: document.querySelector('#widget') }),
    );
    await page.waitForFunction(() =>
      Boolean(window.widget.shadowRoot?.querySelector('[part~="generate"]')),
    );
    await part(page, 'generate').hover();
    await page.waitForFunction(() => window.widget.quote?.sources[0]?.kind === 'live');
  };
  const part = (page: Page, name: string) => page.locator('#widget').locator(`[part~="${name}"]`);
  const words = (page: Page): Promise<string> => page.locator('#widget').innerText();
  const costs = (page: Page): Promise<string[]> =>
    page.locator('#widget').locator('.cost').allInnerTexts();
  const tally = (page: Page) =>
    page.evaluate(() => {
      const { settled, inDoubt, pictures } = window.widget.tally.all;
      return { settled, inDoubt, pictures };
    });
  const meter = (): string => {
    const all = server.charges.reduce((sum, each) => sum + each, 0);
    return String(Number((all / 1e8).toFixed(10)));
  };
  const pictures = (page: Page, count: number): Promise<unknown> =>
    page.waitForFunction(
      (wanted) => window.widget.shadowRoot?.querySelectorAll('[part~="image"]').length === wanted,
      count,
      { timeout: 60_000 },
    );
  const settled = (page: Page): Promise<unknown> =>
    page.waitForFunction(() => window.widget.tally.all.inDoubt === '0', undefined, {
      timeout: 60_000,
    });

  /** The orders take so many seconds at the supplier, one after the other, and the first is slow. */
  const orders = (...seconds: number[]): void => {
    const left = [...seconds];
    const late = [1500];
    Object.defineProperty(server, 'made', {
      configurable: true,
      get: () => ({ seconds: left.shift() ?? 1 }),
      set: () => undefined,
    });
    Object.defineProperty(server, 'latency', {
      configurable: true,
      get: () => late[0] ?? 0,
      set: () => late.shift(),
    });
  };

  for (const [seconds, lag] of [
    [[60, 2, 2, 2], 0],
    [[1, 7, 31, 3], 3],
  ] as const)
    it(`is told as one sum for four at once of ${seconds.join(', ')} seconds`, async () => {
      orders(...seconds);
      server.lag = lag;
      const page = await open('count="4"');
      // One sum is told of the pictures that came before the meter could be read: of all of them.
      server.blankReadings = 10_000;
      await part(page, 'generate').click();
      await pictures(page, 4);
      server.blankReadings = 0;
      await settled(page);
      assert.equal(server.paid.length, 4);
      assert.deepEqual(await tally(page), { settled: meter(), inDoubt: '0', pictures: 4 });
      const shown = await costs(page);
      assert.equal(shown.length, 4);
      for (const one of shown) assert.match(one, /^4 together: \$0\.\d+ ✓/);
      assert.doesNotMatch(await words(page), doubt);
    });

  it('is charged for once it is here, in words and in the tally, while the meter can’t be read', async () => {
    server.made = { seconds: 20 };
    const page = await open();
    server.blankReadings = 10_000;
    await part(page, 'generate').click();
    await pictures(page, 1);
    const cost = page.locator('#widget').locator('.cost');
    await cost
      .getByText(/^Charged between \$0(\.\d+)? and \$0\.84\d* · checking with Puter/)
      .waitFor();
    assert.doesNotMatch(await words(page), doubt);
    assert.deepEqual(await tally(page), { settled: '0', inDoubt: '0.84', pictures: 1 });
    await cost
      .getByText(/^Charged between \$0(\.\d+)? and \$0\.84\d*$/)
      .waitFor({ timeout: 60_000 });
    assert.doesNotMatch(await words(page), doubt);
    server.blankReadings = 0;
    await page.reload();
    await ready(page);
    await settled(page);
    assert.deepEqual(await tally(page), { settled: meter(), inDoubt: '0', pictures: 1 });
    assert.doesNotMatch(await words(page), doubt);
  });

  it('divides what several cost also at the next visit', async () => {
    orders(5, 9, 2);
    const page = await open('count="3"');
    server.blankReadings = 10_000;
    await part(page, 'generate').click();
    await pictures(page, 3);
    await page.reload();
    server.blankReadings = 0;
    await ready(page);
    await settled(page);
    assert.deepEqual(await tally(page), { settled: meter(), inDoubt: '0', pictures: 3 });
  });

  it('says what is usual once two receipts agree, and asks no more', async () => {
    orders(4, 4, 4);
    const page = await open('', '0.25');
    const buy = async (nth: number, isAsked: boolean): Promise<void> => {
      await part(page, 'generate').click();
      if (isAsked) await part(page, 'confirm-yes').click();
      await page.waitForFunction(
        (count) => {
          const { inDoubt, pictures } = window.widget.tally.all;
          return pictures === count && inDoubt === '0';
        },
        nth,
        { timeout: 60_000 },
      );
    };
    assert.match(await part(page, 'generate').innerText(), /~\$0\.00–0\.84/);
    await buy(1, true);
    await buy(2, true);
    await part(page, 'generate').getByText('~$0.0056, ≤').waitFor();
    await page
      .getByText(/^Usually about \$0\.0056, at most \$0\.84.*your last 2 pictures$/)
      .waitFor();
    await buy(3, false);
    assert.equal(await page.evaluate(() => window.widget.quote?.total?.high), '0.84');
  });
});
