import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { hosts, relay } from '../../demo/relay/relay.mjs';
import { relayServer } from '../../demo/relay/serve.mjs';
import { bfl } from '../../src/providers/bfl.js';
import { fal } from '../../src/providers/fal.js';
import { httpMaker } from '../../src/providers/http-maker.js';
import { readImage, send } from '../../src/providers/http.js';
import { mayHoldKey } from '../../src/providers/key-gate.js';
import { everyProvider } from '../contract/every-provider.js';
import { watchedPorts } from '../contract/ports.js';
import { onePixel } from '../contract/recorded/picture.js';
import { rebased } from '../contract/rebased.js';
import { startFaultServer, type FaultServer } from '../support/fault-server.js';

const key = 'canary-key-0123456789';
const order = { model: 'flux-2-pro', prompt: 'A lighthouse', width: 1024, height: 1024, references: [] };

describe('the relay a page’s owner can run', () => {
  let provider: FaultServer;
  let server: ReturnType<typeof relayServer>;
  let url = '';
  before(async () => { provider = await startFaultServer(); });
  beforeEach(async () => {
    server = relayServer({ hosts: [new URL(provider.origin).host] });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  });
  afterEach(() => { server.closeAllConnections(); server.close(); provider.log.length = 0; provider.paid.length = 0; });
  after(() => provider.close());
  const ask = (target: string, init: RequestInit = {}): Promise<Response> => fetch(url, { ...init, headers: { ...init.headers as Record<string, string>, 'x-target-url': target } });

  it('passes order, key and answer on, and nothing of the reader', async () => {
    provider.answer = () => ({ status: 201, json: { id: 1 }, headers: { 'x-units': '1.5', 'set-cookie': 'a=b' } });
    const reply = await ask(`${provider.origin}/v1/x?y=1`, {
      method: 'POST', body: '{"prompt":"A lighthouse"}',
      headers: { 'x-key': key, 'content-type': 'application/json', cookie: 'session=1', referer: 'https://page.example/', 'x-forwarded-for': '10.0.0.1' },
    });
    assert.deepEqual([reply.status, await reply.json(), reply.headers.get('x-units')], [201, { id: 1 }, '1.5']);
    assert.match(reply.headers.get('access-control-expose-headers') ?? '', /x-units/);
    assert.equal(reply.headers.get('set-cookie'), null);
    const [seen] = provider.log;
    assert.deepEqual([seen?.method, seen?.path, seen?.body, seen?.headers['x-key']], ['POST', '/v1/x?y=1', '{"prompt":"A lighthouse"}', key]);
    for (const name of ['cookie', 'referer', 'origin', 'x-forwarded-for', 'x-target-url']) assert.equal(seen?.headers[name], undefined, name);
    assert.equal(provider.paid.length, 1);
  });

  it('turns down everything that is not on its list, before anything leaves', async () => {
    for (const target of ['https://evil.example/', 'http://api.bfl.ai/', `${provider.origin}@evil.example/`, provider.origin.replace('127.0.0.1', '127.0.0.1.evil.example'), 'https://169.254.169.254/latest/meta-data', 'file:///etc/passwd', '', 'x']) {
      const reply = await ask(target, { method: 'POST', body: '{}', headers: { 'x-key': key } });
      assert.equal(reply.status, 403, target);
      assert.ok(reply.headers.get('x-relay-refused'));
      assert.equal(reply.headers.get('access-control-allow-origin'), '*', 'the page may read why');
    }
    assert.deepEqual(provider.log, []);
  });

  it('answers a browser’s question for the headers it needs', async () => {
    const reply = await fetch(url, { method: 'OPTIONS', headers: { origin: 'https://page.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type,x-target-url' } });
    assert.equal(reply.status, 204);
    assert.equal(reply.headers.get('access-control-allow-headers'), 'authorization,content-type,x-target-url');
    assert.match(reply.headers.get('access-control-allow-methods') ?? '', /POST/);
    assert.deepEqual(provider.log, []);
  });

  it('serves only the owner’s pages when told which they are', async () => {
    const own = relay({ hosts: ['api.bfl.ai'], origins: ['https://page.example'] });
    const from = (origin: string): Promise<Response> => own(new Request('https://relay.example/', { method: 'OPTIONS', headers: { origin } }));
    assert.equal((await from('https://page.example')).headers.get('access-control-allow-origin'), 'https://page.example');
    assert.equal((await from('https://other.example')).status, 403);
  });

  it('knows every provider that a page may not be let in to, and where it delivers', () => {
    const listed = (url: string): boolean => mayHoldKey({ keyHosts: hosts }, url);
    for (const [adapter] of everyProvider.filter(([{ browsers, keyOptional }]) => browsers !== 'yes' && !keyOptional)) assert.ok(listed(adapter.base), adapter.base);
    for (const url of ['https://delivery-eu1.bfl.ai/a.jpeg', 'https://replicate.delivery/a.webp', 'https://media.aigateway.sh/a.png']) assert.ok(listed(url), url);
    for (const url of ['https://evil.example/', 'https://replicate.delivery.evil.example/', 'https://api.together.ai.evil.example/']) assert.ok(!listed(url), url);
  });

  it('does not follow the provider elsewhere, with an order or without', async () => {
    const elsewhere = await startFaultServer();
    const statuses: number[] = [];
    for (const [method, status] of [['POST', 307], ['POST', 303], ['GET', 302], ['GET', 308]] as const) {
      provider.answer = () => ({ status, headers: { location: `${elsewhere.origin}/stolen` } });
      statuses.push((await ask(`${provider.origin}/v1/x`, { method, ...(method === 'POST' ? { body: '{}' } : {}), headers: { 'x-key': key } })).status);
    }
    await elsewhere.close();
    assert.deepEqual([elsewhere.log, statuses], [[], [502, 502, 502, 502]]);
  });

  it('takes a name on its list with all below it, and no other that ends alike', async () => {
    const own = relay({ hosts: ['*.example.invalid'] });
    const answer = async (url: string): Promise<number> => (await own(new Request('https://relay.example/', { headers: { 'x-target-url': url } }))).status;
    for (const url of ['https://example.invalid/', 'https://a.example.invalid/', 'https://a.b.example.invalid/']) assert.equal(await answer(url), 502, `${url}: let through, where nobody answers`);
    for (const url of ['https://evilexample.invalid/', 'https://a.example.invalid.evil.invalid/', 'https://a.example.invalid:8443/', 'http://a.example.invalid/', 'https://reader@a.example.invalid/']) assert.equal(await answer(url), 403, url);
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
      if (method === 'POST') return { json: { id: '7a1', polling_url: 'https://api.eu2.bfl.ai/v1/get_result?id=7a1', cost: 3 } };
      if (path.includes('get_result')) return { json: { status: 'Ready', result: { sample: `${provider.origin}/delivery/a.png` } } };
      return { headers: { 'content-type': 'image/png' }, body: Buffer.from(onePixel, 'base64') };
    };
    const { ports } = watchedPorts({ relay: url });
    const outcome = await httpMaker(adapter).run(order, ports);
    assert.equal(outcome.kind, 'done');
    const link = outcome.kind === 'done' ? outcome.images[0]?.url ?? '' : '';
    assert.equal((await readImage(link, ports.signal, url))?.type, 'image/png');
    assert.equal(provider.paid.length, 1);
    assert.deepEqual(provider.log.map(({ path, headers }) => [path.split('?')[0], headers['x-key']]), [
      ['/api.bfl.ai/v1/credits', key], ['/api.bfl.ai/v1/flux-2-pro', key], ['/api.eu2.bfl.ai/v1/get_result', key], ['/delivery/a.png', undefined],
    ]);
  });

  it('is not mistaken for the provider: its refusal forgets no key, its breakdown forgives no bill', async () => {
    const off = await httpMaker(rebased(bfl, 'http://127.0.0.1:9')).run(order, watchedPorts({ relay: url }).ports);
    assert.deepEqual(off, { kind: 'refused', code: 'invalid-input', charge: 'none', detail: 'address not on the list of this relay' });
    provider.answer = () => ({ fault: 'close' });
    const lost = await httpMaker(rebased(fal, provider.origin)).run(order, watchedPorts({ relay: url }).ports);
    assert.equal(lost.kind === 'refused' && lost.charge, 'possible');
    assert.equal(provider.paid.length, 1);
  });

  it('is not talked to in the clear unless it is this machine', async () => {
    const call = { method: 'GET', url: 'https://api.bfl.ai/v1/credits' } as const;
    await assert.rejects(send(call, { auth: { 'x-key': key }, keyHosts: ['*.bfl.ai'], relay: 'http://relay.example/', signal: new AbortController().signal, submit: false }), { code: 'invalid-input' });
  });
});
