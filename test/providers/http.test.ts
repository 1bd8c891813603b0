import { expect } from 'chai';
import { canStreamBody } from '../../src/providers/body-stream.js';
import { send, type Sending } from '../../src/providers/http.js';
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
    expect(JSON.parse(first?.body ?? '')).to.deep.equal(call.json);
    expect(first?.init).to.include({
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      mode: 'cors',
    });
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
