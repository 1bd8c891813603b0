import { expect } from 'chai';
import { createCheckout, type Checkout } from '../../src/checkout/index.js';
import type { PageServices } from '../../src/generation/page-services.js';
import { scriptedFetch, type SentCall } from '../contract/scripted-fetch.js';
import { widget, type WidgetDriver } from '../support/widget.js';

const secret = 'canary-3f0a91c2-77d1-4e0b';
function turn(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done);
  });
}
async function turns(count: number): Promise<void> {
  for (let made = 0; made < count; made += 1) await turn();
}

/**
 * What a page's script finds on an object: its own and its ancestors' properties, but not the
 * platform's; what a map or a set holds.
 */
function inside(holder: object): [string, unknown][] {
  const found: [string, unknown][] =
    holder instanceof Map || holder instanceof Set
      ? [...(holder.values() as Iterable<unknown>)].map((value, at) => [`#${String(at)}`, value])
      : [];
  for (
    let layer: object | null = holder;
    layer &&
    !/^(Object|Function|Array|Map|Set|Promise|HTMLElement|Element|Node|EventTarget|Blob|Event|LitElement|ReactiveElement)$/.test(
      String((layer as { constructor?: { name?: string } }).constructor?.name) +
        (Object.hasOwn(layer, 'constructor') ? '' : '?'),
    );
    layer = Object.getPrototypeOf(layer) as object | null
  ) {
    for (const name of Reflect.ownKeys(layer)) {
      if (name === 'constructor') continue;
      try {
        found.push([String(name), Reflect.get(layer, name, holder)]);
      } catch {
        /* a getter that is not for this object */
      }
    }
  }
  return found;
}

