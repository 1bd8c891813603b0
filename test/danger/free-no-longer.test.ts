import { expect } from 'chai';
import '../../src/define/user-pays-calculator.js';
import '../../src/define/user-pays-price.js';
import { pageServices } from '../../src/generation/page-services.js';
import { rememberCharge } from '../../src/generation/remember-charge.js';
import { readsLists } from '../../src/pricing/reads-lists.js';
import { quote } from '../../src/pricing/quote.js';
import type { PriceList } from '../../src/pricing/price-list-types.js';
import { freshCatalogue } from '../support/fresh-prices.js';
import { until } from '../support/until.js';
import { widget } from '../support/widget.js';

const asked = { provider: 'bfl', model: 'flux-2-max', width: 1024, height: 1024 };

/** A list that says that BFL's dearest model is free. */
const prices: PriceList = {
  ...freshCatalogue,
  offers: freshCatalogue.offers.map((offer) =>
    offer.provider === asked.provider && offer.model === asked.model
      ? {
          ...offer,
          prices: offer.prices.map(({ source }) => ({
            rule: { kind: 'image' as const, each: '0' },
            source,
            says: 'free of charge',
            free: true as const,
          })),
        }
      : offer,
  ),
};

function placed(tag: string): HTMLElement {
  const element = document.createElement(tag);
  const about = { lang: 'en', provider: asked.provider, model: asked.model };
  for (const [name, value] of Object.entries(about)) element.setAttribute(name, value);
  if (tag === 'user-pays-calculator') {
    element.setAttribute('providers', asked.provider);
    element.setAttribute('models', asked.model);
  }
  document.body.append(element);
  return element;
}
function textOf(element: HTMLElement): string {
  const root = element.shadowRoot;
  const styles = root ? [...root.querySelectorAll('style')].map((one) => one.textContent) : [];
  return styles.reduce((text, one) => text.replace(one, ''), root?.textContent ?? '');
}

describe('a model that was listed as free, after its provider charged', () => {
  before(readsLists);
  afterEach(() => pageServices().prices.set(freshCatalogue));

  it('is free on no button, in no sentence, and in no comparison', async () => {
    pageServices().prices.set(prices);
    const { store, observed, clock } = pageServices();
    const free = { ...asked, size: '1024x1024' };
    const shown = await widget({ provider: free.provider, model: free.model }, { prompt: 'a fox' });
    expect(shown.text('generate')).to.contain('free');
    expect(quote(asked, { prices, observed })).to.include({ free: true });
    rememberCharge(store, quote({ ...asked, count: 1 }, { prices }), '0.07', clock.now());
    pageServices().prices.set({ ...prices });
    const inline = placed('user-pays-price');
    const calculator = placed('user-pays-calculator');
    await until(() => shown.text('generate').includes('0.07'));
    await until(() => textOf(inline).includes('0.07'));
    await until(() => textOf(calculator).includes('0.07'));
    for (const text of [shown.text('panel') || shown.text('generate'), textOf(inline)])
      expect(text.replace(/a free .*? account/gi, '')).not.to.match(/\bfree\b/i);
    // Further below it cites what the list says, in its words.
    const cells = [...(calculator.shadowRoot?.querySelectorAll('.price, output') ?? [])];
    expect(cells.map((cell) => cell.textContent).join())
      .to.contain('0.07')
      .and.not.match(/\bfree\b/i);
    expect(shown.element.quote).not.to.have.property('free');
    shown.element.dispatchEvent(new PointerEvent('pointerenter'));
    for (const size of ['512x512', '2048x2048']) {
      shown.element.size = size;
      await until(() => shown.text('generate').includes('~$0.070'));
      expect(shown.text('generate'), size).not.to.match(/\bfree\b/i);
    }
    for (const element of [inline, calculator]) element.remove();
    shown.remove();
    for (const key of store.keys()) if (key.includes('/charged/')) store.remove(key);
  });
});
