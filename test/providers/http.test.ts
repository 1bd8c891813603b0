import { expect } from 'chai';
import { canStreamBody } from '../../src/providers/body-stream.js';
import { postWithoutKey, send, type Sending, type Trace } from '../../src/providers/http.js';
import { scriptedFetch, type Network, type SentCall } from '../contract/scripted-fetch.js';
import { onePixel } from '../contract/recorded/picture.js';

const key = 'canary-key-0123456789';
const call = {
  method: 'POST',
  url: 'https://api.bfl.ai/v1/flux-2-pro',
  json: { prompt: 'A lighthouse' },
} as const;
function sending(more: Partial<Sending> = {}): Sending {
  return {
    auth: { 'x-key': key },
    keyHosts: ['*.bfl.ai'],
    signal: new AbortController().signal,
    submit: true,
    ...more,
  };
}

async function during<T>(
  network: Network,
  work: () => Promise<T>,
): Promise<{ result: T | undefined; error: unknown; sent: SentCall[] }> {
  const { sent, restore } = scriptedFetch(network);
  try {
    return { result: await work(), error: undefined, sent };
  } catch (error) {
    return { result: undefined, error, sent };
  } finally {
    restore();
  }
}
const ok: Network = () => ({ status: 200, json: { id: 1 } });

