import { expect } from 'chai';
import type { Quote } from '../../src/pricing/quote-types.js';
import { ended, payingPage, type PayingPage } from '../support/paying.js';
import { widget, type WidgetDriver } from '../support/widget.js';

describe('the price on show', () => {
  let shown: WidgetDriver | undefined;
  let page: PayingPage | undefined;
  afterEach(() => {
    shown?.remove();
    page?.close();
    shown = page = undefined;
  });

  it('is of what the controls say, also in the moment before it is drawn', async () => {
    shown = await widget({ model: 'flux-2-pro' });
    expect(shown.element.quote?.total?.high).to.equal('0.03');
    shown.element.size = '2048x2048';
    expect(shown.element.quote?.total?.high).to.equal('0.075');
    await shown.element.updateComplete;
    expect(shown.element.quote?.total?.high).to.equal('0.075');
  });

  it('is told once for each change, when the button already says it', async () => {
    shown = await widget({ model: 'flux-2-pro' });
    const { element } = shown;
    const heard: (string | undefined)[][] = [];
    element.addEventListener('user-pays-quote', (event) => {
      const { quote } = (event as CustomEvent<{ quote: Quote }>).detail;
      heard.push([
        quote.total?.high,
        element.shadowRoot
          ?.querySelector('[part~="price-line"]')
          ?.textContent?.match(/\$([\d.]+)/)?.[1],
      ]);
    });
    element.size = '2048x2048';
    await element.updateComplete;
    element.prompt = 'other words cost the same';
    await element.updateComplete;
    expect(heard).to.deep.equal([['0.075', '0.075']]);
  });

  it('is the only one that is bought: real money is not spent on a size nobody saw the price of', async () => {
    page = payingPage();
    const { element } = await page.widget();
    element.unitPrice = '0.05';
    const bought = ended(element.generate());
    expect(element.generation).to.include({ name: 'confirming', why: 'changed' });
    element.cancel();
    expect(await bought).to.include({ code: 'aborted', charge: 'none' });
    expect(page.posts).to.have.length(0);
  });
});
