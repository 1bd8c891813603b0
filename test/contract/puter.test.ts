import { expect } from 'chai';
import { systemClock } from '../../src/base/clock.js';
import { randomId } from '../../src/base/id.js';
import type { Outcome } from '../../src/providers/outcome.js';
import type { PictureOrder } from '../../src/providers/picture-order.js';
import { puter } from '../../src/providers/puter.js';
import { watchedPorts, type Watched } from './ports.js';
import {
  scriptedFetch,
  type Network,
  type ScriptedReply,
  type SentCall,
} from './scripted-fetch.js';

const api = 'https://api.puter.example';
const token = 'canary-token-0123456789';
const order: PictureOrder = {
  model: 'flux-2-pro',
  route: 'together',
  prompt: 'A lighthouse',
  width: 1024,
  height: 1024,
  references: [],
};
const made: ScriptedReply = {
  status: 200,
  json: { success: true, result: 'https://pictures.example/1.png', service: { name: 'ai-image' } },
};

interface Bought extends Watched {
  readonly outcome: Outcome | { readonly kind: 'threw'; readonly error: unknown };
  readonly sent: readonly SentCall[];
  readonly paid: readonly SentCall[];
}

/**
 * Not plain HTTP to its callers, so it passes what every provider passes by its maker. Its usage
 * report can't be read here: nothing is ever proven.
 */
async function buy(
  reply: ReturnType<Network>,
  more: Parameters<typeof watchedPorts>[0] = {},
  wanted = order,
): Promise<Bought> {
  const watched = watchedPorts({
    providerSession: { authToken: token, APIOrigin: api, appID: `app-${randomId()}` },
    ...more,
  });
  const { sent, restore } = scriptedFetch((call) => {
    if (call.method === 'GET') return { status: 503, json: {} };
    if (reply === 'hangs')
      setTimeout(() => {
        watched.timeIsUp();
      });
    return reply;
  });
  try {
    const outcome = await puter
      .run(wanted, watched.ports)
      .catch((error: unknown) => ({ kind: 'threw' as const, error }));
    return { ...watched, outcome, sent, paid: sent.filter(({ method }) => method === 'POST') };
  } finally {
    restore();
  }
}

