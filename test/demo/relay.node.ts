import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { hosts, relay } from '../../demo/relay/relay.mjs';
import { relayServer } from '../../demo/relay/serve.mjs';
import { bfl } from '../../src/providers/bfl.js';
import { fal } from '../../src/providers/fal.js';
import { httpProvider } from '../../src/providers/http-provider.js';
import { send } from '../../src/providers/http.js';
import { readImage } from '../../src/providers/read-image.js';
import { mayHoldKey } from '../../src/providers/key-gate.js';
import { everyProvider } from '../contract/every-provider.js';
import { watchedPorts } from '../contract/ports.js';
import { onePixel } from '../contract/recorded/picture.js';
import { rebased } from '../contract/rebased.js';
import { startFaultServer, type FaultServer } from '../support/fault-server.js';

const key = 'canary-key-0123456789';
const page = 'https://page.example';

/** Runs `work` as in a page, whose browser sends its origin along. */
async function inPage<T>(work: () => Promise<T>): Promise<T> {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init = {}) => {
    const headers = new Headers(init.headers);
    if (headers.has('x-target-url')) headers.set('origin', page);
    return real(input, { ...init, headers });
  };
  try {
    return await work();
  } finally {
    globalThis.fetch = real;
  }
}
const order = {
  model: 'flux-2-pro',
  prompt: 'A lighthouse',
  width: 1024,
  height: 1024,
  references: [],
};

