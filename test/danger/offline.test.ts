import { expect } from 'chai';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { ended } from '../support/paying.js';
import { scriptedFetch } from '../contract/scripted-fetch.js';
import { readerActs } from '../support/reader-acts.js';
import { until } from '../support/until.js';
import { widget, type WidgetDriver } from '../support/widget.js';

const inPuter = { provider: 'puter', model: 'flux-2-pro' };

describe('a reader without a network', () => {
  const opened: unknown[] = [];
  const open = window.open;
  let net: ReturnType<typeof scriptedFetch>;
  let shown: WidgetDriver;

  let stopActing: () => void;
  beforeEach(() => {
    opened.length = 0;
    net = scriptedFetch(() => 'breaks');
    window.open = (...given) => {
      opened.push(given);
      return null;
    };
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    stopActing = readerActs();
  });
  afterEach(() => {
    shown.remove();
    window.open = open;
    net.restore();
    Reflect.deleteProperty(navigator, 'onLine');
    stopActing();
  });

  async function offline(attributes: Record<string, string>): Promise<void> {
    shown = await widget(attributes, { prompt: 'a fox' });
    shown.element.dispatchEvent(new PointerEvent('pointerenter'));
    await until(() => insideOf(shown.element).parts.here.deferred && shown.part('offline'));
    await until(() => insideOf(shown.element).checkout.page);
  }

  it('is told so; the button is off for whoever can’t see it, sends nothing and opens nothing', async () => {
    await offline(inPuter);
    expect(shown.button.ariaDisabled).to.equal('true');
    const before = net.sent.length;
    await shown.press();
    shown.prompt.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
    await shown.element.updateComplete;
    expect(shown.element.generation.name).to.equal('quoted');
    expect(shown.text('offline')).to.match(/^You are offline\. Nothing can be sent/);
    expect(shown.part('error')).to.equal(null);
    expect([opened.length, net.sent.length - before]).to.deep.equal([0, 0]);
  });

  it('buys nothing by a page’s script either, and the page is told why', async () => {
    await offline(inPuter);
    expect(await ended(shown.element.generate())).to.deep.include({
      code: 'provider-failed',
      stage: 'guard',
      charge: 'none',
      facts: { detail: 'offline' },
    });
    expect([opened.length, shown.element.generation.name]).to.deep.equal([0, 'quoted']);
  });

  it('is not held up where a server of their own makes the picture, or nothing is sent', async () => {
    shown = await widget({ provider: 'sandbox' }, { prompt: 'a fox' });
    expect(shown.button.ariaDisabled).to.equal('false');
    shown.remove();
    const own = { 'unit-price': '0.03', model: 'default', endpoint: 'http://127.0.0.1:9' };
    shown = await widget({ provider: 'openai-compatible', ...own }, { prompt: 'a fox' });
    expect(shown.button.ariaDisabled).to.equal('false');
  });

  it('can press again once the network is back', async () => {
    await offline(inPuter);
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
    await until(() => shown.button.ariaDisabled === 'false');
    expect(shown.part('offline')).to.equal(null);
  });
});
