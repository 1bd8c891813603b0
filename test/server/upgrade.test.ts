import { expect } from 'chai';
import '../../src/define/user-pays-price.js';
import { renderPrice } from '../../src/server/index.js';

const request = { provider: 'sandbox', model: 'flux-2-pro', width: 2048, height: 1024, count: 3 };

/** A page as a server sent it, before its script runs. */
function page(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, 'text/html').body;
}

/** What of the element a reader sees outside its shadow. */
function showsInside(element: Element): boolean {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getClientRects().length > 0;
}

describe('a price that a server wrote', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows without script, and once when the element is there', async () => {
    const html = renderPrice(request);
    const plain = page(html.replaceAll('user-pays-price', 'user-pays-not-yet')).children[0]!;
    document.body.append(plain);
    expect(showsInside(plain)).to.equal(true);

    const element = page(html).children[0] as HTMLElementTagNameMap['user-pays-price'];
    const told = element.textContent;
    document.body.append(element);
    await element.updateComplete;
    expect(showsInside(element)).to.equal(false);
    const shown = [...element.shadowRoot!.querySelector('[part=price]')!.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent);
    expect(shown.join('')).to.equal(told);
    expect(element.shadowRoot!.querySelector('slot')).to.equal(null);
  });

  it('reads the same request from its attributes', async () => {
    const asked = {
      ...request,
      model: 'flux-2-flex',
      references: [
        { width: 800, height: 600 },
        { width: 512, height: 512 },
      ],
      options: { style: '<line> ’art’', 'a&b': 'c"d', n: 5, yes: true },
    };
    const element = page(renderPrice(asked))
      .children[0] as HTMLElementTagNameMap['user-pays-price'];
    document.body.append(element);
    await element.updateComplete;
    const { route: _, unitPrice: _price, ...read } = element.quote.request;
    expect(read).to.deep.equal({
      ...asked,
      options: { style: '<line> ’art’', 'a&b': 'c"d', n: '5', yes: 'true' },
    });
  });
});
