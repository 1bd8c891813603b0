import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { defined } from '../../src/base/defined.js';
import { isPolluted } from '../../src/base/polluted.js';
import { quote as firstQuote } from '../../src/pricing/quote.js';
import { quote } from '../../src/pricing/index.js';
import { send } from '../../src/providers/http.js';
import { readImage } from '../../src/providers/read-image.js';
import { createCheckout, type Checkout } from '../../src/testing.js';
import { recordAct } from '../../src/generation/acts.js';
import { scriptedFetch } from '../contract/scripted-fetch.js';
import { propertyNames } from '../support/names-in-src.js';
import { pixel } from '../support/pixel.js';

const key = 'canary-1e9d';
const values: readonly unknown[] = ['https://evil.example/pp', true, 0, '0', 'none', { cost: 0 }];
const request = { provider: 'bfl', model: 'flux-2-pro', width: 1024, height: 1024 };
const settings = { provider: 'together', model: 'flux-2-pro', size: '1024x1024', prompt: 'a fox' };
const price = '0.03';

/** Names that the code reads and that objects do not have anyway. */
const names = propertyNames().filter((name) => !(name in Object.prototype));

/** What says, of an order that has left, where it goes and what it cost. */
const decisive = [
  'relay',
  'url',
  'simulated',
  'free',
  'usage',
  'cost',
  'later',
  'note',
  'again',
  'times',
  'repeated',
  'ended',
  'freeServerErrors',
  'isBilledOnce',
  'refusals',
];

/** Runs `work` while every object seems to have this property, as after a careless merge. */
function polluted<T>(name: string, value: unknown, work: () => T): T {
  const clean = (): void => void Reflect.deleteProperty(Object.prototype, name);
  Reflect.set(Object.prototype, name, value);
  try {
    const made = work();
    if (made instanceof Promise) return made.finally(clean) as T;
    clean();
    return made;
  } catch (error) {
    clean();
    throw error;
  }
}

describe('data that a page’s script left on Object.prototype', () => {
  let network: ReturnType<typeof scriptedFetch>;
  /** Called when the order is at the provider, before its reply. */
  let arrived: () => void = () => undefined;
  let status = 200;
  // A reader who presses something before each purchase.
  const gesture = {
    configurable: true,
    get: () => {
      recordAct();
      return { isActive: true };
    },
  };
  const shops: Checkout[] = [];
  before(() => {
    if (!('navigator' in globalThis)) Object.defineProperty(globalThis, 'navigator', { value: {} });
    Object.defineProperty(globalThis.navigator, 'userActivation', gesture);
    network = scriptedFetch(({ method }) => {
      if (method === 'POST') arrived();
      return { status, json: { data: [{ b64_json: pixel }] } };
    });
  });
  after(() => {
    for (const shop of shops) shop.close();
    Reflect.deleteProperty(globalThis.navigator, 'userActivation');
    network.restore();
  });

  const shop = async (): Promise<Checkout> => {
    const checkout = createCheckout(settings);
    shops.push(checkout);
    await checkout.setKey(key, { keep: 'memory' });
    return checkout;
  };
  const foreign = (): string[] =>
    network.sent
      .map(({ url }) => url)
      .filter((url) => !/^https:\/\/api\.together\.(ai|xyz)\//.test(url));
  const posts = (): number => network.sent.filter(({ method }) => method === 'POST').length;

  it('is told from the methods that old libraries add', () => {
    assert.equal(isPolluted(), false);
    polluted(
      'extend',
      () => undefined,
      () => {
        assert.equal(isPolluted(), false);
        assert.equal(quote(request).total?.high, price);
      },
    );
    for (const value of values)
      polluted('whatever', value, () => {
        assert.equal(isPolluted(), true);
      });
    polluted('relay', values[0], () => {
      assert.deepEqual(Object.keys(defined({ route: 'x', model: undefined })), ['route']);
    });
  });

  it(`never lowers a price or makes it play money: ${String(names.length)} names`, () => {
    assert.ok(names.length > 420 && names.includes('relay') && names.includes('usage'));
    for (const name of names)
      for (const value of values)
        for (const priceOf of [firstQuote, quote]) {
          const told = polluted(name, value, () => {
            const { total, simulated, free, exactness } = priceOf(request);
            return {
              high: Object.hasOwn(total ?? {}, 'high') ? total?.high : undefined,
              simulated,
              free,
              exactness,
            };
          });
          const where = `${name} ${String(value)}`;
          if (told.high !== undefined) assert.ok(Number(told.high) >= Number(price), where);
          if (priceOf === firstQuote)
            assert.deepEqual([told.simulated, told.free], [undefined, undefined], where);
        }
  });

  it('sends nothing and reads nothing', async () => {
    network.sent.length = 0;
    for (const name of ['relay', 'url', 'headers', 'form', 'key', 'endpoint'])
      for (const value of values) {
        const call = { method: 'GET', url: 'https://api.together.ai/v1/x' } as const;
        const sending = {
          auth: { authorization: key },
          keyHosts: ['api.together.ai'],
          signal: new AbortController().signal,
          submit: false,
        };
        await assert.rejects(
          polluted(name, value, () => send(call, sending)),
          { code: 'invalid-input', charge: 'none' },
        );
        const { signal } = sending;
        assert.equal(await polluted(name, value, () => readImage(call.url, signal)), undefined);
      }
    assert.deepEqual(network.sent, []);
  });

  it('buys nothing while it is there, whatever its name', async () => {
    const checkout = await shop();
    assert.equal(checkout.quote.total?.high, price);
    network.sent.length = 0;
    for (const name of names) {
      const value: unknown = values[name.length % values.length];
      await polluted(name, value, async () => {
        try {
          checkout.update({ size: '1024x1024' });
        } catch {
          // What can't be set is not bought either.
        }
        const error: unknown = await checkout.generate().catch((reason: unknown) => reason);
        checkout.cancel();
        assert.ok(error instanceof Error, `${name}: refused`);
      });
    }
    assert.deepEqual(network.sent, []);
    assert.deepEqual(checkout.settings.relay, undefined);
    assert.equal(checkout.tally.all.purchases, 0);
  });

  it('never makes a paid order free when it comes while the provider works', async () => {
    network.sent.length = 0;
    const checkout = await shop();
    const runs = decisive.flatMap((name) => values.map((value) => [name, value] as const));
    for (const [index, [name, value]] of runs.entries()) {
      const was = checkout.tally.all;
      status = index % 2 ? 200 : 500;
      let clean = (): void => undefined;
      arrived = () => {
        Reflect.set(Object.prototype, name, value);
        clean = () => void Reflect.deleteProperty(Object.prototype, name);
      };
      const before = posts();
      const ended = await checkout.generate().then(
        ({ receipt }) => receipt,
        (error: unknown) => error as { charge: string },
      );
      clean();
      arrived = () => undefined;
      const where = `${name} ${String(value)}: ${JSON.stringify(ended)}`;
      assert.equal(posts() - before, 1, where);
      assert.notEqual(ended.charge, 'none', where);
      const { all } = checkout.tally;
      const more =
        Number(all.settled) + Number(all.inDoubt) - Number(was.settled) - Number(was.inDoubt);
      assert.ok(more > Number(price) - 1e-9, `${where} ${String(more)}`);
    }
    assert.deepEqual(foreign(), []);
  });
});
