import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { startPuter, type PuterServer } from '../support/puter-server.js';
import { puterPages, type PuterPages } from '../support/puter-server.page.js';
import { png } from '../support/puter-server.picture.js';

/** Over plain TCP: the SDK gets its TLS from the internet, and these tests have none. */
describe('a provider that refuses pages, through Puter’s network', () => {
  let puter: PuterServer;
  let pages: PuterPages;
  let provider: Server;
  let origin = '';
  const got: { method: string; url: string; headers: IncomingHttpHeaders; body: string }[] = [];

  before(async () => {
    puter = await startPuter();
    pages = await puterPages(puter);
    // Says nothing about CORS, so no page can talk to it directly.
    provider = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += String(chunk);
      });
      request.on('end', () => {
        got.push({
          method: request.method ?? '',
          url: request.url ?? '',
          headers: request.headers,
          body,
        });
        if (request.url === '/moved') response.writeHead(302, { location: '/v1' }).end();
        else if (request.url === '/dies') request.socket.destroy();
        else if (request.url === '/picture')
          response.writeHead(200, { 'content-type': 'image/png' }).end(png(64, 64));
        else response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}');
      });
    });
    await new Promise<void>((ready) => {
      provider.listen(0, '127.0.0.1', ready);
    });
    origin = `http://127.0.0.1:${String((provider.address() as AddressInfo).port)}`;
  });
  after(async () => {
    await pages.close();
    await puter.close();
    await new Promise((done) => {
      provider.close(done);
      provider.closeAllConnections();
    });
  });
  afterEach(async () => {
    await pages.closePages();
    puter.reset();
    got.length = 0;
  });

  const order = (page: Page, path = '/v1', relay?: string) =>
    page.evaluate(
      ([url, way]) =>
        window.ours
          .send(
            { method: 'POST', url, json: { prompt: 'a fox' } },
            {
              auth: { 'x-key': 'secret' },
              keyHosts: ['127.0.0.1'],
              signal: AbortSignal.timeout(10_000),
              submit: true,
              ...(way === undefined ? {} : { relay: way }),
            },
          )
          .then(
            ({ status, body }) => ({ status, body }),
            (error: unknown) =>
              JSON.parse(JSON.stringify(error)) as { code: string; charge: string },
          ),
      [origin + path, relay] as const,
    );

  const signedIn = async (): Promise<Page> => {
    const page = await pages.open({ signedIn: puter.token() });
    await page.evaluate(() => window.ours.account().providerSession?.());
    return page;
  };

  it('gets the order once, with the key and the whole body, and its answer comes back though it allows no page', async () => {
    const page = await signedIn();
    assert.deepEqual(await order(page, '/v1', 'puter'), { status: 200, body: { id: '1' } });
    assert.deepEqual(
      got.map(({ method, url, body, headers }) => [
        method,
        url,
        body,
        headers['x-key'],
        headers['x-target-url'],
      ]),
      [['POST', '/v1', '{"prompt":"a fox"}', 'secret', undefined]],
    );
    // The same without it, to know that the browser does refuse.
    const refused = (await order(page)) as { code: string };
    assert.equal(refused.code, 'unreadable-reply');
  });

  it('gets no key behind a redirect', async () => {
    const outcome = (await order(await signedIn(), '/moved', 'puter')) as {
      code: string;
      charge: string;
    };
    assert.deepEqual([outcome.code, outcome.charge], ['unreadable-reply', 'possible']);
    assert.deepEqual(
      got.map(({ url }) => url),
      ['/moved'],
    );
  });

  it('is not asked again when the connection dies', async () => {
    const page = await signedIn();
    const outcome = await page.evaluate(
      ([url]) =>
        window.ours
          .send(
            { method: 'POST', url, json: {} },
            {
              auth: {},
              keyHosts: [],
              signal: AbortSignal.timeout(1500),
              submit: true,
              relay: 'puter',
            },
          )
          .then(
            () => 'answered',
            (error: unknown) => (error instanceof Error ? error.name : 'failed'),
          ),
      [`${origin}/dies`] as const,
    );
    assert.notEqual(outcome, 'answered');
    assert.deepEqual(
      got.map(({ url }) => url),
      ['/dies'],
    );
  });

  for (const relay of ['unnamed', 'closes'] as const) {
    it(`costs nothing where no connection ever opened: the relay is ${relay}`, async () => {
      const page = await signedIn();
      puter.relay = relay;
      const outcome = (await order(page, '/v1', 'puter')) as { code: string; charge: string };
      assert.deepEqual(
        [outcome.code, outcome.charge, got.length],
        ['blocked-by-browser', 'none', 0],
      );
    });
  }

  it('costs nothing where the tunnel’s TLS can’t be had, also when that shows only by nothing happening', async () => {
    const page = await signedIn();
    // The SDK fetches its TLS from the internet; there is none here. It then waits for ever (read
    // in 2.6.3).
    const ended = await page.evaluate(() =>
      window.ours.sendTraced(
        { method: 'POST', url: 'https://127.0.0.1:9/v1', json: {} },
        { auth: {}, keyHosts: [], signal: AbortSignal.timeout(2000), submit: true, relay: 'puter' },
      ),
    );
    assert.equal(ended, 'none');
  });

  it('gets no order over a connection that opens only after the reader stopped waiting', async () => {
    const page = await signedIn();
    puter.relay = 'waits';
    const stop = await page.evaluateHandle(() => new AbortController());
    const ended = page.evaluate(
      ([url, { signal }]) =>
        window.ours.sendTraced(
          { method: 'POST', url, json: { prompt: 'a fox' } },
          { auth: {}, keyHosts: [], signal, submit: true, relay: 'puter' },
        ),
      [`${origin}/v1`, stop] as const,
    );
    while (!puter.log.includes('POST /wisp/relay-token/create')) await page.waitForTimeout(20);
    await stop.evaluate((controller) => {
      controller.abort(new Error('stopped'));
    });
    assert.equal(await ended, 'none');
    let packets = 0;
    page.on('websocket', (tunnel) =>
      tunnel.on('framesent', () => {
        packets += 1;
      }),
    );
    puter.relay = 'open';
    // Its connection is made, and then written to or closed.
    while (packets < 2) await page.waitForTimeout(20);
    // What it had written would have arrived before the answer to a later request.
    await page.evaluate(() => window.ours.fetchPuterCatalogue());
    assert.deepEqual(got, []);
  });

  it('hands over a picture’s bytes that no page may read', async () => {
    const page = await signedIn();
    const sizes = await page.evaluate(
      async (url) => [
        (await window.ours.readImage(url, AbortSignal.timeout(5000), 'puter'))?.size,
        (await window.ours.readImage(url, AbortSignal.timeout(5000)))?.size,
      ],
      `${origin}/picture`,
    );
    assert.deepEqual(sizes, [png(64, 64).length, undefined]);
  });

  it('gets nothing while the reader is signed out, and no window opens by itself', async () => {
    const page = await pages.open();
    await page.evaluate(() => window.ours.account().prepare?.());
    const outcome = (await order(page, '/v1', 'puter')) as { code: string; charge: string };
    assert.deepEqual([outcome.code, outcome.charge], ['no-session', 'none']);
    assert.deepEqual(got, []);
    assert.equal(await page.locator('puter-dialog').count(), 0);
  });

  it('gets nothing from a browser that would send an empty order', async () => {
    const page = await signedIn();
    await page.evaluate(() =>
      Object.defineProperty(Request.prototype, 'body', { value: undefined }),
    );
    const outcome = (await order(page, '/v1', 'puter')) as { code: string; charge: string };
    assert.deepEqual([outcome.code, outcome.charge], ['blocked-by-browser', 'none']);
    assert.deepEqual(got, []);
  });
});
