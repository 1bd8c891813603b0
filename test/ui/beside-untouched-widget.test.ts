import { expect } from 'chai';
import '../../src/define/user-pays-calculator.js';
import '../../src/define/user-pays-image.js';
import '../../src/define/user-pays-price.js';
import { pagePriceBook } from '../../src/generation/page-price-book.js';
import { offersOf } from '../../src/ui/elements/user-pays-calculator/comparison.js';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { firstPrices } from '../../src/pricing/catalogue/first-prices.js';
import { until } from '../support/until.js';

describe('beside a widget that nobody has touched', () => {
  const placed: Element[] = [];
  const put = <Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    attributes: Record<string, string>,
  ): HTMLElementTagNameMap[Name] => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    document.body.append(element);
    placed.push(element);
    return element;
  };

  before(async () => {
    const widget = put('user-pays-image', { provider: 'bfl', model: 'flux-2-pro' });
    await widget.updateComplete;
    expect(pagePriceBook()?.get()).to.equal(firstPrices);
  });
  after(() => {
    for (const element of placed) element.remove();
  });

  for (const [provider, model] of [
    ['puter', 'flux-2-max'],
    ['puter', 'replicate:google/nano-banana-2'],
    ['together', 'flux-2-pro'],
  ] as const) {
    it(`a price in the text is that of ${model} at ${provider}`, async () => {
      const price = put('user-pays-price', { provider, model });
      await price.updateComplete;
      expect(price.quote.problem).to.equal(undefined);
      expect(price.quote.total).not.to.equal(undefined);
      expect(price.count).to.equal(1);
    });
  }

  it('a calculator compares all that is offered', async () => {
    const calculator = put('user-pays-calculator', {});
    await until(() => calculator.shadowRoot?.querySelector('[part=panel]') !== null);
    await calculator.updateComplete;
    const menus = [...(calculator.shadowRoot?.querySelectorAll('select') ?? [])];
    const offered = menus.flatMap(({ options }) => [...options].map(({ value }) => value));
    for (const { provider, model } of offersOf(catalogue))
      expect(offered).to.include.members([provider, model]);
  });
});
