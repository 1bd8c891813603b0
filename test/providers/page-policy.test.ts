import { expect } from 'chai';
import { send, type Trace } from '../../src/providers/http.js';

const call = { method: 'POST', url: 'https://blocked.example/v1/pictures', json: {} } as const;

async function failed(
  more: { readonly submit?: boolean; readonly url?: string } = {},
): Promise<{ error: unknown; wasSent: boolean }> {
  const trace: Trace = { sent: () => false };
  const { url = call.url, submit = true } = more;
  const sending = { auth: {}, keyHosts: [], signal: new AbortController().signal, submit };
  const error: unknown = await send({ ...call, url }, sending, trace).then(
    () => 'answered',
    (reason: unknown) => reason,
  );
  return { error, wasSent: trace.sent() };
}

describe('a page whose policy does not name the provider', () => {
  /** What an order comes to that this engine's page policy stops. */
  let blocked = { code: 'blocked-by-browser', charge: 'none' };

  before(async () => {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = `connect-src ${location.origin} ws:`;
    document.head.append(policy);
    // WebKit lets requests go that only a policy added by a script forbids: they are in doubt then.
    let isHeeded = false;
    const note = (): void => {
      isHeeded = true;
    };
    document.addEventListener('securitypolicyviolation', note);
    await fetch(call.url).catch(() => undefined);
    for (let turn = 0; turn < 5; turn += 1) await new Promise((next) => setTimeout(next));
    document.removeEventListener('securitypolicyviolation', note);
    if (!isHeeded) blocked = { code: 'unreadable-reply', charge: 'possible' };
  });

  it('sends no order, and knows it', async () => {
    const { error, wasSent } = await failed();
    expect(error).to.include(blocked);
    expect(wasSent).to.equal(blocked.charge === 'possible');
  });

  it('knows it of two orders at once, and of one with a place in its address', async () => {
    for (const { error, wasSent } of await Promise.all([
      failed(),
      failed(),
      failed({ url: `${call.url}?n=1#place` }),
    ])) {
      expect(error).to.include(blocked);
      expect(wasSent).to.equal(blocked.charge === 'possible');
    }
  });

  it('does not look at what costs nothing', async () => {
    const { error } = await failed({ submit: false });
    expect(error).to.include({ code: 'unreadable-reply' });
  });

  it('does not believe a script of the page that says so', async () => {
    const real = globalThis.fetch;
    globalThis.fetch = () => {
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          blockedURI: call.url,
          disposition: 'enforce',
          effectiveDirective: 'connect-src',
          violatedDirective: 'connect-src',
          originalPolicy: 'connect-src none',
          documentURI: location.href,
          statusCode: 0,
        }),
      );
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    try {
      const { error, wasSent } = await failed();
      expect(error).to.include({ code: 'unreadable-reply', charge: 'possible' });
      expect(wasSent).to.equal(true);
    } finally {
      globalThis.fetch = real;
    }
  });

  it('leaves an order in doubt that was under way beside a blocked one', async () => {
    const real = globalThis.fetch;
    let nth = 0;
    globalThis.fetch = (...given) => {
      nth += 1;
      return nth === 1 ? Promise.reject(new TypeError('Failed to fetch')) : real(...given);
    };
    try {
      const charges = (await Promise.all([failed(), failed()])).map(
        ({ error }) => (error as { charge: unknown }).charge,
      );
      expect(charges).to.deep.equal(['possible', 'possible']);
    } finally {
      globalThis.fetch = real;
    }
  });
});
