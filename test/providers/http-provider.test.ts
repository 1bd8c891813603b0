import { expect } from 'chai';
import { providerIds } from '../../src/base/provider-id.js';
import type { Adapter } from '../../src/providers/adapter.js';
import type { Job, Outcome } from '../../src/providers/outcome.js';
import type { PictureOrder } from '../../src/providers/picture-order.js';
import { bfl } from '../../src/providers/bfl.js';
import { fal } from '../../src/providers/fal.js';
import { httpProvider } from '../../src/providers/http-provider.js';
import { imageProvider } from '../../src/providers/index.js';
import { openaiCompatible } from '../../src/providers/openai-compatible.js';
import { watchedPorts, type Watched } from '../contract/ports.js';
import { onePixel } from '../contract/recorded/picture.js';
import {
  scriptedFetch,
  type Network,
  type ScriptedReply,
  type SentCall,
} from '../contract/scripted-fetch.js';

const key = 'canary-key-0123456789';
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
const pending = { status: 200, json: { id: '7a1', status: 'Pending' } };
const credits = { status: 200, json: { credits: 500 } };
function isBalance({ url }: SentCall): boolean {
  return url.endsWith('/credits');
}

let count = 0;
/** A provider this page has never talked to. */
function stranger(adapter: Adapter): Adapter {
  return {
    ...adapter,
    id: `${adapter.id}-${String((count += 1))}`,
  };
}

interface Visit extends Watched {
  readonly result: Outcome | undefined;
  readonly error: unknown;
  readonly sent: readonly SentCall[];
}
async function visit(
  adapter: Adapter,
  network: (watched: Watched) => Network,
  more: Parameters<typeof watchedPorts>[0] = {},
  resumed?: Job,
): Promise<Visit> {
  const watched = watchedPorts({ key, ...more });
  const { sent, restore } = scriptedFetch(network(watched));
  const made = httpProvider(adapter);
  const answer: { result?: Outcome | undefined; error?: unknown } = {};
  try {
    answer.result = resumed
      ? await made.resume?.(resumed, watched.ports)
      : await made.run(order, watched.ports);
  } catch (error) {
    answer.error = error;
  } finally {
    restore();
  }
  return { ...watched, result: answer.result, error: answer.error, sent };
}