describe('the relay a page’s owner can run', () => {
  let provider: FaultServer;
  let server: ReturnType<typeof relayServer>;
  let url = '';
  before(async () => {
    provider = await startFaultServer();
  });
  beforeEach(async () => {
    server = relayServer({
      hosts: [new URL(provider.origin).host],
      origins: ['https://page.example'],
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
    provider.log.length = 0;
    provider.paid.length = 0;
  });
  after(() => provider.close());
  const ask = (target: string, init: RequestInit = {}): Promise<Response> =>
    fetch(url, {
      ...init,
      headers: {
        origin: page,
        ...(init.headers as Record<string, string>),
        'x-target-url': target,
      },
    });

  it('passes order, key and answer on, and nothing of the reader', async () => {
    provider.answer = () => ({
      status: 201,
      json: { id: 1 },
      headers: { 'x-units': '1.5', 'set-cookie': 'a=b' },
    });
    const reply = await ask(`${provider.origin}/v1/x?y=1`, {
      method: 'POST',
      body: '{"prompt":"A lighthouse"}',
      headers: {
        'x-key': key,
        'content-type': 'application/json',
        cookie: 'session=1',
        referer: 'https://page.example/',
        'x-forwarded-for': '10.0.0.1',
      },
    });
    assert.deepEqual(
      [reply.status, await reply.json(), reply.headers.get('x-units')],
      [201, { id: 1 }, '1.5'],
    );
    assert.match(reply.headers.get('access-control-expose-headers') ?? '', /x-units/);
    assert.equal(reply.headers.get('set-cookie'), null);
    const [seen] = provider.log;
    assert.deepEqual(
      [seen?.method, seen?.path, seen?.body, seen?.headers['x-key']],
      ['POST', '/v1/x?y=1', '{"prompt":"A lighthouse"}', key],
    );
    for (const name of ['cookie', 'referer', 'origin', 'x-forwarded-for', 'x-target-url'])
      assert.equal(seen?.headers[name], undefined, name);
    assert.equal(provider.paid.length, 1);
  });

  it('turns down everything that is not on its list, before anything leaves', async () => {
    for (const target of [
      'https://evil.example/',
      'http://api.bfl.ai/',
      `${provider.origin}@evil.example/`,
      provider.origin.replace('127.0.0.1', '127.0.0.1.evil.example'),
      'https://169.254.169.254/latest/meta-data',
      'file:///etc/passwd',
      'https://api.bfl.ai:99999/',
      'https://1.2.3.4.5/',
      'https://xn--.bfl.ai/',
      '',
      'x',
    ]) {
      const reply = await ask(target, { method: 'POST', body: '{}', headers: { 'x-key': key } });
      assert.equal(reply.status, 403, target);
      assert.ok(reply.headers.get('x-relay-refused'));
      assert.equal(reply.headers.get('access-control-allow-origin'), page, 'it may read why');
    }
    assert.deepEqual(provider.log, []);
  });

  it('answers a browser’s question for the headers it needs', async () => {
    const reply = await fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://page.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,x-target-url',
      },
    });
    assert.equal(reply.status, 204);
    assert.equal(
      reply.headers.get('access-control-allow-headers'),
      'authorization,content-type,x-target-url',
    );
    assert.match(reply.headers.get('access-control-allow-methods') ?? '', /POST/);
    assert.deepEqual(provider.log, []);
  });

  it('serves the pages of its own origin on this machine, and no other unless told', async () => {
    const asked = async (
      url: string,
      origin: string,
      settings: Parameters<typeof relay>[0] = {},
    ): Promise<number> =>
      (
        await relay({ hosts: ['api.bfl.ai'], ...settings })(
          new Request(url, { method: 'OPTIONS', headers: origin ? { origin } : {} }),
        )
      ).status;
    for (const own of ['http://127.0.0.1:8787', 'http://localhost:8787', 'http://[::1]:8787']) {
      assert.equal(await asked(`${own}/`, own), 204, own);
      assert.equal(await asked(`${own}/`, ''), 204);
      for (const origin of [
        'https://evil.example',
        'null',
        'http://127.0.0.1:9',
        'http://evil.test',
      ])
        assert.equal(await asked(`${own}/`, origin), 403, origin);
    }
    // A name that anybody can point here: what `Host` says proves nothing.
    for (const own of [
      'http://evil.test:8787',
      'https://relay.example',
      'http://127.0.0.1.evil.test',
    ])
      assert.equal(await asked(`${own}/`, own), 403, own);
    const { publicOrigin } = { publicOrigin: 'https://relay.example' };
    for (const url of [
      'http://relay.example/',
      'http://127.0.0.1:8787/',
      'https://relay.example/',
    ]) {
      assert.equal(await asked(url, publicOrigin, { publicOrigin }), 204, url);
      assert.equal(await asked(url, 'http://relay.example', { publicOrigin }), 403);
      assert.equal(await asked(url, 'http://127.0.0.1:8787', { publicOrigin }), 403);
      assert.equal(await asked(url, page, { publicOrigin, origins: [page] }), 204);
    }
  });

  it('is not talked into an origin by the headers of a request', async () => {
    const server = relayServer({ hosts: ['api.bfl.ai'] });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const status = (headers: Record<string, string>): Promise<number> =>
      new Promise((resolve, reject) => {
        request({ port, host: '127.0.0.1', method: 'OPTIONS', headers }, (reply) => {
          reply.resume();
          resolve(reply.statusCode ?? 0);
        })
          .on('error', reject)
          .end();
      });
    const evil = { host: `evil.test:${String(port)}`, origin: `http://evil.test:${String(port)}` };
    assert.equal(await status(evil), 403);
    for (const forged of [
      { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'http' },
      { forwarded: 'host=evil.test;proto=http' },
    ])
      assert.equal(await status({ ...evil, host: `127.0.0.1:${String(port)}`, ...forged }), 403);
    assert.equal(await status({ origin: `http://127.0.0.1:${String(port)}` }), 204);
    server.close();
  });

  it('takes an order only from a page, which always says where it is', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const reply = await relay({
        hosts: [new URL(provider.origin).host],
        methods: ['GET', 'POST', 'PUT', 'DELETE'],
      })(
        new Request('http://127.0.0.1:8787/', {
          method,
          body: '{}',
          headers: { 'x-target-url': `${provider.origin}/v1/x`, 'x-key': key },
        }),
      );
      assert.deepEqual(
        [reply.status, reply.headers.get('x-relay-refused')],
        [403, 'an order without an origin'],
      );
    }
    assert.deepEqual(provider.log, []);
  });

  it('lets nobody speak for it, or set anything for its host', async () => {
    const kept = {
      'x-relay-refused': 'no',
      'clear-site-data': '"*"',
      refresh: '0;url=https://evil.example',
      link: '<https://evil.example>; rel=preload',
      'service-worker-allowed': '/',
      'strict-transport-security': 'max-age=1',
      'set-cookie': 'a=b',
      'content-disposition': 'attachment',
      'report-to': '{}',
      'reporting-endpoints': 'a="https://evil.example"',
      'content-security-policy': 'sandbox',
      'alt-svc': 'h3=":1"',
      'x-other': '1',
      location: 'https://evil.example',
      etag: '"1"',
    };
    const passed = {
      'content-type': 'application/json',
      'retry-after': '3',
      'x-fal-billable-units': '1.5',
      'x-aigateway-cost': '0.03',
      'x-fal-error-type': 'nsfw',
      'x-request-id': 'r1',
      'x-ratelimit-remaining': '7',
    };
    provider.answer = () => ({ status: 200, json: { id: 1 }, headers: { ...kept, ...passed } });
    const reply = await ask(`${provider.origin}/v1/x`, { method: 'POST', body: '{}' });
    for (const name of Object.keys(kept)) assert.equal(reply.headers.get(name), null, name);
    const exposed = reply.headers.get('access-control-expose-headers')?.split(', ') ?? [];
    for (const [name, value] of Object.entries(passed)) {
      assert.equal(reply.headers.get(name), value, name);
      assert.ok(exposed.includes(name), name);
    }
    assert.equal(exposed.includes('x-relay-refused'), false);
  });

  it('receives only so many bytes of all orders at once, and says that this passes', async () => {
    const at = new Request('http://127.0.0.1:1/').url;
    const own = relay({ hosts: [new URL(provider.origin).host], mostAtOnce: 1000 });
    const post = (body: BodyInit): Promise<Response> =>
      own(
        new Request(at, {
          method: 'POST',
          body,
          duplex: 'half',
          headers: { 'x-target-url': `${provider.origin}/v1/x`, origin: 'http://127.0.0.1:1' },
        } as RequestInit),
      );
    let finish = (): void => undefined;
    const half = new ReadableStream<Uint8Array>({
      start: (to) => {
        to.enqueue(new Uint8Array(900));
        finish = () => to.close();
      },
    });
    const first = post(half);
    await new Promise(setImmediate);
    const second = await post('x'.repeat(200));
    assert.deepEqual(
      [
        second.status,
        second.headers.get('x-relay-refused'),
        second.headers.get('retry-after'),
        provider.paid.length,
      ],
      [413, 'busy, try again soon', '5', 0],
    );
    provider.answer = () => ({ json: { id: 1 } });
    finish();
    assert.equal((await first).status, 200);
    assert.equal((await post('x'.repeat(950))).status, 200, 'what was sent on makes room');
    assert.equal(provider.paid.length, 2);
  });

  it('gives up an order that stops growing, and sends nothing of it on', async () => {
    const server = relayServer({ hosts: [new URL(provider.origin).host], patience: 50 });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const origin = `http://127.0.0.1:${String(port)}`;
    const [status, closed] = await new Promise<[number | undefined, boolean]>((resolve) => {
      const order = request(
        {
          port,
          host: '127.0.0.1',
          method: 'POST',
          headers: {
            origin,
            'content-length': '1000',
            'x-target-url': `${provider.origin}/v1/x`,
          },
        },
        (reply) => {
          reply.resume();
          order.on('close', () => resolve([reply.statusCode, order.destroyed]));
        },
      );
      order.on('error', () => undefined);
      order.write('{"prompt"');
    });
    assert.deepEqual([status, closed, provider.log], [408, true, []]);
    server.close();
  });

  it('holds only so many connections', async () => {
    const server = relayServer({ mostConnections: 2 });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const held = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
    await Promise.all(held.map((socket) => once(socket, 'connect')));
    const third = connect(port, '127.0.0.1');
    await once(third, 'close');
    for (const socket of held) socket.destroy();
    server.close();
  });

  it('serves no page that it was not told of', async () => {
    const other = await ask(`${provider.origin}/v1/x`, {
      method: 'POST',
      body: '{}',
      headers: { origin: 'https://other.example', 'x-key': key },
    });
    assert.deepEqual([other.status, provider.log], [403, []]);
  });

  it('serves only the owner’s pages when told which they are', async () => {
    const own = relay({ hosts: ['api.bfl.ai'], origins: ['https://page.example'] });
    const from = (origin: string): Promise<Response> =>
      own(new Request('https://relay.example/', { method: 'OPTIONS', headers: { origin } }));
    assert.equal(
      (await from('https://page.example')).headers.get('access-control-allow-origin'),
      'https://page.example',
    );
    assert.equal((await from('https://other.example')).status, 403);
  });

  it('knows every provider that a page may not be let in to, and where it delivers', () => {
    const listed = (url: string): boolean => mayHoldKey({ keyHosts: hosts }, url);
    for (const [adapter] of everyProvider.filter(
      ([{ browsers, keyOptional }]) => browsers !== 'yes' && !keyOptional,
    ))
      assert.ok(listed(adapter.base), adapter.base);
    for (const url of [
      'https://delivery-eu1.bfl.ai/a.jpeg',
      'https://replicate.delivery/a.webp',
      'https://media.aigateway.sh/a.png',
    ])
      assert.ok(listed(url), url);
    for (const url of [
      'https://evil.example/',
      'https://replicate.delivery.evil.example/',
      'https://api.together.ai.evil.example/',
    ])
      assert.ok(!listed(url), url);
  });

  it('only reads where pictures are delivered: by GET, without a key, and nowhere else from there', async () => {
    const { host } = new URL(provider.origin);
    const own = relay({
      hosts: [host],
      deliveries: [host],
      publicOrigin: 'https://relay.example',
    });
    const to = (method: string, init: RequestInit = {}): Promise<Response> =>
      own(
        new Request('https://relay.example/', {
          method,
          ...init,
          headers: {
            origin: 'https://relay.example',
            'x-target-url': `${provider.origin}/a.png?sig=1`,
            'x-key': key,
            authorization: `Bearer ${key}`,
            prefer: 'wait',
            accept: 'image/*',
          },
        }),
      );
    for (const method of ['PUT', 'POST', 'DELETE', 'PATCH']) {
      const reply = await to(method, { body: 'x' });
      assert.deepEqual(
        [reply.status, reply.headers.get('x-relay-refused')],
        [405, 'method not relayed'],
        method,
      );
    }
    assert.equal(provider.log.length, 0);
    provider.answer = () => ({
      headers: { 'content-type': 'image/png' },
      body: Buffer.from(onePixel, 'base64'),
    });
    assert.equal((await to('GET')).status, 200);
    const [seen] = provider.log;
    assert.deepEqual(
      ['x-key', 'authorization', 'prefer', 'accept'].map((name) => seen?.headers[name]),
      [undefined, undefined, undefined, 'image/*'],
    );
    provider.answer = () => ({ status: 302, headers: { location: 'http://127.0.0.1:9/' } });
    assert.equal((await to('GET')).status, 502);
  });

  it('knows of its own list which hosts deliver, storage that everybody rents among them', async () => {
    const real = globalThis.fetch;
    const asked: [string, string | null][] = [];
    globalThis.fetch = (url, init) => {
      asked.push([
        `${init?.method ?? ''} ${url instanceof URL ? url.host : ''}`,
        new Headers(init?.headers).get('x-key'),
      ]);
      return Promise.resolve(new Response('{}'));
    };
    const to = async (method: string, url: string): Promise<number> =>
      (
        await relay({ origins: [page] })(
          new Request('https://relay.example/', {
            method,
            headers: { origin: page, 'x-target-url': url, 'x-key': key },
          }),
        )
      ).status;
    try {
      for (const host of [
        'bflapistorage.blob.core.windows.net',
        'anybody.blob.core.windows.net',
        'delivery-eu1.bfl.ai',
        'replicate.delivery',
        'pbxt.replicate.delivery',
        'media.aigateway.sh',
      ]) {
        for (const method of ['PUT', 'POST', 'DELETE'])
          assert.equal(await to(method, `https://${host}/a`), 405, `${method} ${host}`);
        assert.equal(await to('GET', `https://${host}/a`), 200);
      }
      assert.deepEqual(
        asked.filter(([, sent]) => sent !== null),
        [],
      );
      for (const method of ['PUT', 'DELETE'])
        assert.equal(await to(method, 'https://api.bfl.ai/v1/x'), 405, method);
      assert.equal(await to('POST', 'https://api.eu2.bfl.ai/v1/flux-2-pro'), 200);
      assert.deepEqual(asked.at(-1), ['POST api.eu2.bfl.ai', key]);
    } finally {
      globalThis.fetch = real;
    }
  });

  it('holds no more than 64 MB of an order or of an answer, and keeps within little memory', async () => {
    const script = `import { relayServer } from './demo/relay/serve.mjs';
      const server = relayServer({ hosts: [process.argv[1]] }).listen(0, '127.0.0.1', () => console.log(server.address().port));
      process.stdin.on('end', () => { console.log(process.resourceUsage().maxRSS); process.exit(0); }).resume();`;
    const child = spawn(
      process.execPath,
      [
        '--max-old-space-size=48',
        '--input-type=module',
        '-e',
        script,
        new URL(provider.origin).host,
      ],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const line = async (): Promise<string> => String((await lines.next()).value);
    const at = `http://127.0.0.1:${await line()}/`;
    const megabyte = new Uint8Array(1024 * 1024).fill(32);
    const body = (megabytes: number): ReadableStream<Uint8Array> => {
      let left = megabytes;
      return new ReadableStream({
        pull: (to) => {
          if (left-- > 0) to.enqueue(megabyte);
          else to.close();
        },
      });
    };
    const post = (megabytes: number, path = '/v1/x'): Promise<Response> =>
      fetch(at, {
        method: 'POST',
        body: body(megabytes),
        duplex: 'half',
        headers: { origin: at.slice(0, -1), 'x-target-url': provider.origin + path },
      } as RequestInit);
    try {
      provider.answer = () => ({ json: { id: 1 } });
      const reply = await post(400);
      assert.deepEqual([reply.status, reply.headers.get('x-relay-refused')], [413, 'over 64 MB']);
      assert.equal(provider.log.length, 0, 'nothing of it was sent on');
      assert.equal((await post(60)).status, 200);
      assert.equal(provider.log[0]?.body.length, 60 * megabyte.length);
      provider.answer = () => ({
        headers: { 'content-type': 'image/png' },
        body: Buffer.alloc(200 * megabyte.length),
      });
      const long = await fetch(at, { headers: { 'x-target-url': `${provider.origin}/a.png` } });
      await assert.rejects(long.arrayBuffer(), 'cut off');
      provider.answer = () => ({
        headers: { 'content-type': 'image/png' },
        body: Buffer.alloc(60 * megabyte.length),
      });
      assert.equal(
        (
          await (
            await fetch(at, { headers: { 'x-target-url': `${provider.origin}/a.png` } })
          ).arrayBuffer()
        ).byteLength,
        60 * megabyte.length,
      );
      child.stdin.end();
      const kilobytes = Number(await line());
      assert.ok(kilobytes < 350 * 1024, `${String(Math.round(kilobytes / 1024))} MB`);
    } finally {
      child.kill();
    }
  });

  it('starts with one command, and says for which pages', async () => {
    const child = spawn(process.execPath, ['demo/relay/serve.mjs', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const said = String(
        (await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()).value,
      );
      const [, at = ''] =
        /^relay="(http:\/\/127\.0\.0\.1:\d+\/)" for http:\/\/127\.0\.0\.1:8000, http:\/\/localhost:8000$/.exec(
          said,
        ) ?? [];
      const status = async (origin: string): Promise<number> =>
        (await fetch(at, { method: 'OPTIONS', headers: { origin } })).status;
      assert.deepEqual(
        [await status('http://127.0.0.1:8000'), await status('https://evil.example')],
        [204, 403],
      );
    } finally {
      child.kill();
    }
  });

  it('does not follow the provider elsewhere, with an order or without', async () => {
    const elsewhere = await startFaultServer();
    const statuses: number[] = [];
    for (const [method, status] of [
      ['POST', 307],
      ['POST', 303],
      ['GET', 302],
      ['GET', 308],
    ] as const) {
      provider.answer = () => ({ status, headers: { location: `${elsewhere.origin}/stolen` } });
      statuses.push(
        (
          await ask(`${provider.origin}/v1/x`, {
            method,
            ...(method === 'POST' ? { body: '{}' } : {}),
            headers: { 'x-key': key },
          })
        ).status,
      );
    }
    await elsewhere.close();
    assert.deepEqual([elsewhere.log, statuses], [[], [502, 502, 502, 502]]);
  });

  it('takes a name on its list with all below it, and no other that ends alike', async () => {
    const own = relay({ hosts: ['*.example.invalid'] });
    const answer = async (url: string): Promise<number> =>
      (await own(new Request('https://relay.example/', { headers: { 'x-target-url': url } })))
        .status;
    for (const url of [
      'https://example.invalid/',
      'https://a.example.invalid/',
      'https://a.b.example.invalid/',
    ])
      assert.equal(await answer(url), 502, `${url}: let through, where nobody answers`);
    for (const url of [
      'https://evilexample.invalid/',
      'https://a.example.invalid.evil.invalid/',
      'https://a.example.invalid:8443/',
      'http://a.example.invalid/',
      'https://reader@a.example.invalid/',
    ])
      assert.equal(await answer(url), 403, url);
  });

  it('streams: the first bytes are here before the last are made', async () => {
    provider.answer = () => ({ fault: 'hang-body' });
    const reply = await ask(`${provider.origin}/v1/x`);
    const first = await reply.body?.getReader().read();
    assert.equal(new TextDecoder().decode(first?.value as Uint8Array), '{');
  });

  it('buys a whole picture for a page, delivery included, with one paid POST', async () => {
    const adapter = rebased(bfl, provider.origin);
    provider.answer = ({ method, path }) => {
      if (method === 'POST')
        return {
          json: { id: '7a1', polling_url: 'https://api.eu2.bfl.ai/v1/get_result?id=7a1', cost: 3 },
        };
      if (path.includes('get_result'))
        return {
          json: { status: 'Ready', result: { sample: `${provider.origin}/delivery/a.png` } },
        };
      return { headers: { 'content-type': 'image/png' }, body: Buffer.from(onePixel, 'base64') };
    };
    const { ports } = watchedPorts({ relay: url });
    const outcome = await inPage(() => httpProvider(adapter).run(order, ports));
    assert.equal(outcome.kind, 'done');
    const link = outcome.kind === 'done' ? (outcome.images[0]?.url ?? '') : '';
    assert.equal((await readImage(link, ports.signal, url))?.type, 'image/png');
    assert.equal(provider.paid.length, 1);
    assert.deepEqual(
      provider.log.map(({ path, headers }) => [path.split('?')[0], headers['x-key']]),
      [
        ['/api.bfl.ai/v1/credits', key],
        ['/api.bfl.ai/v1/flux-2-pro', key],
        ['/api.eu2.bfl.ai/v1/get_result', key],
        ['/delivery/a.png', undefined],
      ],
    );
  });

  it('is not mistaken for the provider: its refusal forgets no key, its breakdown forgives no bill', async () => {
    const off = await inPage(() =>
      httpProvider(rebased(bfl, 'http://127.0.0.1:9')).run(
        order,
        watchedPorts({ relay: url }).ports,
      ),
    );
    assert.deepEqual(off, {
      kind: 'refused',
      code: 'invalid-input',
      charge: 'none',
      detail: 'address not on the list of this relay',
    });
    provider.answer = () => ({ fault: 'close' });
    const lost = await inPage(() =>
      httpProvider(rebased(fal, provider.origin)).run(order, watchedPorts({ relay: url }).ports),
    );
    assert.equal(lost.kind === 'refused' && lost.charge, 'possible');
    assert.equal(provider.paid.length, 1);
  });

  it('is not talked to in the clear unless it is this machine', async () => {
    const call = { method: 'GET', url: 'https://api.bfl.ai/v1/credits' } as const;
    await assert.rejects(
      send(call, {
        auth: { 'x-key': key },
        keyHosts: ['*.bfl.ai'],
        relay: 'http://relay.example/',
        signal: new AbortController().signal,
        submit: false,
      }),
      { code: 'invalid-input' },
    );
  });
});
