import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { documentNames, windowNames } from '../support/names-in-src.js';
import { startPage } from '../support/provider-page.js';

const key = 'canary-9d1b2c';

/** Reads its settings from the page whenever it needs them, as Puter's SDK 2.6.3 does. */
const sdk = `globalThis.puter = {
  authToken: null,
  get APIOrigin() { return String(globalThis.PUTER_API_ORIGIN || 'https://api.puter.com'); },
  auth: {
    isSignedIn: () => puter.authToken !== null,
    signIn: async () => {
      await fetch((globalThis.PUTER_ORIGIN || 'https://puter.com') + '/action/sign-in');
      puter.authToken = 'a.b.c';
      return { username: 'kim' };
    },
    signOut: () => undefined,
  },
};`;

/** A list that would make every picture of Puter's cost next to nothing. */
const cheap = [{ puterId: 'replicate:black-forest-labs/flux-2-klein-4b', costs: { image: 1 } }];

const honest = new Set(['js.puter.com', 'puter.com', 'api.puter.com', 'api.bfl.ai']);

interface Visit {
  /** Hosts that were asked, other than the page's own. */
  readonly hosts: Set<string>;
  readonly scripts: readonly string[];
  readonly ran: boolean;
  /** What the buttons said before the press; empty where a widget could not be drawn. */
  readonly prices: readonly string[];
  /** Hosts that were sent a paid order. */
  readonly orders: Set<string>;
}

const widgets = `<user-pays-image id="at-puter" lang="en" provider="puter" prompt="a fox"></user-pays-image>
  <user-pays-image id="at-bfl" lang="en" provider="bfl" model="flux-2-pro" prompt="a fox"></user-pays-image>`;