describe('a picture bought over HTTP', () => {
  it('costs nothing when the browser keeps the page away from the provider: a free call goes first', async () => {
    const { result, sent } = await visit(stranger(bfl), () => () => 'breaks');
    expect(result).to.include({ kind: 'refused', code: 'blocked-by-browser', charge: 'none' });
    expect(sent.map(({ method, url }) => `${method} ${url}`)).to.deep.equal([
      'GET https://api.bfl.ai/v1/credits',
    ]);
    expect(sent[0]?.headers.get('x-key')).to.equal(key);
  });

  it('asks that free call once for each way to the provider, not before each picture', async () => {
    const open = stranger(bfl);
    const network: Network = (call) =>
      isBalance(call) ? credits : call.method === 'POST' ? taken : ready;
    const first = await visit(open, () => network);
    const second = await visit(open, () => network);
    expect([first, second].map(({ sent }) => sent.filter(isBalance).length)).to.deep.equal([1, 0]);
    const [relay, sent] = ['https://relay.example/', [] as string[]];
    const through: Network = (call) => {
      const url = call.headers.get('x-target-url') ?? '';
      sent.push(`${call.method} ${new URL(url).pathname}`);
      return network({ ...call, url }, 0);
    };
    for (const time of [1, 2])
      expect((await visit(open, () => through, { relay })).result, String(time)).to.include({
        kind: 'done',
      });
    expect(sent).to.deep.equal([
      'GET /v1/credits',
      'POST /v1/flux-2-pro',
      'GET /v1/get_result',
      'POST /v1/flux-2-pro',
      'GET /v1/get_result',
    ]);
  });

  it('costs nothing when the page’s relay is away, or does not let this page in', async () => {
    const { result, sent } = await visit(stranger(bfl), () => () => 'breaks', {
      relay: 'https://relay.example/',
    });
    expect(result).to.include({ kind: 'refused', code: 'blocked-by-browser', charge: 'none' });
    expect(sent.map(({ method, url }) => `${method} ${url}`)).to.deep.equal([
      'GET https://relay.example/',
    ]);
  });

  it('is in doubt, and says why, when the paid call of an unknown provider is blocked', async () => {
    const { balance, ...without } = stranger(bfl);
    expect(balance).to.be.a('function');
    const { result } = await visit(without, () => () => 'breaks');
    expect(result).to.include({ kind: 'refused', code: 'blocked-by-browser', charge: 'possible' });
  });

  it('is not asked for without a key, except where a server needs none', async () => {
    const { result, sent } = await visit(stranger(bfl), () => () => taken, { key: '' });
    expect(result).to.include({ kind: 'refused', code: 'no-session', charge: 'none' });
    expect(sent).to.be.empty;
    const own = await visit(
      openaiCompatible('http://localhost:1234/v1/'),
      () => () => ({ status: 200, json: { data: [{ b64_json: onePixel }] } }),
      { key: '' },
    );
    expect(own.result).to.include({ kind: 'done' });
    expect(own.sent[0]?.url).to.equal('http://localhost:1234/v1/images/generations');
    expect(own.sent[0]?.headers.has('authorization')).to.equal(false);
  });

  it('is not asked for when the order can’t be put', async () => {
    const image = { base64: 'aGVsbG8=', mediaType: 'image/png', width: 8, height: 8 };
    const { sent, restore } = scriptedFetch(() => taken);
    const { ports } = watchedPorts();
    const many = await httpProvider(stranger(bfl)).run(
      { ...order, references: Array.from({ length: 9 }, () => image) },
      ports,
    );
    const odd = await httpProvider(stranger(bfl)).run({ ...order, model: '../v1/credits?' }, ports);
    restore();
    for (const outcome of [many, odd])
      expect(outcome).to.include({ code: 'invalid-input', charge: 'none' });
    expect(sent).to.be.empty;
  });

  it('tells the journal of the job before it waits, with what the provider will charge', async () => {
    const { jobs, usages, result } = await visit(stranger(bfl), ({ jobs: told }) => (call) => {
      if (call.method === 'GET' && !isBalance(call)) expect(told).to.have.length(1);
      return isBalance(call) ? credits : call.method === 'POST' ? taken : ready;
    });
    expect(jobs).to.deep.equal([
      { host: 'api.eu2.bfl.ai', path: '/v1/get_result?id=7a1', cost: '3' },
    ]);
    expect(usages).to.deep.equal([{ unit: 'credits', amount: '3' }]);
    expect(result).to.deep.include({
      kind: 'done',
      images: [{ url: 'https://delivery-eu1.bfl.ai/a.jpeg' }],
    });
  });

  it('is in doubt when its reply makes our own code throw, and free before it was sent', async () => {
    const broken = (): never => {
      throw new TypeError('x is not a function');
    };
    const network: Network = (call) =>
      isBalance(call) ? credits : call.method === 'POST' ? taken : ready;
    for (const rest of [{ readSubmit: broken }, { readPoll: broken }, { poll: broken }]) {
      const { result } = await visit(stranger({ ...bfl, ...rest }), () => network);
      expect(result).to.deep.equal({ kind: 'refused', code: 'internal', charge: 'possible' });
    }
    const { result, sent } = await visit(stranger({ ...bfl, auth: broken }), () => network);
    expect(result).to.include({ kind: 'refused', charge: 'none' });
    expect(sent).to.be.empty;
  });

  it('still brings the picture when the journal can’t be written', async () => {
    const { result } = await visit(
      stranger(bfl),
      () => (call) => (isBalance(call) ? credits : call.method === 'POST' ? taken : ready),
      { accepted: () => Promise.reject(new Error('full')) },
    );
    expect(result).to.include({ kind: 'done' });
  });

  it('hands over bytes as the type they have, and drops what is no picture', async () => {
    const bought = async (data: unknown): Promise<Outcome | undefined> =>
      (
        await visit(openaiCompatible('http://localhost:1'), () => () => ({
          status: 200,
          json: { data },
        }))
      ).result;
    const good = await bought([{ b64_json: onePixel }]);
    expect(good?.kind === 'done' && good.images[0]?.blob?.type).to.equal('image/png');
    const html = btoa('<!doctype html><script>alert(1)</script><p>padding to look long enough</p>');
    for (const data of [
      [{ b64_json: html }],
      [{ b64_json: '%%%' }],
      [{ url: `data:text/html;base64,${html}` }],
      [{ url: 'javascript:alert(1)' }],
      [{ url: 'blob:https://page.example/x' }],
    ]) {
      expect(await bought(data)).to.deep.include({ kind: 'done', images: [] });
    }
    const inline = await bought([{ url: `data:image/jpeg;base64,${onePixel}` }]);
    expect(inline?.kind === 'done' && inline.images[0]?.blob?.type).to.equal('image/png');
  });

  it('has the seed that was sent to sd-server, and none that another server was not sent', () => {
    const reply = { status: 200, headers: {}, text: '', body: { data: [{ b64_json: onePixel }] } };
    const server = openaiCompatible('http://localhost:1234');
    expect(server.readSubmit(reply, { ...order, model: 'sd-cpp-local', seed: 7 })).to.include({
      kind: 'done',
      seed: 7,
    });
    for (const other of [
      { ...order, model: 'sd-cpp-local' },
      { ...order, model: 'flux', seed: 7 },
    ])
      expect(server.readSubmit(reply, other)).not.to.have.property('seed');
  });

  it('never says the key, whatever the provider repeats', async () => {
    const secret = 'abcd1234-55aa:0123456789abcdef0123456789abcdef';
    const { result } = await visit(
      { ...stranger(fal), readSubmit: fal.readSubmit },
      () => () => ({
        status: 401,
        json: {
          detail: `Bad key ${secret} (part ${secret.slice(14)}), not sk-live-ABCDEFGHIJ either`,
        },
      }),
      { key: secret },
    );
    expect(result).to.include({ code: 'session-refused', charge: 'none' });
    expect(JSON.stringify(result)).not.to.match(/abcd1234|0123456789|ABCDEFGHIJ/);
  });
});