describe('a call over HTTP', () => {
  it('carries the order and the key, and nothing of the page', async () => {
    const {
      sent: [first],
      result,
    } = await during(ok, () => send(call, sending()));
    expect(result).to.deep.include({ status: 200, body: { id: 1 } });
    expect(first?.headers.get('x-key')).to.equal(key);
    expect(first?.headers.get('content-type')).to.equal('application/json');
    expect(first?.headers.has('x-target-url')).to.equal(false);
    expect(JSON.parse(first?.body ?? '')).to.deep.equal(call.json);
    expect(first?.init).to.include({
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      mode: 'cors',
    });
  });

  it('that reads has neither body nor type, and goes out once', async () => {
    const read = { method: 'GET', url: 'https://api.bfl.ai/v1/credits' } as const;
    const { sent } = await during(ok, () => send(read, sending({ submit: false })));
    expect(sent).to.have.length(1);
    expect(sent[0]?.init.body).to.equal(undefined);
    expect(sent[0]?.headers.has('content-type')).to.equal(false);
    expect(sent[0]?.headers.get('x-key')).to.equal(key);
  });

  it('is not put together once the reader has stopped it', async () => {
    const why = new Error('stop');
    const trace = { sent: () => false };
    const { error, sent } = await during(ok, () =>
      send(call, sending({ signal: AbortSignal.abort(why) }), trace),
    );
    expect(error).to.equal(why);
    expect(trace.sent()).to.equal(false);
    expect(sent).to.be.empty;
  });

  it('does not leave when the key may not go there', async () => {
    for (const url of [
      'https://evil.example/',
      'http://api.bfl.ai/',
      'https://api.bfl.ai@evil.example/',
    ]) {
      const { error, sent } = await during(ok, () => send({ ...call, url }, sending()));
      expect(error).to.include({ code: 'invalid-input', charge: 'none' });
      expect(sent).to.be.empty;
    }
  });

  it('goes to the relay with the same key and body, and says where it belongs', async () => {
    const {
      sent: [first],
    } = await during(ok, () => send(call, sending({ relay: 'https://relay.example/r' })));
    expect(first?.url).to.equal('https://relay.example/r');
    expect(first?.headers.get('x-target-url')).to.equal(call.url);
    expect(first?.headers.get('x-key')).to.equal(key);
    expect(JSON.parse(first?.body ?? '')).to.deep.equal(call.json);
    for (const [relay, url] of [
      ['http://relay.example/', call.url],
      ['https://u@relay.example/', call.url],
      ['https://relay.example/', 'https://evil.example/'],
    ] as const) {
      const { error, sent } = await during(ok, () => send({ ...call, url }, sending({ relay })));
      expect(error, relay).to.include({ code: 'invalid-input', charge: 'none' });
      expect(sent).to.be.empty;
    }
  });

  it('never repeats a key that is no text, not even in the error', async () => {
    const { error, sent } = await during(ok, () =>
      send(call, sending({ auth: { 'x-key': `${key}\nhost: evil.example` } })),
    );
    expect(error).to.include({ code: 'invalid-input', charge: 'none' });
    const { stack, message, cause } = error as Error;
    expect(JSON.stringify(error) + String(stack) + message + String(cause)).not.to.contain(key);
    expect(sent).to.be.empty;
  });

  it('is in doubt when the connection dies after the browser took the order', async () => {
    const trace = { sent: () => false };
    const { error } = await during(
      () => 'breaks',
      () => send(call, sending(), trace),
    );
    expect(error).to.include({ code: 'unreadable-reply', charge: 'possible' });
    expect(trace.sent()).to.equal(true);
  });

  it('says that the browser may have sent it more than once, where the order went as bytes and no answer began', async () => {
    const lost = async (url: string, more: Partial<Sending> = {}): Promise<unknown> =>
      (
        (
          await during(
            () => 'breaks',
            () => send({ ...call, url }, sending({ auth: {}, ...more })),
          )
        ).error as { facts: unknown }
      ).facts;
    expect(await lost('http://127.0.0.1:9/v1')).to.deep.equal({ repeated: '1' });
    expect(await lost('https://four.bfl.ai/v1'), 'a streamed body is read once').to.deep.equal(
      canStreamBody() ? {} : { repeated: '1' },
    );
    expect(
      await lost('http://127.0.0.1:9/v1', { submit: false }),
      'a read may be repeated',
    ).to.deep.equal({});
    const real = globalThis.fetch;
    globalThis.fetch = () =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            pull: (controller) => {
              controller.error(new TypeError('gone'));
            },
          }),
        ),
      );
    try {
      const error: unknown = await send(
        { ...call, url: 'http://127.0.0.1:9/v1' },
        sending({ auth: {} }),
      ).catch((reason: unknown) => reason);
      expect(error, 'an answer that began is not asked for again').to.deep.include({
        code: 'unreadable-reply',
        facts: {},
      });
    } finally {
      globalThis.fetch = real;
    }
  });

  it('says the same of every order that the page’s service worker sees, answered in part or not at all', async () => {
    Object.defineProperty(navigator, 'serviceWorker', {
      configurable: true,
      value: { controller: {} },
    });
    const error = async (network: Network, more: Partial<Sending> = {}): Promise<unknown> =>
      (await during(network, () => send(call, sending(more)))).error;
    try {
      expect(await error(() => 'breaks')).to.deep.include({ facts: { repeated: '1' } });
      expect(await error(() => 'breaks', { submit: false })).to.deep.include({ facts: {} });
      expect(await error(ok), 'a clean answer stays clean').to.equal(undefined);
    } finally {
      Reflect.deleteProperty(navigator, 'serviceWorker');
    }
  });

  it('was sent once it is answered, whatever the page’s policy says of it', async () => {
    const trace: Trace = { sent: () => false };
    const real = globalThis.fetch;
    globalThis.fetch = () =>
      Promise.resolve(
        new Response(
          new ReadableStream({ pull: (controller) => controller.error(new TypeError('gone')) }),
        ),
      );
    try {
      const error: unknown = await send(call, sending(), trace).catch((reason: unknown) => reason);
      expect(error).to.include({ code: 'unreadable-reply', charge: 'possible' });
      expect(trace.answered).to.equal(true);
    } finally {
      globalThis.fetch = real;
    }
  });

  it('says that nothing was bought while the reader is offline', async () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      const { error, sent } = await during(ok, () => send(call, sending()));
      expect(error).to.include({ code: 'provider-failed', charge: 'none' });
      expect(sent).to.be.empty;
      const local = { ...call, url: 'http://127.0.0.1:9/v1' };
      expect(
        (await during(ok, () => send(local, sending({ keyHosts: ['127.0.0.1'] })))).sent,
        'this machine needs no network',
      ).to.have.length(1);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('keeps what could not be parsed as text, and a picture as a picture', async () => {
    expect(
      (
        await during(
          () => ({ status: 502, text: '<h1>Bad' }),
          () => send(call, sending()),
        )
      ).result,
    ).to.include({ status: 502, body: undefined, text: '<h1>Bad' });
    const bytes = Uint8Array.from(atob(onePixel), (character) => character.charCodeAt(0));
    const real = globalThis.fetch;
    globalThis.fetch = () =>
      Promise.resolve(new Response(bytes, { headers: { 'content-type': 'image/jpeg' } }));
    try {
      const { blob, body } = await send(call, sending());
      expect(blob?.type, 'by its bytes, not by its label').to.equal('image/png');
      expect(body).to.equal(undefined);
    } finally {
      globalThis.fetch = real;
    }
    const labelled = await during(
      () => ({ status: 200, headers: { 'content-type': 'application/json' }, bytes }),
      () => send(call, sending()),
    );
    expect(labelled.result, 'JSON is never a picture').not.to.have.property('blob');
    const long = await during(
      () => ({ status: 502, text: '<'.repeat(9000) }),
      () => send(call, sending()),
    );
    expect(long.result?.text).to.have.length(4000);
    expect((await during(ok, () => send(call, sending()))).result).to.include({ text: '' });
  });
});