describe('Puter, as every provider', () => {
  it('hands over the picture', async () => {
    const { outcome, paid } = await buy(made);
    expect(outcome).to.deep.include({
      kind: 'done',
      images: [{ url: 'https://pictures.example/1.png' }],
    });
    expect(paid).to.have.length(1);
  });

  it('gets the session’s token where Puter’s own SDK puts it, and in no address', async () => {
    const { sent, paid } = await buy(made);
    expect(JSON.parse(paid[0]?.body ?? '')).to.deep.include({
      interface: 'puter-image-generation',
      driver: 'ai-image',
      method: 'generate',
      test_mode: false,
      auth_token: token,
    });
    expect(paid[0]?.headers.get('content-type')).to.equal('text/plain;actually=json');
    for (const { url, init } of sent) {
      expect(new URL(url).origin).to.equal(api);
      expect(url).not.to.contain(token);
      expect(init).to.include({
        redirect: 'error',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      });
    }
  });

  it('is not called signed out for a 401 that comes when somebody has signed in anew', async () => {
    const providerSession = { authToken: token, APIOrigin: api, appID: 'app-1' };
    const { ports } = watchedPorts({ providerSession, clock: systemClock });
    let anew = false;
    const { restore } = scriptedFetch(() => {
      if (anew) providerSession.authToken = 'another-token';
      return { status: 401, json: { code: 'token_auth_failed' } };
    });
    const codes = [];
    for (anew of [false, true])
      codes.push(
        await puter.balance?.(ports).then(
          () => 'quiet',
          (error: unknown) => (error as { code: string }).code,
        ),
      );
    restore();
    expect(codes).to.deep.equal(['session-refused', 'quiet']);
  });

  for (const [what, address] of [
    ['a plain http server', 'http://puter.example'],
    ['an address with a name in it', 'https://api.puter.com@evil.example'],
  ] as const) {
    it(`sends ${what} nothing with the token in it`, async () => {
      const watched = watchedPorts({
        providerSession: {
          authToken: token,
          APIOrigin: address,
          appID: 'app-1',
          ai: { txt2img: () => Promise.reject(new Error('asked')) },
        },
      });
      const { sent, restore } = scriptedFetch(() => made);
      await puter.balance?.(watched.ports).catch(() => undefined);
      const outcome = await puter.run(order, watched.ports);
      restore();
      expect(sent).to.deep.equal([]);
      expect(outcome).to.deep.include({ code: 'no-session', charge: 'none' });
    });
  }

  for (const reply of [
    { status: 200, json: {} },
    { status: 200, json: null },
    { status: 200, json: [] },
    { status: 200, json: { success: true } },
    { status: 200, json: { success: true, result: 7 } },
    { status: 200, text: '<!doctype html><title>Welcome to the hotel’s network</title>' },
    { status: 200, text: '{"success":tr' },
    { status: 200, text: '' },
    { status: 204 },
    { status: 200, text: '"a text"' },
  ]) {
    it(`does not believe nonsense, and does not call it free: ${JSON.stringify(reply)}`, async () => {
      const { outcome, paid } = await buy(reply);
      expect(outcome).to.deep.include({
        kind: 'refused',
        code: 'unreadable-reply',
        charge: 'possible',
      });
      expect(paid).to.have.length(1);
    });
  }

  for (const result of [
    'javascript:alert(1)',
    'data:text/html;base64,PGI+',
    'data:image/png;base64,****',
    'blob:https://x.example/1',
  ]) {
    it(`takes no picture from ${result.slice(0, 24)}, though it is paid for`, async () => {
      const { outcome } = await buy({ status: 200, json: { success: true, result } });
      expect(outcome).to.deep.include({ kind: 'done', images: [] });
    });
  }

  for (const [status, code] of [
    [401, 'session-refused'],
    [402, 'insufficient-funds'],
    [403, 'session-refused'],
    [404, 'invalid-input'],
    [422, 'invalid-input'],
    [429, 'rate-limited'],
  ] as const) {
    it(`is not paid when it turns an order down with ${status}`, async () => {
      for (const reply of [
        { status, json: { error: 'no', message: 'no' } },
        { status, text: '<html>' },
      ]) {
        const { outcome, paid } = await buy(reply);
        expect(outcome).to.include({ kind: 'refused', code, charge: 'none' });
        expect(paid).to.have.length(1);
      }
    });
  }

  for (const [title, reply] of [
    ['the connection dies', 'breaks'],
    ['no answer comes', 'hangs'],
    ['it breaks down', { status: 503, headers: { 'retry-after': '0' }, json: {} }],
    ['a gateway gives up', { status: 524, text: '<html>' }],
  ] as const) {
    it(`gets one paid POST when ${title}, which may have been charged`, async () => {
      const { outcome, paid } = await buy(reply);
      expect(outcome).to.include({ kind: 'refused', charge: 'possible' });
      expect(paid).to.have.length(1);
    });
  }

  it('is sent nothing by a reader who is signed out, or stopped before', async () => {
    const out = await buy(made, { providerSession: { authToken: null, APIOrigin: api } });
    expect(out.outcome).to.deep.include({ code: 'no-session', charge: 'none' });
    const none = await buy(made, { providerSession: undefined });
    expect(none.outcome).to.deep.include({ code: 'no-session', charge: 'none' });
    const stopped = new AbortController();
    stopped.abort(new Error('stopped'));
    const { outcome, paid } = await buy(made, { signal: stopped.signal });
    expect(outcome).to.deep.include({ code: 'aborted', charge: 'none' });
    expect([...out.paid, ...none.paid, ...paid]).to.deep.equal([]);
  });
});
