import { expect } from 'chai';
import { send } from '../../src/providers/http.js';
import { puterTransport } from '../../src/providers/puter-relay.js';

type Fate = (socket: FakeSocket) => unknown;

/** As the SDK's sockets: what is written to it counts as sent. */
class FakeSocket {
  static made: FakeSocket[] = [];
  readonly written: unknown[] = [];
  closed = 0;
  constructor(readonly host: string) {
    FakeSocket.made.push(this);
  }
  write(data: unknown, done?: () => void): void {
    this.written.push(data);
    done?.();
  }
  close(): void {
    this.closed += 1;
  }
}

const page = globalThis as { puter?: unknown };
const { Request: OwnRequest } = globalThis;
function reply(status = 200): Response {
  return new Response('{"id":"1"}', {
    status,
    headers: { 'content-type': 'application/json' },
  });
}

/** Puter's network as the SDK has it: `fetch` makes a connection at once, and writes later. */
function network(fate: Fate = opened, more: object = {}) {
  const asked: { url: string; init: RequestInit }[] = [];
  const net = {
    Socket: FakeSocket,
    tls: { TLSSocket: class extends FakeSocket {} },
    fetch: (url: string, init: RequestInit): unknown => {
      asked.push({ url, init });
      const Kind = url.startsWith('https:') ? net.tls.TLSSocket : net.Socket;
      return fate(new Kind(new URL(url).host));
    },
    ...more,
  };
  page.puter = { authToken: 'token', net };
  return { asked, net };
}

async function opened(socket: FakeSocket): Promise<Response> {
  await Promise.resolve();
  let isDone = false;
  socket.write('an order', () => {
    isDone = true;
  });
  return isDone ? reply() : reply(500);
}

function buy(url = 'https://provider.example/v1', signal = new AbortController().signal) {
  return send(
    { method: 'POST', url, json: { prompt: 'A fox' } },
    {
      auth: { 'x-key': 'secret' },
      keyHosts: ['provider.example', '127.0.0.1'],
      relay: 'puter',
      signal,
      submit: true,
    },
  ).catch((error: unknown) => {
    const { code, charge, message, cause } = error as Error & { code?: string; charge?: string };
    return code === undefined
      ? message
      : { code, charge, why: (cause as Error | undefined)?.message };
  });
}

describe('an order that goes through Puter’s network', () => {
  beforeEach(() => {
    FakeSocket.made = [];
    // Where a browser hides the body of a request, nothing goes this way at all.
    globalThis.Request = class {
      readonly body = {};
    } as unknown as typeof Request;
  });
  afterEach(() => {
    globalThis.Request = OwnRequest;
    delete page.puter;
  });

  for (const url of ['https://provider.example/v1', 'http://127.0.0.1:4000/v1'])
    it(`is written once, and answered, at ${url}`, async () => {
      const { asked, net } = network();
      const classes = [net.Socket, net.tls.TLSSocket];
      expect(await buy(url)).to.deep.include({ status: 200, body: { id: '1' } });
      expect(asked).to.have.length(1);
      expect(asked[0]?.url).to.equal(url);
      expect(asked[0]?.init.method).to.equal('POST');
      expect(new Headers(asked[0]?.init.headers).get('x-key')).to.equal('secret');
      expect(new TextDecoder().decode(asked[0]?.init.body as Uint8Array)).to.equal(
        '{"prompt":"A fox"}',
      );
      expect(FakeSocket.made.map(({ written }) => written)).to.deep.equal([['an order']]);
      expect([net.Socket, net.tls.TLSSocket], 'the SDK is as before').to.deep.equal(classes);
    });

  it('may have been bought once something was written, and not before', async () => {
    network(async (socket) => {
      await Promise.resolve();
      socket.write('half an order');
      throw new Error('the connection died');
    });
    expect(await buy()).to.deep.equal({
      code: 'unreadable-reply',
      charge: 'possible',
      why: 'the connection died',
    });
    for (const fate of [
      () => Promise.reject(new Error('no way there')),
      () => Promise.reject('no way there'),
      (): never => {
        throw new Error('no way there');
      },
    ]) {
      const { net } = network(fate);
      const before = net.tls.TLSSocket;
      expect(await buy()).to.deep.equal({
        code: 'blocked-by-browser',
        charge: 'none',
        why: 'no way there',
      });
      expect(net.tls.TLSSocket).to.equal(before);
    }
  });

  it('may have been bought from the start where nobody can see it leave', async () => {
    const lost = (): Promise<Response> => Promise.reject(new Error('lost'));
    for (const more of [
      { tls: undefined, fetch: lost },
      { tls: {}, fetch: lost },
      { tls: { TLSSocket: 'hidden' }, fetch: lost },
      { fetch: lost },
      { tls: Object.freeze({ TLSSocket: FakeSocket }), fetch: lost },
    ]) {
      network(opened, more);
      expect(await buy(), JSON.stringify(more)).to.deep.equal({
        code: 'unreadable-reply',
        charge: 'possible',
        why: 'lost',
      });
      network(opened, { ...more, fetch: () => Promise.resolve(reply()) });
      expect(await buy(), 'and is answered all the same').to.deep.include({ status: 200 });
    }
    network(opened, { fetch: () => undefined });
    expect(await buy(), 'an SDK that answers with nothing').to.deep.include({ charge: 'possible' });
  });

  it('does not leave when the reader stops before the connection is open', async () => {
    const stop = new AbortController();
    let write: () => void = () => undefined;
    network(
      (socket) =>
        new Promise((resolve) => {
          write = () => {
            socket.write('an order');
            resolve(reply());
          };
          setTimeout(() => stop.abort(new Error('stopped')));
        }),
    );
    expect(await buy('https://provider.example/v1', stop.signal)).to.equal('stopped');
    write();
    const [socket] = FakeSocket.made;
    expect([socket?.written, socket?.closed]).to.deep.equal([[], 1]);
    Object.assign(socket ?? {}, { close: undefined });
    write();
    expect(socket?.written, 'nor on a connection that can’t be closed').to.deep.equal([]);
  });

  it('goes to no other address than the one it was sent to', async () => {
    for (const status of [300, 302, 307, 399]) {
      network(() => Promise.resolve(reply(status)));
      FakeSocket.made = [];
      expect(await buy(), String(status)).to.deep.include({ charge: 'none' });
    }
    for (const status of [299, 400]) {
      network(() => Promise.resolve(reply(status)));
      expect(await buy(), String(status)).to.deep.include({ status });
    }
  });

  it('needs a signed-in reader and a browser that shows what it sends', async () => {
    for (const puter of [undefined, {}, { authToken: 'token' }, { net: {} }]) {
      page.puter = puter;
      expect(await buy(), JSON.stringify(puter)).to.deep.include({
        code: 'no-session',
        charge: 'none',
      });
    }
    const { asked } = network();
    globalThis.Request = class {
      readonly body = undefined;
    } as unknown as typeof Request;
    expect(await buy()).to.deep.include({ code: 'blocked-by-browser', charge: 'none' });
    expect(asked).to.have.length(0);
  });

  it('is only fetched where no one asks when it leaves', async () => {
    network();
    const { signal } = new AbortController();
    const response = await puterTransport()('https://pictures.example/1.png', { signal });
    expect(response.status).to.equal(200);
    const stopped = AbortSignal.abort(new Error('stopped'));
    const why = await puterTransport()('https://pictures.example/1.png', { signal: stopped }).catch(
      (error: unknown) => (error as Error).message,
    );
    expect(why).to.equal('stopped');
  });
});