describe('the last step of a sign-in', () => {
  const url = 'https://auth.example/token';

  it('is the body of the reply, asked for without a key', async () => {
    const { result, sent } = await during(ok, () => postWithoutKey(url, { code: 'c' }));
    expect(result).to.deep.equal({ id: 1 });
    expect(sent.map(({ method, body }) => [method, body])).to.deep.equal([
      ['POST', '{"code":"c"}'],
    ]);
    expect(sent[0]?.init.body).not.to.be.instanceOf(ReadableStream);
    expect([...(sent[0]?.headers.keys() ?? [])].sort()).to.deep.equal(['accept', 'content-type']);
  });

  it('is a form where the service wants one', async () => {
    const { result, sent } = await during(ok, () =>
      postWithoutKey(url, { code: 'a b&c=d', state: 'é' }, true),
    );
    expect(result).to.deep.equal({ id: 1 });
    expect(sent.map(({ method, body }) => [method, body])).to.deep.equal([
      ['POST', 'code=a+b%26c%3Dd&state=%C3%A9'],
    ]);
    expect(sent[0]?.headers.get('content-type')).to.equal('application/x-www-form-urlencoded');
    expect([...(sent[0]?.headers.keys() ?? [])].sort()).to.deep.equal(['accept', 'content-type']);
  });

  it('fails with the provider’s words, and costs nothing', async () => {
    for (const [reply, detail] of [
      [
        { status: 400, json: { error: 'invalid_grant', error_description: 'Code was used' } },
        'Code was used',
      ],
      [{ status: 201, json: { error: 'Bad code' } }, 'Bad code'],
      [{ status: 400, json: { error: 'Bad code' } }, 'Bad code'],
      [{ status: 500, text: '' }, ''],
    ] as const) {
      const { error } = await during(
        () => reply,
        () => postWithoutKey(url, {}),
      );
      expect(error).to.include({ code: 'session-refused', stage: 'account', charge: 'none' });
      expect((error as { facts: unknown }).facts).to.deep.equal({ detail });
    }
  });
});

/**
 * A browser that streams bodies, but not over HTTP/1.1: it fails before it reads the first byte.
 */
function http1(reply: Response, log: string[]): typeof fetch {
  return (_, init) => {
    if (init?.body instanceof ReadableStream) {
      log.push('streamed');
      return Promise.reject(new TypeError('Failed to fetch'));
    }
    log.push('plain');
    return Promise.resolve(reply);
  };
}