describe('waiting for a picture', () => {
  const through =
    (...polls: readonly ReturnType<Network>[]) =>
    (): Network => {
      const queue = [...polls];
      return (call) =>
        isBalance(call) ? credits : call.method === 'POST' ? taken : (queue.shift() ?? ready);
    };

  it('shows place and progress as the provider tells them', async () => {
    const { steps } = await visit(
      stranger(bfl),
      through(pending, { status: 200, json: { status: 'Generating', progress: 0.5 } }, ready),
    );
    expect(steps).to.deep.equal([{ fraction: 0.5 }]);
  });

  it('believes that a job is gone only when it hears it a third time', async () => {
    const gone = { status: 200, json: { id: '7a1', status: 'Task not found' } };
    expect((await visit(stranger(bfl), through(gone, gone, ready))).result).to.include({
      kind: 'done',
    });
    expect((await visit(stranger(bfl), through(gone, gone, gone, ready))).result).to.include({
      kind: 'refused',
      code: 'image-lost',
      charge: 'possible',
    });
  });

  it('waits as long as it is asked to', async () => {
    const { ports } = watchedPorts();
    const rests: number[] = [];
    const clock = {
      ...ports.clock,
      sleep: (ms: number, signal?: AbortSignal) => {
        if (ms < 20_000) rests.push(ms);
        return ports.clock.sleep(ms, signal);
      },
    };
    await visit(
      stranger(bfl),
      through({ status: 429, headers: { 'retry-after': '9' }, json: {} }, ready),
      { clock },
    );
    expect(rests).to.include(9000);
  });

  it('asks less often as time goes by, and gives up in doubt', async () => {
    const { result, sent } = await visit(
      stranger(bfl),
      () => (call) => (isBalance(call) ? credits : call.method === 'POST' ? taken : pending),
    );
    expect(result).to.deep.equal({ kind: 'refused', code: 'timed-out', charge: 'possible' });
    expect(sent.length).to.be.within(40, 150);
  });

  it('looks again at once when the reader comes back to the page', async () => {
    const { ports } = watchedPorts();
    let isAsleep: () => void = () => undefined;
    const asleep = new Promise<void>((done) => {
      isAsleep = done;
    });
    // A clock that never rings: only coming back can end the wait.
    const clock = {
      ...ports.clock,
      sleep: (ms: number, signal?: AbortSignal) =>
        ms >= 20_000
          ? ports.clock.sleep(ms, signal)
          : new Promise<void>((_, stop) => {
              isAsleep();
              signal?.addEventListener('abort', () => {
                stop(signal.reason as Error);
              });
            }),
    };
    const done = visit(stranger(bfl), through(ready), { clock });
    await asleep;
    window.dispatchEvent(new Event('online'));
    expect((await done).result).to.include({ kind: 'done' });
  });

  it('ends with the reader’s own reason when they stop it, and what was sent stays in doubt', async () => {
    const why = new Error('stop');
    const { error, sent } = await visit(stranger(bfl), ({ abort }) => (call) => {
      if (call.method === 'GET' && !isBalance(call)) abort(why);
      return isBalance(call) ? credits : call.method === 'POST' ? taken : pending;
    });
    expect(error).to.equal(why);
    expect(sent.filter(({ method }) => method === 'POST')).to.have.length(1);
    const early = await visit(stranger(bfl), ({ abort }) => {
      abort(why);
      return () => taken;
    });
    expect(early.result).to.include({ kind: 'refused', code: 'aborted', charge: 'none' });
    expect(early.sent).to.be.empty;
    const during = await visit(stranger(bfl), ({ abort }) => (call) => {
      if (call.method === 'POST') abort(why);
      return isBalance(call) ? credits : 'hangs';
    });
    expect(during.error, 'the order may have arrived').to.equal(why);
  });

  it('goes on after a reload with nothing but the job, and asks for the key when it is gone', async () => {
    const job = { host: 'api.eu2.bfl.ai', path: '/v1/get_result?id=7a1', cost: '3' };
    const { result, sent } = await visit(stranger(bfl), through(pending, ready), {}, job);
    expect(result).to.deep.include({ kind: 'done', usage: { unit: 'credits', amount: '3' } });
    expect(sent.map(({ method, url }) => `${method} ${url}`)).to.deep.equal([
      'GET https://api.eu2.bfl.ai/v1/get_result?id=7a1',
      'GET https://api.eu2.bfl.ai/v1/get_result?id=7a1',
    ]);
    expect((await visit(stranger(bfl), through(), { key: '' }, job)).result).to.include({
      code: 'no-session',
      charge: 'possible',
    });
  });

  it('gives the key to nobody when a stored job was tampered with', async () => {
    for (const host of [
      'evil.example',
      'api.bfl.ai@evil.example',
      'api.bfl.ai:8443',
      'evil.example/api.bfl.ai',
      'api.bfl.ai\\.evil.example',
      '',
    ]) {
      const { result, sent } = await visit(
        stranger(bfl),
        through(ready),
        {},
        { host, path: '/v1/get_result' },
      );
      expect(result, host).to.include({
        kind: 'refused',
        code: 'unreadable-reply',
        charge: 'possible',
      });
      expect(sent, host).to.be.empty;
    }
  });

  it('shows the picture that was ready before it could be stopped, and the rest stays in doubt', async () => {
    const job = {
      status: '/fal-ai/x/requests/1/status',
      result: '/fal-ai/x/requests/1',
      cancel: '/fal-ai/x/requests/1/cancel',
      ready: '1',
    };
    const cancelled = async (
      network: Network,
    ): Promise<readonly [Outcome | undefined, string[]]> => {
      const { sent, restore } = scriptedFetch(network);
      const outcome = await httpProvider(stranger(fal)).cancel?.(job, watchedPorts().ports);
      restore();
      return [outcome, sent.map(({ method, url }) => `${method} ${url}`)];
    };
    const [made, asked] = await cancelled(({ method }) =>
      method === 'PUT'
        ? { status: 400, json: { status: 'ALREADY_COMPLETED' } }
        : { status: 200, json: { images: [{ url: 'https://v3.fal.media/a.png' }] } },
    );
    expect(made).to.include({ kind: 'done' });
    expect(asked[0]).to.equal('PUT https://queue.fal.run/fal-ai/x/requests/1/cancel');
    expect(
      (await cancelled(() => ({ status: 202, json: { status: 'CANCELLATION_REQUESTED' } })))[0],
    ).to.equal(undefined);
    expect((await cancelled(() => 'breaks'))[0]).to.equal(undefined);
    const unstarted = await cancelled(({ method }) =>
      method === 'PUT'
        ? { status: 202, json: {} }
        : { status: 503, json: { detail: 'No runner', error_type: 'runner_scheduling_failure' } },
    );
    expect(unstarted[0], 'known to have cost nothing').to.include({
      kind: 'refused',
      code: 'aborted',
      charge: 'none',
    });
  });

  it('ends at once, not charged, when fal says that the job is over and was its own fault', async () => {
    const of = 'https://queue.fal.run/fal-ai/flux-2-pro/requests/80e7';
    const answers: ScriptedReply[] = [
      { status: 200, json: { status: 'COMPLETED' } },
      { status: 504, text: 'gateway' },
      { status: 504, json: { detail: 'Request timed out', error_type: 'request_timeout' } },
    ];
    const { result, sent } = await visit(
      stranger(fal),
      () => (call) =>
        call.method === 'POST'
          ? {
              status: 200,
              json: { request_id: '80e7', status_url: `${of}/status`, response_url: of },
            }
          : (answers.shift() ?? 'hangs'),
    );
    expect(result).to.deep.include({
      kind: 'refused',
      code: 'provider-failed',
      charge: 'none',
      detail: 'Request timed out',
    });
    expect(
      sent.filter(({ method }) => method === 'GET'),
      'a gateway’s own 504 is no end',
    ).to.have.length(3);
  });
});