interface Door {
  readonly path: string;
  readonly name: string;
  readonly holder: object;
  readonly call: (...given: unknown[]) => unknown;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
function platform(value: object): boolean {
  return (
    value === globalThis ||
    value instanceof Node ||
    value instanceof StyleSheet ||
    /^(Window|Document|Storage|CSSStyleDeclaration|ElementInternals)$/.test(
      value.constructor?.name ?? '',
    )
  );
}

/** Everything callable within reach, each once, and every object met on the way. */
function walk(roots: [string, unknown][], depth = 5): { doors: Door[]; met: Map<object, string> } {
  const doors: Door[] = [];
  const met = new Map<object, string>();
  let row = roots;
  for (let level = 0; level <= depth; level += 1) {
    const next: [string, unknown][] = [];
    for (const [path, value] of row) {
      if (!isObject(value) || met.has(value) || (level > 0 && platform(value))) continue;
      met.set(value, path);
      for (const [name, inner] of inside(value)) {
        if (
          typeof inner === 'function' &&
          !/^class\b/.test(Function.prototype.toString.call(inner))
        )
          doors.push({ path: `${path}.${name}`, name, holder: value, call: inner as Door['call'] });
        next.push([`${path}.${name}`, inner]);
      }
    }
    row = next;
  }
  return { doors, met };
}

/** All the words in a value, also those an error hides. */
function words(value: unknown, depth = 4, seen = new Set<unknown>()): string {
  if (!isObject(value)) return typeof value === 'string' ? value : '';
  if (depth === 0 || seen.has(value) || platform(value)) return '';
  seen.add(value);
  const hidden = value instanceof Error ? [value.message, value.stack, value.cause] : [];
  return [
    ...hidden,
    ...inside(value).map(([, inner]) => (typeof inner === 'function' ? '' : inner)),
  ]
    .map((inner) => words(inner, depth - 1, seen))
    .join('\n');
}

/** Ends the walk when called early: what forgets, signs out or empties is tried last. */
const spoils =
  /^(_|#)|sign|forget|remove|delete|clear|reset|refuse|set|relieve|import|disconnect|dispatch|replace|update|close|newSession|cancel|perform|schedule|attribute|render/i;

const keyed = ['bfl', 'fal', 'together', 'openai-compatible'];

describe('whatever a script of the page finds and calls without the reader', function () {
  this.timeout(180_000);
  let shown: WidgetDriver;
  /** The same without a face, of the same page and key. */
  let checkout: Checkout | undefined;
  let sent: SentCall[];
  let restore: () => void;
  /**
   * What is called with nonsense fails somewhere, and complains; that is nobody's business here.
   */
  const stray = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const { error } = console;
  const { onerror } = globalThis;
  const heard: string[] = [];
  const consider = (event: Event): void =>
    void heard.push(words((event as CustomEvent<unknown>).detail));
  const page = globalThis as { puter?: unknown };

  beforeEach(() => {
    ({ sent, restore } = scriptedFetch(() => ({ status: 200, json: { credits: 500, total: 0 } })));
    Object.defineProperty(navigator, 'userActivation', {
      configurable: true,
      value: { isActive: false, hasBeenActive: true },
    });
    for (const type of ['error', 'unhandledrejection']) addEventListener(type, stray, true);
    console.error = () => undefined;
    globalThis.onerror = null;
    for (const type of ['quote', 'before-charge', 'state', 'done', 'error', 'tally'])
      document.addEventListener(`user-pays-${type}`, consider);
    heard.length = 0;
  });
  afterEach(() => {
    restore();
    shown.remove();
    checkout?.close();
    checkout = undefined;
    delete page.puter;
    Reflect.deleteProperty(navigator, 'userActivation');
    for (const type of ['error', 'unhandledrejection']) removeEventListener(type, stray, true);
    console.error = error;
    globalThis.onerror = onerror;
    for (const type of ['quote', 'before-charge', 'state', 'done', 'error', 'tally'])
      document.removeEventListener(`user-pays-${type}`, consider);
  });

  const paid = (): string[] =>
    sent.filter(({ method }) => method !== 'GET').map(({ method, url }) => `${method} ${url}`);
  const roots = (): [string, unknown][] => [
    ['element', shown.element],
    ...(checkout ? [['checkout', checkout] as [string, unknown]] : []),
    ...Object.getOwnPropertySymbols(globalThis)
      .filter((symbol) => symbol.description?.startsWith('user-pays-image/'))
      .map((symbol): [string, unknown] => [
        symbol.description ?? '',
        Reflect.get(globalThis, symbol),
      ]),
  ];

  const touched = async (): Promise<void> => {
    shown.element.dispatchEvent(new Event('focusin'));
    for (
      let tries = 0;
      tries < 500 &&
      !Object.getOwnPropertySymbols(globalThis).some(
        ({ description }) => description === 'user-pays-image/purchase-services@1',
      );
      tries += 1
    )
      await turn();
    await turns(5);
  };

  /**
   * What a script would hand to a door: an order made of the element's own quote, and things that
   * look like an act of the reader's.
   */
  const handed = async (provider: string): Promise<unknown[][]> => {
    const { quote } = shown.element;
    const services = Reflect.get(globalThis, Symbol.for('user-pays-image/purchase-services@1')) as
      { imageProvider?(provider: string, endpoint?: string): Promise<unknown> } | undefined;
    const act = { isTrusted: true, eventPhase: 2, type: 'click', detail: 1 };
    const order = {
      quote: quote && { ...quote, simulated: true },
      prompt: 'a fox',
      references: [],
      caps: {},
      simulated: true,
      endpoint: 'http://127.0.0.1:9',
      key: 'another',
      deadlines: { submit: 1000, submitPicture: 1000, poll: 1000, image: 1000 },
      permit: {},
      imageProvider: await services
        ?.imageProvider?.(provider, 'http://127.0.0.1:9')
        .catch(() => undefined),
    };
    return [
      [],
      [quote],
      [quote, {}],
      [quote, act],
      [act],
      [new MouseEvent('click')],
      [order],
      [{ ...order, simulated: false, permit: act }],
      [provider],
      [provider, 'http://127.0.0.1:9'],
      [quote?.id, act],
    ];
  };

  const knock = async (door: Door, given: unknown[]): Promise<string> => {
    try {
      const value: unknown = Reflect.apply(door.call, door.holder, given);
      let came: unknown;
      if (value instanceof Promise)
        value.then(
          (result) => {
            came = result;
          },
          (error: unknown) => {
            came = error;
          },
        );
      await turns(value instanceof Promise ? 3 : 0);
      return words(value) + words(came);
    } catch (error) {
      return words(error);
    }
  };

  const everyDoor = async (
    provider: string,
    again: () => Promise<void>,
  ): Promise<{ knocked: number; told: string[] }> => {
    const { doors, met } = walk(roots());
    const told = [...met].flatMap(([value, path]) =>
      words(value, 2).includes(secret) ? [path] : [],
    );
    const { prices, recovered } = Reflect.get(
      globalThis,
      Symbol.for('user-pays-image/page-services@1'),
    ) as PageServices;
    const list = prices.get();
    const last = doors.filter(({ name }) => spoils.test(name));
    for (const door of [...doors.filter((one) => !last.includes(one)), ...last]) {
      // A listener that is none would break the page for whoever is tried next.
      for (const given of /^(subscribe|watch)/i.test(door.name)
        ? [[() => undefined]]
        : await handed(provider)) {
        if ((await knock(door, given)).includes(secret)) told.push(door.path);
        told.push(...paid().map((call) => `${door.path} sent ${call}`));
        sent.length = 0;
      }
      await again();
      // A list of nonsense would have no prices to buy at, and pictures of nonsense can't be shown.
      prices.set(list);
      recovered.set([]);
    }
    return { knocked: doors.length, told: [...new Set(told)] };
  };

  for (const provider of keyed) {
    it(`buys nothing at ${provider} and never sees the key`, async () => {
      shown = await widget(
        { provider, endpoint: 'http://127.0.0.1:9', 'unit-price': '0.03', size: '1024x1024' },
        { prompt: 'a fox' },
      );
      await touched();
      const settings = { provider, endpoint: 'http://127.0.0.1:9', unitPrice: '0.03' };
      checkout = createCheckout({ ...settings, prompt: 'a fox' });
      expect(checkout.quote.total, 'there is a price').not.to.equal(undefined);
      const { setKey } = shown.element;
      const again = async (): Promise<void> => {
        if (shown.element.account.status !== 'signed-in')
          await setKey.call(shown.element, secret, { keep: 'memory' }).catch(() => undefined);
      };
      await setKey.call(shown.element, secret, { keep: 'memory' });
      await turns(5);
      expect(shown.element.quote?.total, 'there is a price').not.to.equal(undefined);
      for (const button of shown.element.shadowRoot?.querySelectorAll('button') ?? []) {
        button.click();
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
        button.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: 'Enter',
            ctrlKey: true,
            bubbles: true,
            composed: true,
          }),
        );
        await turns(2);
        await again();
      }
      const { knocked, told } = await everyDoor(provider, again);
      await turns(50);
      expect(told).to.deep.equal([]);
      expect(paid()).to.deep.equal([]);
      expect(knocked, 'doors there are').to.be.above(40);
      expect(
        document.documentElement.outerHTML +
          (shown.element.shadowRoot?.innerHTML ?? '') +
          heard.join('\n'),
      ).not.to.include(secret);
      expect(
        JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
      ).not.to.include(secret);
    });
  }

  it('buys nothing with the reader’s Puter account, and is not handed its session', async () => {
    const sdk = {
      authToken: secret,
      APIOrigin: 'https://api.puter.com',
      appID: 'app-1',
      whoami: { username: 'kim' },
      auth: {
        isSignedIn: () => true,
        signIn: () => Promise.resolve({ username: 'kim' }),
        signOut: () => undefined,
      },
      ai: {
        txt2img: () => {
          throw new Error('bought by the SDK');
        },
      },
    };
    page.puter = sdk;
    shown = await widget(
      { provider: 'puter', model: 'flux-2-pro', size: '1024x1024' },
      { prompt: 'a fox' },
    );
    await touched();
    expect(shown.element.quote?.total, 'there is a price').not.to.equal(undefined);
    const { told } = await everyDoor('puter', () => Promise.resolve());
    await turns(50);
    expect(told).to.deep.equal([]);
    expect(paid()).to.deep.equal([]);
  });
});