describe('a paid call, where the browser streams bodies', () => {
  const real = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = real;
  });

  it('goes out as plain bytes, once, when its body was never read', async () => {
    const log: string[] = [];
    globalThis.fetch = http1(new Response('{"id":1}'), log);
    const url = 'https://one.bfl.ai/v1/x';
    expect(await send({ ...call, url }, sending())).to.deep.include({ body: { id: 1 } });
    expect(log).to.deep.equal(canStreamBody() ? ['streamed', 'plain'] : ['plain']);
    log.length = 0;
    globalThis.fetch = http1(new Response('{"id":1}'), log);
    await send({ ...call, url }, sending());
    expect(log, 'and is not tried again there').to.deep.equal(['plain']);
  });

  it('goes out as plain bytes from then on where a server wants to know the length first', async () => {
    const url = 'https://five.bfl.ai/v1/x';
    const kinds: string[] = [];
    let status = 400;
    globalThis.fetch = async (_, init) => {
      kinds.push(init?.body instanceof ReadableStream ? 'streamed' : 'plain');
      await new Response(init?.body).text();
      return new Response('{}', { status });
    };
    const streamed = canStreamBody() ? 'streamed' : 'plain';
    for (status of [400, 411, 200]) await send({ ...call, url }, sending());
    expect(kinds).to.deep.equal([streamed, streamed, 'plain']);
    kinds.length = 0;
    await send({ ...call, url: 'https://six.bfl.ai/v1/x' }, sending({ submit: false }));
    await send({ ...call, url: 'http://127.0.0.1:9/' }, sending({ auth: {} }));
    expect(kinds, 'a read, and plain http').to.deep.equal(['plain', 'plain']);
  });

  it('is in doubt when the plain bytes are lost, too', async () => {
    const log: string[] = [];
    globalThis.fetch = (_, init) => {
      log.push(init?.body instanceof ReadableStream ? 'streamed' : 'plain');
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    const trace = { sent: () => false };
    const error: unknown = await send(
      { ...call, url: 'https://seven.bfl.ai/v1/x' },
      sending(),
      trace,
    ).catch((reason: unknown) => reason);
    expect(error).to.deep.include({ charge: 'possible', facts: { repeated: '1' } });
    expect(trace.sent()).to.equal(true);
    expect(log).to.deep.equal(canStreamBody() ? ['streamed', 'plain'] : ['plain']);
  });

  it('goes out no second time once a byte of it was read', async () => {
    const log: string[] = [];
    globalThis.fetch = async (_, init) => {
      log.push(await new Response(init?.body).text());
      throw new TypeError('Failed to fetch');
    };
    const error: unknown = await send({ ...call, url: 'https://two.bfl.ai/v1/x' }, sending()).catch(
      (reason: unknown) => reason,
    );
    expect(error).to.include({ charge: 'possible' });
    expect(log).to.deep.equal(['{"prompt":"A lighthouse"}']);
  });

  it('is provably unsent when it is aborted before its body was read', async () => {
    const controller = new AbortController();
    let isAsked: () => void = () => undefined;
    const asked = new Promise<void>((done) => {
      isAsked = done;
    });
    globalThis.fetch = (_, init) =>
      new Promise((__, reject) => {
        isAsked();
        init?.signal?.addEventListener('abort', () => {
          reject(new DOMException('stop', 'AbortError'));
        });
      });
    const trace = { sent: () => false };
    const done = send(
      { ...call, url: 'https://three.bfl.ai/v1/x' },
      sending({ signal: controller.signal }),
      trace,
    ).catch((reason: unknown) => reason);
    await asked;
    const why = new Error('stop');
    controller.abort(why);
    expect(await done).to.equal(why);
    expect(trace.sent()).to.equal(!canStreamBody());
  });
});
