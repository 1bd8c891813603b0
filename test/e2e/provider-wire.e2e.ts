import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { onePixel } from '../contract/recorded/picture.js';
import { launchEngines, type Engine } from '../support/engines.js';
import { startFaultServer, type Answer, type FaultServer } from '../support/fault-server.js';
import { startPage } from '../support/provider-page.js';

const key = 'canary-key-0123456789';
interface Told {
  readonly outcome: Readonly<Record<string, unknown>>;
  readonly sent: boolean;
}

describe('what whole browsers put on the wire for one click', () => {
  let engines: Engine[] = [];
  let page: Awaited<ReturnType<typeof startPage>>;
  before(async () => {
    page = await startPage();
    engines = await launchEngines();
    assert.ok(engines.length > 0, 'no browser on this machine');
  });
  after(async () => {
    await Promise.all(engines.map((engine) => engine.close()));
    await page.close();
  });

  const withServers = async <T>(
    answers: readonly Answer[],
    secure: boolean,
    work: (servers: readonly FaultServer[]) => Promise<T>,
  ): Promise<T> => {
    const servers = await Promise.all(answers.map(() => startFaultServer({ secure })));
    servers.forEach((server, index) => {
      server.answer = ({ method }) => (method === 'GET' ? { json: {} } : (answers[index] ?? {}));
    });
    try {
      return await work(servers);
    } finally {
      await Promise.all(servers.map((server) => server.close()));
    }
  };
  const withServer = <T>(work: (server: FaultServer) => Promise<T>): Promise<T> =>
    withServers([{}], false, ([server]) => work(server ?? assert.fail()));

  /** How many whole orders each server got for one paid call, and what the page was told. */
  const pay = (
    engine: Engine,
    answers: readonly Answer[],
    secure: boolean,
  ): Promise<{ orders: number; told: Told }[]> =>
    withServers(answers, secure, async (servers) => {
      // Some engines never tell a page that half an answer was the end of it; where an answer
      // comes, there is all the time it needs.
      const patience = answers.some(({ fault }) => fault) ? 8000 : 50_000;
      const told = (await engine.ask(
        page.url,
        `ours.pay(${JSON.stringify(servers.map(({ origin }) => origin))}, ${String(patience)})`,
      )) as Told[];
      return servers.map(({ log, paid }, index) => {
        assert.ok(
          log.every(
            ({ method, body }) =>
              method !== 'POST' || body === '' || body === '{"prompt":"A lighthouse"}',
          ),
          'the order, whole or not at all',
        );
        return { orders: paid.length, told: told[index] ?? assert.fail() };
      });
    });

  it('is one POST with the whole order when nothing goes wrong, over HTTP/1.1 and HTTP/2', async () => {
    for (const engine of engines) {
      for (const secure of [false, true]) {
        assert.deepEqual(
          await pay(engine, [{ json: { id: 1 } }], secure),
          [{ orders: 1, told: { outcome: { status: 200, body: { id: 1 } }, sent: true } }],
          `${engine.name} ${secure ? 'HTTP/2' : 'HTTP/1.1'}`,
        );
      }
    }
  });

  it('is one POST for every refusal that browsers leave alone', async () => {
    const statuses = [400, 401, 402, 403, 404, 409, 411, 422, 425, 429, 500, 502, 503, 504];
    for (const engine of engines) {
      for (const secure of [false, true]) {
        const paid = await pay(
          engine,
          statuses.map((status) => ({
            status,
            json: { detail: 'no' },
            headers: { 'retry-after': '0' },
          })),
          secure,
        );
        assert.deepEqual(
          paid.map(({ orders, told }) => [orders, told.outcome['status']]),
          statuses.map((status) => [1, status]),
          engine.name,
        );
      }
    }
  });

  it('is one order at most, in Chromium over HTTP/2, however the connection dies: its own repetition is disarmed', async () => {
    const engine = engines.find(({ name }) => name === 'Chromium') ?? assert.fail('Chromium');
    assert.equal(await engine.ask(page.url, 'ours.canStreamBody()'), true);
    const faults = [
      'close',
      'reset',
      'half-body',
      'rst-internal',
      'rst-refused',
      'goaway',
    ] as const;
    const paid = await pay(
      engine,
      faults.map((fault) => ({ fault })),
      true,
    );
    for (const [index, { orders, told }] of paid.entries()) {
      // None where the connection died before the order was whole; the page is told the same.
      assert.ok(orders <= 1, `${String(faults[index])}: ${String(orders)} orders`);
      assert.deepEqual(
        [told.outcome['code'], told.outcome['charge'], told.sent],
        ['unreadable-reply', 'possible', true],
        faults[index],
      );
    }
    assert.ok(
      paid.some(({ orders }) => orders === 1),
      'an order that arrived',
    );
    assert.equal((await pay(engine, [{ status: 421, json: {} }], true))[0]?.orders, 1);
  });

  it('is never shown as free when the connection died, whatever the browser did', async () => {
    const faults = ['close', 'reset', 'half-body'] as const;
    for (const engine of engines) {
      for (const secure of [false, true]) {
        for (const [
          index,
          {
            orders,
            told: { outcome },
          },
        ] of (
          await pay(
            engine,
            faults.map((fault) => ({ fault })),
            secure,
          )
        ).entries()) {
          const label = `${engine.name} ${secure ? 'HTTP/2' : 'HTTP/1.1'} ${String(faults[index])}: ${JSON.stringify(outcome)}`;
          assert.ok(orders >= 1, label);
          // Engines differ in whether half an answer is an answer; it is never one that could be
          // read.
          if (outcome['status'] === 200) assert.equal(outcome['body'], undefined, label);
          else assert.ok(outcome['charge'] === 'possible', label);
        }
      }
    }
  });

  it('takes the key nowhere else when it is led away', async () => {
    const statuses = [301, 302, 303, 307, 308];
    for (const engine of engines) {
      await withServer(async (thief) => {
        const paid = await pay(
          engine,
          statuses.map((status) => ({ status, headers: { location: `${thief.origin}/stolen` } })),
          false,
        );
        assert.deepEqual(
          paid.map(({ orders, told }) => [orders, told.outcome['charge']]),
          statuses.map(() => [1, 'possible']),
          engine.name,
        );
        assert.deepEqual(thief.log, [], engine.name);
      });
    }
  });

  it('is nothing at all when the provider refuses browsers', async () => {
    for (const engine of engines) {
      await withServer(async (server) => {
        server.cors = false;
        server.answer = () => ({ json: { credits: 500 } });
        const outcome = (await engine.ask(
          page.url,
          `ours.buy(${JSON.stringify(server.origin)})`,
        )) as Record<string, unknown>;
        assert.deepEqual(
          [outcome['code'], outcome['charge']],
          ['blocked-by-browser', 'none'],
          engine.name,
        );
        assert.deepEqual(server.paid, []);
        assert.ok(
          server.log.every(({ headers }) => headers['x-key'] === undefined),
          'a browser asks before it shows the key',
        );
      });
    }
  });

  it('is one POST, reads, and a picture’s address, when the provider lets browsers in', async () => {
    for (const engine of engines) {
      await withServer(async (server) => {
        server.answer = ({ method, path }, nth) =>
          method === 'POST'
            ? {
                json: {
                  id: '1',
                  polling_url: 'https://api.eu2.bfl.ai/v1/get_result?id=1',
                  cost: 3,
                },
              }
            : path.endsWith('credits')
              ? { json: { credits: 500 } }
              : path.startsWith('/picture')
                ? {
                    headers: { 'content-type': 'text/plain' },
                    body: Buffer.from(onePixel, 'base64'),
                  }
                : nth === 0
                  ? { status: 503, json: {} }
                  : {
                      json: { status: 'Ready', result: { sample: `${server.origin}/picture.png` } },
                    };
        const outcome = (await engine.ask(
          page.url,
          `ours.buy(${JSON.stringify(server.origin)})`,
        )) as Record<string, unknown>;
        assert.deepEqual(
          outcome,
          {
            kind: 'done',
            images: [{ url: `${server.origin}/picture.png` }],
            usage: { unit: 'credits', amount: '3' },
          },
          engine.name,
        );
        assert.equal(server.paid.length, 1);
        assert.ok(
          server.log.every(
            ({ headers }) => headers.referer === undefined && headers.cookie === undefined,
          ),
          'nothing of the page',
        );
        assert.equal(
          await engine.ask(
            page.url,
            `ours.readImage(${JSON.stringify(`${server.origin}/picture.png`)}).then((blob) => blob.type)`,
          ),
          'image/png',
        );
        assert.ok(
          server.log
            .filter(({ path }) => path.startsWith('/picture'))
            .every(({ headers }) => !JSON.stringify(headers).includes(key)),
          'no key for a picture',
        );
        server.cors = false;
        assert.equal(
          await engine.ask(
            page.url,
            `ours.readImage(${JSON.stringify(`${server.origin}/picture.png?again`)})`,
          ),
          'hidden',
        );
      });
    }
  });
});
