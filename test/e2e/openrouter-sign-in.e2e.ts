import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { onePixel } from '../contract/recorded/picture.js';
import { launchChromium } from '../support/chromium.js';
import { startPage } from '../support/provider-page.js';

const key = 'sk-or-v1-canary0123456789';

describe('a reader without a key at OpenRouter', () => {
  let browser: Browser;
  let host: Awaited<ReturnType<typeof startPage>>;
  before(async () => {
    browser = await launchChromium();
    host = await startPage('secrets-page.entry.ts', '<user-pays-image id="widget" lang="en" provider="openrouter" model="flux-2-pro" prompt="a fox"></user-pays-image>');
  });
  after(async () => {
    await browser.close();
    await host.close();
  });

  it('signs in with one press, in a real window, and the same press buys the picture', async () => {
    const context = await browser.newContext();
    const seen: string[] = [];
    // OpenRouter as its documents describe it; no request leaves this machine.
    await context.route('https://openrouter.ai/**', async (route) => {
      const request = route.request();
      const { pathname, searchParams } = new URL(request.url());
      const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization, content-type' };
      if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers });
      seen.push(`${request.method()} ${pathname} ${request.headers()['authorization'] ?? ''}`.trim());
      if (pathname === '/auth') return route.fulfill({ status: 302, headers: { location: `${searchParams.get('callback_url') ?? ''}&code=the-code` } });
      if (pathname.endsWith('/auth/keys')) return route.fulfill({ json: { key, user_id: 'u' }, headers });
      if (pathname.endsWith('/images')) return route.fulfill({ json: { created: 1, data: [{ b64_json: onePixel }], usage: { cost: 0.03 } }, headers });
      return route.fulfill({ json: { data: { label: 'sk-or', limit_remaining: 5 } }, headers });
    });
    const page = await context.newPage();
    await page.goto(host.url);
    const button = page.locator('[part~="generate"]');
    await button.hover();
    const done = page.evaluate(() => new Promise<unknown>((end) => {
      document.addEventListener('user-pays-done', (event) => { end((event as CustomEvent<{ purchase: { receipt: { charged: string } } }>).detail.purchase.receipt.charged); });
      document.addEventListener('user-pays-error', (event) => { end(JSON.stringify((event as CustomEvent<{ error: unknown }>).detail.error)); });
    }));
    await button.click();
    assert.equal(await done, '0.03');
    assert.equal(context.pages().length, 1, 'the window is closed again');
    assert.deepEqual(seen.filter((line) => !line.includes('/key')), ['GET /auth', `POST /api/v1/images Bearer ${key}`]);
    assert.ok(seen.includes('POST /api/v1/auth/keys'), 'without any key');
    const kept = (await page.evaluate<string[]>('texts()')).join();
    assert.ok(!kept.includes(key));
    await context.close();
  });
});
