import { expect } from 'chai';
import { widget, type WidgetDriver } from '../support/widget.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { rounds } from '../support/rounds.js';

type Listened = 'addEventListener' | 'removeEventListener';

/** Counts who listens to the page itself; what listens to an element goes with the element. */
function watchPage(): { listeners(): string[]; restore(): void } {
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const heard = new Set<string>();
  const ids = new Map<unknown, number>();
  const nameOf = (target: EventTarget, type: string, listener: unknown): string => {
    if (!ids.has(listener)) ids.set(listener, ids.size);
    return `${target === document ? 'document' : 'window'} ${type} ${String(ids.get(listener))}`;
  };
  const patch = (method: Listened, original: typeof addEventListener): void => {
    EventTarget.prototype[method] = function patched(
      this: EventTarget | undefined,
      ...given: Parameters<typeof addEventListener>
    ) {
      const target = this ?? globalThis;
      if (target === document || target === globalThis)
        heard[method === 'addEventListener' ? 'add' : 'delete'](nameOf(target, given[0], given[1]));
      original.apply(target, given);
    };
  };
  patch('addEventListener', addEventListener);
  patch('removeEventListener', removeEventListener);
  return {
    listeners: () => [...heard],
    restore: () =>
      void Object.assign(EventTarget.prototype, { addEventListener, removeEventListener }),
  };
}

function turn(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done);
  });
}

describe('an element put into a page and taken out, ten thousand times', () => {
  let first: WidgetDriver;
  before(async () => {
    // Everything the page has one of is there before anything is counted.
    first = await widget({ size: '64x64' });
    await first.type('a fox');
    await first.element.generate();
    (await insideOf(first.element).checkout.services()).account(
      'openai-compatible',
      'http://127.0.0.1:9',
    );
  });
  after(() => first.remove());

  it('leaves no listener on the page and no subscriber behind', async function () {
    this.timeout(120_000);
    const { prices, journal, recovered } = insideOf(first.element).checkout.page;
    const subscribed = new Map<object, number>();
    const own = [prices, journal, recovered].map((source) => [source, source.subscribe] as const);
    for (const [source, subscribe] of own) {
      subscribed.set(source, 0);
      source.subscribe = (listener: () => void) => {
        const stop = subscribe.call(source, listener);
        let isOn = true;
        subscribed.set(source, (subscribed.get(source) ?? 0) + 1);
        return () => {
          if (isOn) subscribed.set(source, (subscribed.get(source) ?? 0) - 1);
          isOn = false;
          stop();
        };
      };
    }
    const page = watchPage();
    try {
      const element = document.createElement('user-pays-image');
      Object.assign(element, { provider: 'sandbox', prompt: 'a fox' });
      for (let times = 0; times < rounds(9_800); times += 1) {
        document.body.append(element);
        if (times % 100 === 0) await turn();
        element.remove();
        if (times % 100 === 50) await turn();
      }
      for (let times = 0; times < 200; times += 1) {
        const other = document.createElement('user-pays-image');
        Object.assign(other, {
          provider: times % 2 ? 'sandbox' : 'openai-compatible',
          endpoint: 'http://127.0.0.1:9',
          prompt: 'a fox',
        });
        document.body.append(other);
        if (times % 10 === 0) await other.updateComplete;
        if (times % 20 === 0) await turn();
        other.remove();
        // Somebody still holds it and asks: who pays, how much.
        void [other.account, other.quote, other.tally];
      }
      await turn();
      await turn();
      expect(page.listeners(), 'listeners on window and document').to.deep.equal([]);
      expect([...subscribed.values()], 'subscribers of prices, journal, recovered').to.deep.equal([
        0, 0, 0,
      ]);
    } finally {
      page.restore();
      for (const [source, subscribe] of own) source.subscribe = subscribe;
    }
  });

  it('does not follow the page’s account when it is not in the page', async () => {
    const services = await insideOf(first.element).checkout.services();
    const { state } = services.account('bfl');
    const { subscribe } = state;
    let following = 0;
    state.subscribe = (listener) => {
      following += 1;
      const stop = subscribe(listener);
      return () => {
        following -= 1;
        stop();
      };
    };
    const { element } = await widget({ provider: 'bfl' });
    await insideOf(element).checkout.services();
    await element.updateComplete;
    expect(following).to.equal(1);
    element.remove();
    void element.account;
    element.requestUpdate();
    await element.updateComplete;
    expect(following).to.equal(0);
    state.subscribe = subscribe;
  });
});
