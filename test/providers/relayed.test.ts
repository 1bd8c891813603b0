import { expect } from 'chai';
import type { Adapter } from '../../src/providers/adapter.js';
import type { Outcome } from '../../src/providers/outcome.js';
import type { PictureOrder } from '../../src/providers/picture-order.js';
import { bfl } from '../../src/providers/bfl.js';
import { openrouter } from '../../src/providers/openrouter.js';
import { together } from '../../src/providers/together.js';
import { readImage } from '../../src/providers/read-image.js';
import { httpProvider } from '../../src/providers/http-provider.js';
import { watchedPorts } from '../contract/ports.js';
import { onePixel } from '../contract/recorded/picture.js';
import { scriptedFetch, type Network, type ScriptedReply } from '../contract/scripted-fetch.js';

const relay = 'https://relay.example/';
const order: PictureOrder = {
  model: 'flux-2-pro',
  prompt: 'A lighthouse',
  width: 1024,
  height: 1024,
  references: [],
};
const taken = {
  status: 200,
  json: { id: '7a1', polling_url: 'https://api.eu2.bfl.ai/v1/get_result?id=7a1', cost: 3 },
};
const ready = {
  status: 200,
  json: { id: '7a1', status: 'Ready', result: { sample: 'https://delivery-eu1.bfl.ai/a.jpeg' } },
};

let count = 0;
function stranger(adapter: Adapter): Adapter {
  return { ...adapter, id: `${adapter.id}-by-relay-${String((count += 1))}` };
}

/**
 * What became of a picture ordered from BFL when the paid call, and then each poll, is answered
 * like this.
 */
async function ordered(
  paid: ScriptedReply,
  polls: readonly ScriptedReply[] = [ready],
  by: string | undefined = relay,
  adapter: Adapter = bfl,
) {
  const queue = [...polls];
  const { ports } = watchedPorts(by === undefined ? {} : { relay: by });
  const network: Network = (call) => {
    const url = call.headers.get('x-target-url') ?? call.url;
    if (url.endsWith('/credits')) return { status: 200, json: { credits: 500 } };
    return call.method === 'POST' ? paid : (queue.shift() ?? ready);
  };
  const { sent, restore } = scriptedFetch(network);
  const outcome: Outcome = await httpProvider(stranger(adapter)).run(order, ports);
  restore();
  return { outcome, paid: sent.filter(({ method }) => method === 'POST').length };
}

describe('a picture bought by way of the page’s relay', () => {
  const headers = { 'x-relay-refused': 'api.bfl.ai is not on its list' };

  it('costs nothing when the relay itself refuses', async () => {
    for (const status of [403, 405, 413])
      for (const reply of [
        { status, headers, json: {} },
        { status, headers, text: 'no' },
        { status, headers, json: { error: { message: 'api.bfl.ai is not on its list' } } },
      ]) {
        const { outcome, paid } = await ordered(reply);
        expect(outcome, String(status)).to.deep.equal({
          kind: 'refused',
          code: 'invalid-input',
          charge: 'none',
          detail: 'api.bfl.ai is not on its list',
        });
        expect(paid).to.equal(1);
      }
  });

  it('may be sent again in a while where the relay is only busy', async () => {
    const busy = { 'x-relay-refused': 'busy, try again soon', 'retry-after': '5' };
    expect((await ordered({ status: 413, headers: busy, json: {} })).outcome).to.include({
      code: 'provider-busy',
      charge: 'none',
      retryAfterMs: 5000,
    });
  });

  it('is paid for when the provider took it, though its reply says that a relay refused', async () => {
    expect((await ordered({ ...taken, headers })).outcome).to.include({ kind: 'done' });
    for (const status of [500, 502, 503])
      expect((await ordered({ status, headers, text: 'no' })).outcome).to.include({
        kind: 'refused',
        charge: 'possible',
      });
    for (const status of [408, 499])
      expect((await ordered({ status, headers, json: {} })).outcome).to.include({
        kind: 'refused',
        charge: 'possible',
      });
  });

  it('is not called refused by a relay where the reply has what only a provider sends', async () => {
    const why = 'the relay says no';
    const told = async (reply: ScriptedReply, adapter = together): Promise<Outcome> =>
      (
        await ordered(
          { ...reply, headers: { ...reply.headers, 'x-relay-refused': why } },
          [],
          relay,
          adapter,
        )
      ).outcome;
    const cost = { usage: { cost: 0.03 } };
    for (const status of [403, 405, 413]) {
      expect(await told({ status, json: { ...cost, data: [] } }, openrouter)).to.deep.include({
        charge: 'charged',
        usage: { unit: 'usd', amount: '0.03' },
      });
      for (const json of [
        { id: '7a1', status: 'Pending' },
        { data: [{ b64_json: onePixel }] },
        { error: { message: 'no', request_id: 'r1' } },
        [1],
      ])
        expect(await told({ status, json }), JSON.stringify(json))
          .to.include({ kind: 'refused', charge: 'possible' })
          .and.not.to.include({ detail: why });
    }
  });

  it('costs nothing when the provider refuses it before it took the job', async () => {
    for (const [status, code] of [
      [402, 'insufficient-funds'],
      [401, 'session-refused'],
      [429, 'rate-limited'],
      [422, 'invalid-input'],
    ] as const) {
      expect(
        (await ordered({ status, json: { detail: 'no' } })).outcome,
        String(status),
      ).to.include({ kind: 'refused', code, charge: 'none' });
    }
  });

  it('is in doubt when a server on the way fell over: that may have been the relay’s own', async () => {
    for (const status of [500, 502, 503, 504]) {
      const { outcome } = await ordered({ status, json: { detail: 'no' } });
      expect(outcome, String(status)).to.include({ kind: 'refused', charge: 'possible' });
    }
  });

  it('comes as it would without one', async () => {
    for (const by of [relay, undefined])
      expect((await ordered(taken, [ready], by)).outcome, String(by)).to.include({ kind: 'done' });
  });

  it('is not read through a relay that is not safe', async () => {
    const address = 'https://delivery-eu1.bfl.ai/a.png';
    const png = Uint8Array.from(atob(onePixel), (letter) => letter.charCodeAt(0));
    const { sent, restore } = scriptedFetch(() => ({
      status: 200,
      headers: { 'content-type': 'image/png' },
      bytes: png,
    }));
    const { signal } = new AbortController();
    for (const unsafe of [
      'http://relay.example/',
      'https://user@relay.example/',
      'relay.example',
      '',
    ]) {
      expect(await readImage(address, signal, unsafe), unsafe).to.equal(undefined);
    }
    expect(sent).to.be.empty;
    expect((await readImage(address, signal, relay))?.type).to.equal('image/png');
    restore();
    expect(sent.map(({ url, headers }) => [url, headers.get('x-target-url')])).to.deep.equal([
      [relay, address],
    ]);
  });
});

describe('a hitch while waiting for a picture', () => {
  it('is asked over, and changes nothing about the money', async () => {
    for (const status of [408, 409, 425, 429, 500, 502, 503]) {
      const { outcome, paid } = await ordered(
        taken,
        [{ status, json: { detail: 'busy' } }, { status, text: '<html>' }, ready],
        undefined,
      );
      expect(outcome, String(status)).to.include({ kind: 'done' });
      expect(paid).to.equal(1);
    }
  });
});
