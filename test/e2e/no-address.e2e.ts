import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { startSite } from '../support/paying-site.js';
import { eventually } from '../support/paying-tab.js';

/** Ways to fill a frame that has no http address of its own. */
const frames = {
  srcdoc: (html: string) => {
    const frame = document.createElement('iframe');
    frame.srcdoc = html;
    document.body.append(frame);
  },
  blob: (html: string) => {
    const frame = document.createElement('iframe');
    frame.src = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
    document.body.append(frame);
  },
  data: (html: string) => {
    const frame = document.createElement('iframe');
    frame.src = `data:text/html,${encodeURIComponent(html)}`;
    document.body.append(frame);
  },
  'about:blank': (html: string) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const inside = frame.contentDocument;
    if (!inside) return;
    inside.documentElement.lang = 'en';
    inside.body.append(...parsed.querySelectorAll('user-pays-image'));
    const script = inside.createElement('script');
    script.type = 'module';
    script.src = parsed.querySelector('script')?.src ?? '';
    inside.body.append(script);
  },
} as const;

describe('a widget in a frame without an address', { timeout: 120_000 }, () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof startSite>>;
  before(async () => {
    [browser, site] = await Promise.all([launchChromium(), startSite()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const providers = [
    ['openrouter', '', 'OpenRouter'],
    ['pollinations', 'client-id="pk_abc"', 'Pollinations'],
  ] as const;

  for (const [kind, fill] of Object.entries(frames))
    for (const [provider, more, name] of kind === 'srcdoc' ? providers : providers.slice(0, 1))
      it(`asks for a key, and opens no window that could not come back: ${kind}, ${name}`, async () => {
        const context = await browser.newContext();
        const page = await context.newPage();
        await page.goto(`${site.origin}/elsewhere`);
        const windows: string[] = [];
        page.on('popup', (popup) => windows.push(popup.url()));
        await page.evaluate(
          fill,
          `<!doctype html><html lang="en"><script type="module" src="${site.origin}/dist/user-pays-image.js"></script><user-pays-image provider="${provider}" ${more} prompt="a fox" prices="bundled"></user-pays-image>`,
        );
        const frame = page.frameLocator('iframe');
        const button = frame.locator('[part~="generate"]');
        await frame.getByRole('button', { name: /^Add your key to generate/ }).waitFor();
        // A press into a frame of another process is lost until Chromium has drawn that frame.
        await button.evaluate((pressed) => {
          pressed.addEventListener('click', () => (pressed.dataset.heard = 'yes'));
        });
        await eventually(async () => {
          await button.click();
          return button.evaluate(({ dataset }) => dataset.heard === 'yes');
        }, 'a press that arrives');
        await frame.locator('[part~="error"]').waitFor();
        assert.match(
          (await frame.locator('[part~="error"]').innerText()).replace(/\s+/g, ' '),
          new RegExp(`${name} needs a key of yours\\. Enter it above\\.`),
        );
        assert.equal(await frame.locator('input[name=key]:focus').count(), 1);
        assert.deepEqual(windows, []);
        await context.close();
      });

  it('signs in as before where the frame has an address', async () => {
    const page = await browser.newPage();
    await page.goto(site.url({ provider: 'openrouter', prompt: 'a fox', prices: 'bundled' }));
    await page.getByRole('button', { name: /^Sign in & generate/ }).waitFor();
    await page.close();
  });
});
