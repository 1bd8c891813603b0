import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { onePixel } from '../contract/recorded/picture.js';
import { launchChromium } from '../support/chromium.js';
import { startPage } from '../support/provider-page.js';

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type',
};

/** Both as their documents describe them; not verified against the services themselves. */
const services = {
  huggingface: {
    name: 'Hugging Face',
    clientId: '0b7e4d5c-1f2a-4c3d-9e8f-a1b2c3d4e5f6',
    authorize: 'https://huggingface.co/oauth/authorize',
    exchange: 'https://huggingface.co/oauth/token',
    order: 'https://router.huggingface.co/hf-inference/models/black-forest-labs/FLUX.1-schnell',
    costs: 'price unknown',
    most: undefined,
    token: 'hf_oauth_canary0123456789',
  },
  pollinations: {
    name: 'Pollinations',
    clientId: 'pk_canary',
    authorize: 'https://enter.pollinations.ai/authorize',
    exchange: 'https://enter.pollinations.ai/api/oauth/token',
    order: 'https://gen.pollinations.ai/v1/images/generations',
    costs: '$0.0020–0.0025',
    most: '0.0025',
    token: 'sk_canary0123456789',
  },
} as const;
type Service = (typeof services)[keyof typeof services];

type Consent = (route: Route, back: URL) => Promise<void>;

function returnsAtOnce(route: Route, back: URL): Promise<void> {
  return route.fulfill({ status: 302, headers: { location: back.href } });
}

/** An authorization server for one registered page; no request leaves this machine. */
class Fake {
  readonly seen: string[] = [];
  readonly #service: Service;
  readonly #page: string;
  readonly #consent: Consent;
  readonly #codes = new Map<string, string>();

  constructor(service: Service, page: string, consent: Consent) {
    this.#service = service;
    this.#page = page;
    this.#consent = consent;
  }

