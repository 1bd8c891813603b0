import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { onePixel } from '../contract/recorded/picture.js';
import {
  startFaultServer,
  type Answer,
  type FaultServer,
  type Seen,
} from '../support/fault-server.js';
import {
  addressOf,
  startProviderInternet,
  type ProviderInternet,
} from '../support/provider-internet.js';
import { startPage } from '../support/provider-page.js';
import { readerOf, type Reader } from '../support/reader-at-widget.js';

const key = 'canary-own-server-key-0123';
const png = Buffer.from(onePixel, 'base64');

/**
 * A small server of somebody's own, speaking OpenAI's image call as sd-server and LocalAI do.
 * `secret`: it wants a key.
 */
function speaking(
  origin: string,
  { secret, as = 'b64_json' }: { secret?: string; as?: 'b64_json' | 'url' } = {},
) {
  return ({ method, path, headers, body }: Seen): Answer => {
    if (path === '/generated/a.png') return { headers: { 'content-type': 'image/png' }, body: png };
    if (secret !== undefined && headers.authorization !== `Bearer ${secret}`)
      return {
        status: 401,
        json: {
          error: {
            message: 'Invalid API key',
            type: 'invalid_request_error',
            param: null,
            code: 'invalid_api_key',
          },
        },
      };
    if (method === 'GET' && path === '/v1/models')
      return {
        json: {
          object: 'list',
          data: [{ id: 'sd-cpp-local', object: 'model', owned_by: 'local' }],
        },
      };
    if (method !== 'POST' || path !== '/v1/images/generations')
      return { status: 404, json: { error: { message: 'Not Found' } } };
    const { prompt, n, size } = JSON.parse(body) as Record<string, unknown>;
    if (typeof prompt !== 'string' || n !== 1 || !/^\d+x\d+$/.test(String(size)))
      return { status: 400, json: { error: { message: 'bad request' } } };
    return {
      json: {
        created: 1,
        data: [as === 'url' ? { url: `${origin}/generated/a.png` } : { b64_json: onePixel }],
      },
    };
  };
}