describe('the list of providers', () => {
  it('has a maker for each name and says so when it has none', async () => {
    for (const name of providerIds) {
      if (name !== 'puter')
        expect((await imageProvider(name, { endpoint: 'http://localhost:1234' })).id).to.equal(
          name,
        );
    }
    for (const name of ['nobody', 'constructor', '__proto__', 'toString']) {
      const error: unknown = await imageProvider(name).catch((reason: unknown) => reason);
      expect(error, name).to.include({ code: 'invalid-input', charge: 'none' });
    }
    for (const endpoint of [
      '',
      'nowhere',
      'ftp://ai.example',
      'https://user:pass@ai.example',
      'https://ai.example/?x=1',
    ]) {
      const error: unknown = await imageProvider('openai-compatible', { endpoint }).catch(
        (reason: unknown) => reason,
      );
      expect(error, endpoint).to.include({ code: 'invalid-input' });
    }
  });

  it('asks Black Forest Labs’ European servers when the page says so, and nobody else by that name', async () => {
    for (const [endpoint, base] of [
      ['https://api.eu.bfl.ai', 'https://api.eu.bfl.ai'],
      ['https://evil.example', 'https://api.bfl.ai'],
      ['http://api.eu.bfl.ai', 'https://api.bfl.ai'],
    ] as const) {
      const { sent, restore } = scriptedFetch(() => credits);
      await (await imageProvider('bfl', { endpoint })).balance?.(watchedPorts().ports);
      restore();
      expect(sent[0]?.url).to.equal(`${base}/v1/credits`);
    }
  });

  it('reads what is left, or nothing', async () => {
    const { sent, restore } = scriptedFetch((_, nth) =>
      nth === 0 ? credits : { status: 401, json: { credits: 9 } },
    );
    const made = httpProvider(stranger(bfl));
    expect(await made.balance?.(watchedPorts().ports)).to.deep.equal({ usd: '5.00' });
    expect(await made.balance?.(watchedPorts().ports)).to.equal(undefined);
    restore();
    expect(sent).to.have.length(2);
  });
});
