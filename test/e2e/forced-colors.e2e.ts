import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { serve } from '../config/run/static-server.mjs';
import { launchChromium } from '../support/chromium.js';

function styleOf(place: Locator, name: string, pseudo?: string): Promise<string> {
  return place.evaluate(
    (element, [property, of]) => getComputedStyle(element, of).getPropertyValue(property ?? ''),
    [name, pseudo],
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  describe(`In colours the reader chose, ${colorScheme}`, () => {
    let browser: Browser;
    let page: Page;
    let server: Awaited<ReturnType<typeof serve>>;
    before(async () => {
      server = await serve();
      browser = await launchChromium();
      page = await browser.newPage({ colorScheme, forcedColors: 'active' });
    });
    after(async () => {
      await browser.close();
      await server.close();
    });

    it('the field for the words shows that it has the focus', async () => {
      await page.goto(`${server.url}demo/states.html?state=done`);
      const prompt = page.getByLabel('Describe the picture');
      await prompt.focus();
      assert.equal(await styleOf(prompt, 'outline-style'), 'solid');
    });

    it('what is chosen among drafts, shapes and stretches of time, and what is open, has a line around it', async () => {
      for (const state of ['drafts', 'shapes']) {
        await page.goto(`${server.url}demo/states.html?state=${state}`);
        const chosen = page.locator('.ask [aria-pressed=true]');
        assert.equal(await styleOf(chosen.first(), 'outline-style'), 'solid', state);
      }
      await page.goto(`${server.url}demo/states.html?state=gallery`);
      for (const [part, line] of [
        ['gallery', 'solid'],
        ['details', 'none'],
      ] as const) {
        const door = page.locator(`user-pays-image [part=${part}]`);
        assert.equal(await styleOf(door, 'outline-style'), line, part);
      }
      await page.goto(`${server.url}demo/tally.html`);
      const chosen = page.locator('user-pays-tally .switch [aria-pressed=true]');
      assert.equal(await styleOf(chosen, 'outline-style'), 'solid');
    });

    it('the columns of the days and their rail stand out from the paper and from each other', async () => {
      await page.goto(`${server.url}demo/tally.html`);
      await page.getByRole('button', { name: /Generate sample/ }).click();
      const tally = page.locator('user-pays-tally');
      await tally.locator('.spent-day').first().waitFor({ state: 'attached' });
      const [paper, text] = ['background-color', 'color'].map((name) =>
        styleOf(tally.locator('[part=panel]'), name),
      );
      const day = await styleOf(tally.locator('.spent-day').first(), 'fill');
      const rail = await styleOf(tally.locator('.rail').first(), 'fill');
      assert.equal(day, await text);
      assert.equal(new Set([day, rail, await paper]).size, 3);
    });

    it('the table says by a sign, not by a colour, how it is sorted', async () => {
      await page.goto(`${server.url}demo/calculator.html`);
      const sorts = page.locator('user-pays-calculator [part=sort]');
      await sorts.first().waitFor();
      const signs = [sorts.first(), sorts.last()].map((sort) =>
        styleOf(sort, 'content', '::after'),
      );
      assert.deepEqual(await Promise.all(signs), ['none', '"↑" / ""']);
    });
  });
}