describe('a server of one’s own', () => {
  let internet: ProviderInternet;
  let server: FaultServer;
  let context: BrowserContext;
  before(async () => {
    internet = await startProviderInternet();
  });
  after(() => internet.close());
  beforeEach(async () => {
    server = await startFaultServer();
    server.answer = speaking(server.origin);
    context = await internet.visit();
  });
  afterEach(async () => {
    await context.close();
    await server.close();
  });

  const markup = (attributes: string): string =>
    `<user-pays-image id="widget" lang="en" provider="openai-compatible" prompt="a fox" ${attributes}></user-pays-image>`;
  const visit = async (
    attributes: string,
    work: (reader: Reader, page: Page) => Promise<void>,
  ): Promise<void> => {
    const host = await startPage('secrets-page.entry.ts', markup(attributes));
    const page = await context.newPage();
    try {
      await page.goto(host.url);
      await work(readerOf(page), page);
    } finally {
      await host.close();
    }
  };
  const orders = (): Record<string, unknown>[] =>
    server.paid.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  const endpoint = (): string => `endpoint="${server.origin}"`;
  const isDecoded = (page: Page): Promise<boolean> =>
    page.evaluate(() =>
      [...(document.querySelector('#widget')?.shadowRoot?.querySelectorAll('img') ?? [])].every(
        (image) => image.complete && image.naturalWidth > 0,
      ),
    );

  it('makes a picture without a key: no Authorization header, nothing to sign in to, nothing to pay', async () => {
    await visit(endpoint(), async (reader, page) => {
      assert.equal(await reader.button(), 'Generate · $0.00');
      assert.equal(await reader.buy(), 'done');
      assert.deepEqual(orders(), [
        { prompt: 'a fox', n: 1, size: '1024x1024', response_format: 'b64_json' },
      ]);
      assert.ok(
        server.log.every(
          ({ headers }) =>
            headers.authorization === undefined &&
            !/authorization/.test(String(headers['access-control-request-headers'])),
        ),
      );
      assert.ok(
        server.log.every(
          ({ headers }) => headers.cookie === undefined && headers.referer === undefined,
        ),
      );
      assert.equal(await isDecoded(page), true);
      assert.match(await reader.read('images'), /^\$0\.00 estimated, by the price list/);
      assert.match(await reader.read('tally'), /^This visit \$0\.00 1 picture/);
    });
  });

  it('is asked for the model and the price its owner names, and counts each picture', async () => {
    await visit(
      `endpoint="${server.origin}/v1/" model="sd-cpp-local" unit-price="0.01" count="2" size="512x768"`,
      async (reader) => {
        assert.equal(await reader.button(), 'Generate 2 · $0.020');
        assert.equal(await reader.buy(), 'done');
        assert.deepEqual(
          orders(),
          [1, 2].map(() => ({
            model: 'sd-cpp-local',
            prompt: 'a fox',
            n: 1,
            size: '512x768',
            response_format: 'b64_json',
          })),
        );
        assert.match(await reader.read('tally'), /^This visit \$0\.020 2 pictures/);
      },
    );
  });

  it('may hand over an address instead of bytes, which is fetched without the key', async () => {
    server.answer = speaking(server.origin, { as: 'url', secret: key });
    await visit(endpoint(), async (reader, page) => {
      assert.equal(await reader.buy(), 'session-refused none');
      assert.match(
        await reader.read('error'),
        /needs a key of yours\. Enter it above\. \S+ says: .?Invalid API key/,
      );
      await reader.giveKey(key);
      assert.equal(await reader.buy(), 'done');
      assert.equal(await isDecoded(page), true);
      const carrying = server.log
        .filter(({ headers }) => headers.authorization === `Bearer ${key}`)
        .map(({ method, path }) => `${method} ${path}`);
      assert.deepEqual(carrying, ['POST /v1/images/generations']);
      assert.ok(server.log.some(({ path }) => path === '/generated/a.png'));
    });
  });

  it('keeps its key for itself: another server is asked without it', async () => {
    const other = await startFaultServer();
    other.answer = speaking(other.origin);
    server.answer = speaking(server.origin, { secret: key });
    await visit(endpoint(), async (reader, page) => {
      assert.equal(await reader.buy(), 'session-refused none');
      await reader.giveKey(key, 'device');
      assert.equal(await reader.buy(), 'done');
      await page.locator('#widget').evaluate((element, to) => {
        element.setAttribute('endpoint', to);
      }, other.origin);
      assert.equal(await reader.buy(), 'done');
      assert.equal(other.paid.length, 1);
      assert.ok(!JSON.stringify(other.log).includes(key));
    });
    await other.close();
  });

  it('is missed in plain words when it is away or lets no page in, and no word of money where there is none', async () => {
    server.cors = false;
    await visit(endpoint(), async (reader) => {
      assert.equal(await reader.buy(), 'blocked-by-browser possible');
      assert.equal(server.paid.length, 0);
      assert.match(
        await reader.read('error'),
        /^Your browser could not reach \S+ from this page\. Is the server running, and does it let pages of other origins ask it \(CORS\)\?/,
      );
      assert.match(await reader.read('advice'), /your local network: allow it/);
    });
    await visit('endpoint="http://127.0.0.1:9" unit-price="0.01"', async (reader) => {
      assert.equal(await reader.buy(), 'blocked-by-browser possible');
      assert.match(await reader.read('error'), /^You may have been charged ≥ \$0\.010\./);
    });
  });

  it('that dies over the order leaves more than one price in doubt: the browser sends it again by itself', async () => {
    server.answer = ({ method }) => (method === 'POST' ? { fault: 'close' } : { json: {} });
    await visit(`${endpoint()} unit-price="0.01"`, async (reader) => {
      assert.equal(await reader.buy(), 'blocked-by-browser possible');
      assert.ok(server.paid.length > 1, `${String(server.paid.length)} orders`);
      assert.match(
        await reader.read('error'),
        /^You may have been charged ≥ \$0\.010\..* The browser itself may have sent the order several times\./,
      );
      assert.match(await reader.read('tally'), /\+ ≥ \$0\.010 not confirmed/);
    });
  });

  it('over http is not asked by a page over https, which says so; on this machine it is', async () => {
    const host = await startPage('secrets-page.entry.ts');
    const script = await (await fetch(`${host.url}ours.js`)).text();
    await host.close();
    for (const [to, ending] of [
      ['http://192.168.7.7:1234', 'blocked-by-browser none'],
      [server.origin, 'done'],
    ] as const) {
      internet.server.answer = (seen) =>
        addressOf(seen).endsWith('/ours.js')
          ? { headers: { 'content-type': 'text/javascript' }, body: script }
          : {
              headers: { 'content-type': 'text/html' },
              body: `<!doctype html><meta charset="utf-8">${markup(`endpoint="${to}"`)}<script type="module" src="/ours.js"></script>`,
            };
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => {
        asked.push(request.url());
      });
      await page.goto('https://page.example/');
      const reader = readerOf(page);
      assert.equal(await reader.buy(), ending);
      assert.equal(
        asked.some((url) => url.startsWith(to)),
        ending === 'done',
      );
      if (ending !== 'done')
        assert.match(
          await reader.read('advice'),
          /^This page comes over https and the server over http/,
        );
    }
  });
});