  async answer(route: Route): Promise<void> {
    const request = route.request();
    const { origin, pathname, searchParams } = new URL(request.url());
    const address = `${origin}${pathname}`;
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: cors });
    this.seen.push(
      `${request.method()} ${address} ${request.headers()['authorization'] ?? ''}`.trim(),
    );
    if (address === this.#service.authorize) return this.#authorize(route, searchParams);
    if (address === this.#service.exchange) return this.#exchange(route);
    const picture = { created: 1, data: [{ b64_json: onePixel }] };
    return route.fulfill({ headers: cors, json: address === this.#service.order ? picture : {} });
  }

  /** An address to return to must be the registered one, letter by letter. */
  #authorize(route: Route, query: URLSearchParams): Promise<void> {
    const isFine =
      query.get('redirect_uri') === this.#page &&
      query.get('client_id') === this.#service.clientId &&
      query.get('response_type') === 'code' &&
      query.get('code_challenge_method') === 'S256';
    if (!isFine) return route.fulfill({ status: 400, body: 'invalid_request' });
    const back = new URL(this.#page);
    const code = `code-${String(this.#codes.size)}`;
    this.#codes.set(code, query.get('code_challenge') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', query.get('state') ?? '');
    return this.#consent(route, back);
  }

  #exchange(route: Route): Promise<void> {
    const request = route.request();
    const given = new URLSearchParams(request.postData() ?? '');
    const code = given.get('code') ?? '';
    const challenge = this.#codes.get(code);
    this.#codes.delete(code);
    const digest = createHash('sha256').update(given.get('code_verifier') ?? '');
    const isFine =
      request.headers()['content-type'] === 'application/x-www-form-urlencoded' &&
      given.get('grant_type') === 'authorization_code' &&
      given.get('redirect_uri') === this.#page &&
      given.get('client_id') === this.#service.clientId &&
      challenge === digest.digest('base64url');
    return isFine
      ? route.fulfill({
          headers: cors,
          json: { access_token: this.#service.token, token_type: 'bearer', expires_in: 28_800 },
        })
      : route.fulfill({ status: 400, headers: cors, json: { error: 'invalid_grant' } });
  }
}

for (const [provider, service] of Object.entries(services))
  describe(`a reader without a key at ${service.name}, on a page with a client id`, () => {
    let browser: Browser;
    let host: Awaited<ReturnType<typeof startPage>>;
    before(async () => {
      browser = await launchChromium();
      host = await startPage(
        'secrets-page.entry.ts',
        `<user-pays-image lang="en" provider="${provider}" client-id="${service.clientId}" model="flux-1-schnell" prompt="a fox"></user-pays-image>`,
      );
    });
    after(async () => {
      await browser.close();
      await host.close();
    });

    const visit = async (
      consent: Consent,
    ): Promise<{ context: BrowserContext; page: Page; seen: string[] }> => {
      const context = await browser.newContext();
      const fake = new Fake(service, host.url, consent);
      await context.route(/^https:/, (route) => fake.answer(route));
      const page = await context.newPage();
      await page.goto(host.url);
      await page.locator('[part~="generate"]').hover();
      return { context, page, seen: fake.seen };
    };

    /** Presses, says yes where the widget asks first, and waits for the end. */
    const buy = async (page: Page): Promise<string> => {
      await page.locator('[part~="generate"]', { hasText: 'Sign in' }).click();
      const state = (name: string): string => `user-pays-image:state(${name})`;
      const ends = `${state('done')}, ${state('failed')}`;
      await page.locator(`${ends}, ${state('confirming')}`).waitFor();
      if (await page.locator(state('confirming')).count())
        await page.locator('[part~="confirm-yes"]').click();
      await page.locator(ends).waitFor();
      return (await page.locator(state('done')).count()) ? 'done' : 'failed';
    };

    it('sees before the press the most that it may cost', async () => {
      const { context, page } = await visit(returnsAtOnce);
      const button = page.locator('[part~="generate"]', { hasText: service.costs });
      await button.waitFor();
      const most = await page.evaluate(
        () => document.querySelector('user-pays-image')?.quote?.total?.high,
      );
      assert.equal(most, service.most);
      await context.close();
    });

    it('signs in with one press, in a real window, and buys the picture', async () => {
      const { context, page, seen } = await visit(returnsAtOnce);
      assert.equal(await buy(page), 'done');
      assert.equal(context.pages().length, 1, 'the window is closed again');
      assert.equal(seen.filter((line) => line === `POST ${service.exchange}`).length, 1);
      assert.deepEqual(
        seen.filter((line) => line.includes(service.order)),
        [`POST ${service.order} Bearer ${service.token}`],
      );
      const kept = `${(await page.evaluate<string[]>('texts()')).join()} ${(await page.evaluate<string[]>('heard')).join()}`;
      for (const secret of [service.token, 'code-0']) assert.ok(!kept.includes(secret), secret);
      await context.close();
    });

    it('signs in where the browser cuts the window off, and leaves no code in its address', async () => {
      const { context, page, seen } = await visit((route, back) =>
        route.fulfill({
          headers: { 'content-type': 'text/html', 'cross-origin-opener-policy': 'same-origin' },
          body: `<!doctype html><title>Consent</title><a href="${back.href.replace(/&/g, '&amp;')}">Authorize</a>`,
        }),
      );
      const opened = context.waitForEvent('page');
      const done = buy(page);
      const popup = await opened;
      await popup.getByText('Authorize').click();
      assert.equal(await done, 'done');
      assert.equal(seen.filter((line) => line === `POST ${service.exchange}`).length, 1);
      if (!popup.isClosed()) assert.equal(new URL(popup.url()).search, '');
      await context.close();
    });

    for (const [title, changed] of [
      [
        'declines',
        (back: URL) => {
          back.searchParams.delete('code');
          back.searchParams.set('error', 'access_denied');
        },
      ],
      ['comes back with another state', (back: URL) => void back.searchParams.set('state', 'x')],
    ] as const)
      it(`is told that nothing was charged, and nothing is exchanged, where the reader ${title}`, async () => {
        const { context, page, seen } = await visit((route, back) => {
          changed(back);
          return returnsAtOnce(route, back);
        });
        assert.equal(await buy(page), 'failed');
        const told = await page.locator('[part~="error"]').innerText();
        assert.match(told, /^Not charged\./);
        assert.match(told, new RegExp(`${service.name} did not complete the sign-in`));
        assert.deepEqual(
          seen.filter((line) => line.startsWith('POST')),
          [],
        );
        await context.close();
      });

    it('is told so where the code is not good, in the service’s words', async () => {
      const { context, page } = await visit((route, back) => {
        back.searchParams.set('code', 'another');
        return returnsAtOnce(route, back);
      });
      assert.equal(await buy(page), 'failed');
      const told = await page.locator('[part~="error"]').innerText();
      assert.match(told, /^Not charged\.[\s\S]+invalid_grant/);
      await context.close();
    });
  });
