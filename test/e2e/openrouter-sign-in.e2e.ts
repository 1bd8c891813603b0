import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { onePixel } from '../contract/recorded/picture.js';
import { launchChromium } from '../support/chromium.js';
import { startPage } from '../support/provider-page.js';

const key = 'sk-or-v1-canary0123456789';

const widget =
  '<user-pays-image id="widget" lang="en" provider="openrouter" model="flux-2-pro" prompt="a fox" budget="2"></user-pays-image>';

describe('a reader without a key at OpenRouter', () => {
  let browser: Browser;
  let host: Awaited<ReturnType<typeof startPage>>;
  let isolated: typeof host;
  before(async () => {
    browser = await launchChromium();
    host = await startPage('secrets-page.entry.ts', widget);
    isolated = await startPage('secrets-page.entry.ts', widget, {
      'cross-origin-opener-policy': 'same-origin',
    });
  });
  after(async () => {
    await browser.close();
    await host.close();
    await isolated.close();
  });

  const cors = {
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'authorization, content-type',
  };

  /**
   * OpenRouter as its documents describe it; no request leaves this machine. `auth` is its page, in
   * the window.
   */
  const visit = async (
    auth: (route: Route, callback: string) => Promise<void>,
    exchange: Parameters<Route['fulfill']>[0] = { json: { key, user_id: 'u' } },
  ): Promise<{ context: BrowserContext; seen: string[]; asked: URLSearchParams[] }> => {
    const context = await browser.newContext();
    const seen: string[] = [];
    const asked: URLSearchParams[] = [];
    await context.route('https://openrouter.ai/**', async (route) => {
      const request = route.request();
      const { pathname, searchParams } = new URL(request.url());
      if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: cors });
      seen.push(
        `${request.method()} ${pathname} ${request.headers()['authorization'] ?? ''}`.trim(),
      );
      if (pathname === '/auth') {
        asked.push(searchParams);
        return auth(route, searchParams.get('callback_url') ?? '');
      }
      if (pathname.endsWith('/auth/keys')) return route.fulfill({ headers: cors, ...exchange });
      if (pathname.endsWith('/images'))
        return route.fulfill({
          json: { created: 1, data: [{ b64_json: onePixel }], usage: { cost: 0.03 } },
          headers: cors,
        });
      return route.fulfill({
        json: { data: { label: 'sk-or', limit_remaining: 5 } },
        headers: cors,
      });
    });
    return { context, seen, asked };
  };

  const ending = (page: Page): Promise<unknown> =>
    page.evaluate(
      () =>
        new Promise<unknown>((end) => {
          document.addEventListener('user-pays-done', (event) => {
            end(
              (event as CustomEvent<{ purchase: { receipt: { charged: string } } }>).detail.purchase
                .receipt.charged,
            );
          });
          document.addEventListener('user-pays-error', (event) => {
            end(JSON.stringify((event as CustomEvent<{ error: unknown }>).detail.error));
          });
        }),
    );

  const press = async (
    context: BrowserContext,
    url: string,
  ): Promise<{ page: Page; done: Promise<unknown> }> => {
    const page = await context.newPage();
    await page.goto(url);
    const button = page.locator('[part~="generate"]');
    await button.hover();
    const done = ending(page);
    await button.click();
    return { page, done };
  };

  it('signs in with one press, in a real window, and the same press buys the picture', async () => {
    const { context, seen, asked } = await visit((route, callback) =>
      route.fulfill({ status: 302, headers: { location: `${callback}&code=the-code` } }),
    );
    const { page, done } = await press(context, host.url);
    assert.equal(await done, '0.03');
    assert.equal(context.pages().length, 1, 'the window is closed again');
    assert.deepEqual(
      seen.filter((line) => !line.includes('/key')),
      ['GET /auth', `POST /api/v1/images Bearer ${key}`],
    );
    assert.ok(seen.includes('POST /api/v1/auth/keys'), 'without any key');
    assert.equal(asked[0]?.get('limit'), '2', 'no more than the page’s own cap');
    const kept = (await page.evaluate<string[]>('texts()')).join();
    assert.ok(!kept.includes(key));
    await context.close();
  });

  for (const [where, policy] of [
    ['at this page', undefined],
    ['at OpenRouter', 'same-origin'],
    ['at OpenRouter, popups excepted', 'same-origin-allow-popups'],
  ] as const) {
    it(`signs in where the browser cuts the window off (Cross-Origin-Opener-Policy ${where}): nothing is called closed, and the purchase goes on`, async () => {
      const { context, seen } = await visit((route, callback) =>
        route.fulfill({
          headers: {
            'content-type': 'text/html',
            ...(policy ? { 'cross-origin-opener-policy': policy } : {}),
          },
          body: `<!doctype html><title>OpenRouter</title><a href="${callback}&amp;code=the-code">Authorize</a>`,
        }),
      );
      await context.addInitScript(() => {
        const { open } = window;
        window.open = (...given) =>
          Object.assign(globalThis, { handle: open.call(window, ...given) }).handle;
      });
      const opened = new Promise<Page>((found) => {
        context.on('page', (page) => {
          void page.waitForURL('https://openrouter.ai/**').then(
            () => {
              found(page);
            },
            () => undefined,
          );
        });
      });
      const { page, done } = await press(context, (policy ? host : isolated).url);
      const popup = await opened;
      await page.waitForFunction('handle.closed', undefined, { polling: 50 });
      assert.match(
        await page.locator('[part~="progress"]').innerText(),
        /Waiting for the sign-in window/,
      );
      await popup.getByText('Authorize').click();
      assert.equal(await done, '0.03');
      assert.equal(seen.filter((line) => line === 'POST /api/v1/auth/keys').length, 1);
      // It closes where the browser lets it, and says so where not.
      const isOpen = await popup
        .getByText('You are signed in at OpenRouter.')
        .waitFor()
        .then(
          () => true,
          () => false,
        );
      if (isOpen) assert.equal(new URL(popup.url()).search, '', 'no code is left in its address');
      else assert.ok(popup.isClosed());
      await context.close();
    });
  }

  it('is told what went wrong, and not that a key is forgotten: there was none', async () => {
    const goesBack =
      (more: string) =>
      (route: Route, callback: string): Promise<void> =>
        route.fulfill({ status: 302, headers: { location: callback + more } });
    for (const [back, exchange, words] of [
      [
        '&error=access_denied',
        {},
        /OpenRouter did not complete the sign-in\. Press again to try once more\.\s+OpenRouter says: .?access_denied/,
      ],
      [
        '&code=x',
        { status: 403, json: { error: { code: 403, message: 'Invalid code or code_verifier' } } },
        /did not complete the sign-in[\s\S]+Invalid code or code_verifier/,
      ],
      [
        '&code=x',
        { status: 500, json: { error: { code: 500, message: 'Internal Server Error' } } },
        /did not complete the sign-in/,
      ],
      [
        '&code=x',
        { status: 200, contentType: 'text/html', body: '<h1>Sorry</h1>' },
        /did not complete the sign-in/,
      ],
    ] as const) {
      const { context } = await visit(goesBack(back), exchange);
      const { page, done } = await press(context, host.url);
      assert.match(
        String(await done),
        /"code":"session-refused","stage":"account","retry":"safe","charge":"none"/,
      );
      const told = await page.locator('[part~="error"]').innerText();
      assert.match(told, words);
      assert.match(told, /^Not charged\./);
      assert.doesNotMatch(told, /forgotten|your key/i);
      await context.close();
    }
  });
});
