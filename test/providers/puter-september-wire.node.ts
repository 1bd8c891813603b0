import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { startPuter, type PuterServer } from '../support/puter-server.js';
import { png } from '../support/puter-server.picture.js';

describe('Puter on loopback with the list of September', () => {
  let server: PuterServer;
  before(async () => {
    server = await startPuter({ list: 'september' });
  });
  after(() => server.close());
  afterEach(() => server.reset());

  const order = async (
    args: object,
  ): Promise<{ status: number; body: Record<string, unknown> }> => {
    const response = await fetch(`${server.api}/drivers/call`, {
      method: 'POST',
      body: JSON.stringify({
        interface: 'puter-image-generation',
        method: 'generate',
        args: { prompt: 'a fox', ...args },
        auth_token: server.token(),
      }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const usage = async (): Promise<Record<string, unknown>> => {
    const response = await fetch(`${server.api}/metering/usage`, {
      headers: { authorization: `Bearer ${server.token()}` },
    });
    return ((await response.json()) as { usage: Record<string, unknown> }).usage;
  };

  it('serves the list as it was served', async () => {
    const response = await fetch(`${server.api}/puterai/image/models/details`);
    const { models } = (await response.json()) as { models: readonly { puterId: string }[] };
    assert.equal(models.length, 113);
  });

  it('writes the rows under their keys, and an address for Replicate’s picture', async () => {
    const reference = `data:image/png;base64,${png(1000, 500).toString('base64')}`;
    const { body } = await order({
      model: 'replicate:black-forest-labs/flux-2-max',
      input_images: [reference],
    });
    assert.match(String(body.result), /^http/);
    const kept = await usage();
    const key = 'replicate:black-forest-labs/flux-2-max';
    assert.deepEqual(kept[`${key}:run`], { units: 1, cost: 4_000_000, count: 1 });
    assert.deepEqual(kept[`${key}:input_mp`], { units: 0.5, cost: 1_500_000, count: 1 });
    assert.deepEqual(kept[`${key}:output_mp`], { units: 1.048576, cost: 3_145_728, count: 1 });
    assert.deepEqual([server.charges, server.references], [[8_645_728], [1]]);
  });

  it('writes points in keys as words, and sends Cloudflare’s pictures along', async () => {
    const { body } = await order({ model: 'workers-ai:black-forest-labs/flux.2-klein-4b' });
    assert.match(String(body.result), /^data:image\/png/);
    const key = 'cloudflare:workers-ai:black-forest-labs/flux_dot_2-klein-4b:input_tile_512';
    assert.deepEqual((await usage())[key], { units: 4, cost: 23_600, count: 1 });
  });

  it('draws what costs nothing on an empty account, and writes nothing about it', async () => {
    server.allowance = 0;
    const free = { model: 'workers-ai:stabilityai/stable-diffusion-xl-base-1.0' };
    assert.equal((await order(free)).status, 200);
    assert.equal((await order({ model: 'flux-2-pro' })).status, 402);
    assert.deepEqual(server.charges, [0]);
    assert.ok([...server.usage.keys()].every((key) => key.startsWith('egress')));
  });

  it('bills what the supplier reports, by the account’s factor', async () => {
    server.factor = 1.37;
    server.made = { seconds: 61 };
    await order({ model: 'stability-ai/sdxl' });
    assert.deepEqual(server.charges, [8_148_075]);
  });

  it('turns down what the list does not hold, and does not charge for it', async () => {
    const { status, body } = await order({ model: 'togetherai:black-forest-labs/flux.2-pro' });
    assert.deepEqual([status, body.code, server.charges], [400, 'bad_request', []]);
    server.fates.push('moderated-replicate', 'dearer');
    assert.equal((await order({ model: 'flux-2-pro' })).body.errorCode, 'moderation_flagged');
    await order({ model: 'flux-2-pro' });
    assert.deepEqual(server.charges, [4_500_000]);
  });
});