describe('markup that names elements after what the code reads', () => {
  let browser: Browser;
  let usual: Visit;
  before(async () => {
    browser = await launchChromium();
    usual = await visit('');
  });
  after(() => browser.close());

  const visit = async (markup: string, pageScript = ''): Promise<Visit> => {
    const host = await startPage('secrets-page.entry.ts', markup + widgets);
    const context = await browser.newContext();
    const [hosts, orders] = [new Set<string>(), new Set<string>()];
    await context.route(
      (url) => url.origin !== new URL(host.url).origin,
      async (route) => {
        const request = route.request();
        const { hostname, pathname } = new URL(request.url());
        // A frame or an image that the markup itself shows is no request of ours.
        if (request.isNavigationRequest() || request.resourceType() === 'image')
          return route.fulfill({ body: '' });
        hosts.add(hostname);
        if (request.method() === 'POST') orders.add(hostname);
        const headers = {
          'access-control-allow-origin': '*',
          'access-control-allow-headers': '*, authorization, x-key',
        };
        if (hostname === 'js.puter.com')
          return route.fulfill({ contentType: 'text/javascript', body: sdk });
        if (pathname.endsWith('.js'))
          return route.fulfill({ contentType: 'text/javascript', body: 'window.ran = true' });
        if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers });
        if (hostname === 'evil.example') return route.fulfill({ headers, json: cheap });
        return route.fulfill({
          status: request.method() === 'POST' ? 500 : 404,
          headers,
          json: {},
        });
      },
    );
    const page = await context.newPage();
    await page.addInitScript(
      `localStorage.setItem('user-pays-image/key/https://api.bfl.ai', '${key}');${pageScript}`,
    );
    try {
      await page.goto(host.url);
      const prices = [await buy(page, '#at-puter'), await buy(page, '#at-bfl')];
      const scripts = await page.evaluate(() =>
        [...document.getElementsByTagName('script')].map(({ src }) => src),
      );
      const ran = await page.evaluate(() => 'ran' in window);
      return { hosts, orders, prices, scripts, ran };
    } finally {
      await context.close();
      await host.close();
    }
  };

  /** Touches the widget, reads its button once all is loaded, presses it and waits for the end. */
  const buy = async (page: Page, widget: string): Promise<string> => {
    const button = page.locator(`${widget} [part~="generate"]`);
    const isDrawn = await button.waitFor({ timeout: 10_000 }).then(
      () => true,
      () => false,
    );
    if (!isDrawn) return '';
    // By focus: frames that are still loading move what a pointer is over.
    await button.focus();
    await page.waitForFunction(
      () => Symbol.for('user-pays-image/purchase-services@1') in globalThis,
    );
    const end = page.evaluate(
      (selector) =>
        new Promise<void>((done) => {
          for (const type of ['done', 'error'])
            document.querySelector(selector)?.addEventListener(`user-pays-${type}`, () => {
              done();
            });
        }),
      widget,
    );
    await page.evaluate(async () => {
      const services = Reflect.get(
        globalThis,
        Symbol.for('user-pays-image/purchase-services@1'),
      ) as { account(id: string): { prepare?(): Promise<void> } };
      await services.account('puter').prepare?.();
    });
    const price = await button.innerText();
    await button.click();
    const no = page.locator(`${widget} [part~="confirm-yes"]`);
    await Promise.race([end, no.waitFor({ timeout: 10_000 }).then(() => no.click())]);
    await end;
    return price.replaceAll(/\s+/g, ' ');
  };

  const assertHarmless = (seen: Visit, what: string): void => {
    assert.deepEqual(
      [...seen.hosts].filter((host) => !honest.has(host)),
      [],
      `${what}: hosts`,
    );
    assert.equal(seen.ran, false, `${what}: a foreign script ran`);
    assert.ok(!seen.scripts.some((src) => src.includes('evil')), `${what}: a foreign script`);
    for (const [index, price] of seen.prices.entries())
      assert.ok(price === '' || price === usual.prices[index], `${what}: ${price}`);
  };
  const assertWorks = (seen: Visit, what: string): void => {
    assertHarmless(seen, what);
    assert.deepEqual(seen.prices, usual.prices, what);
    assert.deepEqual(seen.orders, usual.orders, what);
  };

  const href = 'https://evil.example/x.js';
  const inWindow: readonly [string, (name: string) => string][] = [
    ['a link', (name) => `<a id="${name}" name="${name}" href="${href}">.</a>`],
    ['an area', (name) => `<map><area id="${name}" href="${href}"></map>`],
    [
      'two links',
      (name) => `<a id="${name}">.</a><a id="${name}" name="auth" href="${href}">.</a>`,
    ],
  ];
  /** Elements that also name a property of the document. */
  const inDocument: readonly [string, (name: string) => string][] = [
    ['a frame', (name) => `<iframe name="${name}" src="https://evil.example/"></iframe>`],
    ['a form', (name) => `<form name="${name}"><input name="auth"><input name="signIn"></form>`],
    ['an image', (name) => `<img name="${name}" src="${href}">`],
    ['an object', (name) => `<object id="${name}" name="${name}"></object>`],
  ];
  const ofDocument = async (names: readonly string[]): Promise<string[]> => {
    const page = await browser.newPage();
    const found = await page.evaluate((all) => all.filter((name) => name in document), names);
    await page.close();
    return found;
  };

  /** Without the names that a window has of its own, which no element can take. */
  const free = async (names: readonly string[]): Promise<string[]> => {
    const page = await browser.newPage();
    const found = await page.evaluate((all) => all.filter((name) => !(name in window)), names);
    await page.close();
    return found;
  };

  it('is a page that buys at Puter and at Black Forest Labs where nothing has such a name', () => {
    assertWorks(usual, 'usual');
    assert.ok(
      usual.prices.every((price) => price.includes('$')),
      usual.prices.join(),
    );
    assert.deepEqual(usual.orders, new Set(['api.puter.com', 'api.bfl.ai']));
    assert.deepEqual(usual.hosts, honest);
  });

  for (const [shape, markupOf] of [...inWindow, ...inDocument])
    it(`changes no price, script or address by any name of the window: ${shape} each`, async () => {
      const all = await free(windowNames());
      const taken = await ofDocument(all);
      const isDocuments = inDocument.some(([other]) => other === shape);
      const names = all.filter((name) => !isDocuments || !taken.includes(name));
      for (const name of ['PUTER_API_ORIGIN', 'PUTER_ORIGIN', 'PUTER_SDK_URL', 'puter', 'process'])
        assert.ok(names.includes(name), name);
      assertWorks(await visit(names.map(markupOf).join('')), shape);
    });

  it('changes nothing where Puter’s SDK stands in the page, or the element comes later', async () => {
    const late = ['PUTER_ORIGIN', 'PUTER_API_ORIGIN', 'PUTER_SDK_URL']
      .map((name) => `<a id="${name}" href="https://evil.example">.</a>`)
      .join('');
    const script = `addEventListener('user-pays-state', () =>
      document.body.insertAdjacentHTML('beforeend', \`${late}\`));`;
    assertWorks(await visit('', script), 'later');
    const seen = await visit(`${late}<script src="https://js.puter.com/v2/"></script>`);
    assertHarmless(seen, 'own SDK');
  });

  it('changes no price, script or address by any name of the document', async () => {
    const read = [...documentNames(), 'currentScript', 'cookie', 'defaultView', 'documentElement'];
    const names = await ofDocument(read);
    for (const name of ['baseURI', 'scripts', 'readyState', 'head'])
      assert.ok(names.includes(name), name);
    for (const name of names) {
      const seen = await visit(`<img name="${name}" src="${href}">`);
      assertHarmless(seen, name);
      if (/baseURI|scripts|readyState|head|currentScript|cookie/.test(name))
        assertWorks(seen, name);
    }
  });
});
