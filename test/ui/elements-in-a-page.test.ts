import { expect } from 'chai';
import '../../src/define/index.js';
import type { UserPaysCalculator } from '../../src/ui/elements/user-pays-calculator.js';
import type { UserPaysImage } from '../../src/ui/elements/user-pays-image.js';
import type { UserPaysPrice } from '../../src/ui/elements/user-pays-price.js';
import '../support/fresh-prices.js';
import { until } from '../support/until.js';

const content = {
  'user-pays-price': '[part=price]',
  'user-pays-image': '[part~=generate]',
  'user-pays-tally': '[part=panel] h2',
  'user-pays-calculator': '[part=offers] caption',
};
type Name = keyof typeof content;
const names = Object.keys(content) as Name[];
const panels = names.filter((name) => name !== 'user-pays-price');

function shown(element: Element): HTMLElement | null | undefined {
  const selector = content[element.localName as Name];
  return element.shadowRoot?.querySelector<HTMLElement>(selector);
}
function words(element: Element): string {
  return shown(element)?.textContent?.trim() ?? '';
}

describe('an element somewhere in a page', () => {
  let place: HTMLElement;
  beforeEach(() => {
    place = document.createElement('div');
    place.style.inlineSize = '900px';
    document.body.append(place);
  });
  afterEach(() => place.remove());

  async function put<T extends HTMLElement>(markup: string): Promise<T> {
    place.innerHTML = markup;
    const element = place.querySelector<T>(names.join())!;
    await until(() => shown(element));
    return element;
  }

  for (const name of panels)
    it(`${name} has a width where its surroundings take theirs from it, and never more than there is`, async () => {
      for (const around of [
        'display: inline-block',
        'display: flex',
        'display: grid; place-items: center',
        'float: left',
        'position: absolute',
        'inline-size: fit-content',
      ]) {
        const element = await put(`<div><${name} provider="sandbox"></${name}></div>`);
        const outside = element.parentElement!;
        outside.setAttribute('style', around);
        expect(element.offsetWidth, around).to.be.within(600, 900);
        place.style.inlineSize = '320px';
        expect(element.offsetWidth, `${around}, narrow`).to.be.within(280, 640);
        if (around.includes('flex')) expect(element.offsetWidth, around).to.equal(320);
        place.style.inlineSize = '900px';
      }
      const alone = await put(`<${name} provider="sandbox"></${name}>`);
      expect(alone.offsetWidth).to.equal(900);
    });

  for (const name of names)
    it(`${name} follows the language around it, there and back`, async () => {
      const element = await put(
        `<div lang="de"><${name} provider="sandbox" model="flux-2-pro"></${name}></div>`,
      );
      const around = element.parentElement!;
      await until(
        () => element.shadowRoot?.querySelector('[lang=de]') ?? /,030/.test(words(element)),
      );
      const german = words(element);
      around.lang = 'en';
      await until(() => words(element) !== german);
      const english = words(element);
      around.lang = 'fr';
      await until(() => ![german, english].includes(words(element)));
      around.lang = 'en';
      await until(() => words(element) === english);
      const page = document.documentElement.lang;
      around.removeAttribute('lang');
      document.documentElement.lang = 'de';
      try {
        await until(() => words(element) === german);
      } finally {
        document.documentElement.lang = page;
      }
    });

  for (const name of names)
    it(`${name} has its language as native elements do: empty at first, and reflected`, async () => {
      const element = await put(`<${name} provider="sandbox" model="flux-2-pro"></${name}>`);
      expect([element.lang, element.hasAttribute('lang')]).to.deep.equal(['', false]);
      element.lang = 'de';
      await until(() => element.matches(':lang(de)[lang=de]'));
      element.removeAttribute('lang');
      expect(element.lang).to.equal('');
    });

  it('a widget that is enabled by its property can be used', async () => {
    const widget = await put<UserPaysImage>(
      '<user-pays-image provider="sandbox" prompt="a boat" disabled></user-pays-image>',
    );
    const off = (): number => widget.shadowRoot!.querySelectorAll('fieldset:disabled').length;
    expect(off()).to.equal(2);
    widget.disabled = false;
    await widget.updateComplete;
    expect(off()).to.equal(0);
    expect(shown(widget)?.ariaDisabled).to.equal('false');
    widget.disabled = true;
    await widget.updateComplete;
    expect(off()).to.equal(2);
  });

  it('a price follows a form, and fields of it, that come and go', async () => {
    const price = await put<UserPaysPrice>(
      '<user-pays-price provider="bfl" model="flux-2-pro" for="late" lang="en"></user-pays-price>',
    );
    expect(words(price)).to.match(/^\$0\.030/);
    price.insertAdjacentHTML('afterend', '<form id="late"><input name="count" value="2"></form>');
    await until(() => /^\$0\.060/.test(words(price)));
    const form = price.nextElementSibling!;
    form.insertAdjacentHTML('beforeend', '<input name="size" value="2048x2048">');
    await until(() => /^\$0\.150/.test(words(price)));
    form.firstElementChild?.remove();
    await until(() => /^\$0\.075/.test(words(price)));
    form.remove();
    await until(() => /^\$0\.030/.test(words(price)));
  });

  it('a number is no reference, and gives no price', async () => {
    const price = await put<UserPaysPrice>(
      '<user-pays-price provider="bfl" model="flux-2-pro" references="1024" lang="en"></user-pays-price>',
    );
    expect(price.quote.total?.high).to.equal('0.045');
    price.references = '2';
    await price.updateComplete;
    expect(price.quote.problem?.code).to.equal('invalid-reference');
    expect(words(price)).to.match(/^price unknown/);
  });

  it('a calculator without its size is back at the usual one', async () => {
    const calculator = await put<UserPaysCalculator>(
      '<user-pays-calculator size="512x512" lang="en"></user-pays-calculator>',
    );
    const sizes = (): unknown => calculator.quotes[0]?.request.width;
    expect(sizes()).to.equal(512);
    calculator.removeAttribute('size');
    await calculator.updateComplete;
    expect(sizes()).to.equal(1024);
  });

  it('a size that is none is drawn as a dot, without a word from the browser', async () => {
    const widget = await put<UserPaysImage>(
      '<user-pays-image provider="sandbox" size="abc" lang="en"></user-pays-image>',
    );
    const drawn = widget.shadowRoot!.querySelector<SVGPathElement>('[part~="shape"] path')!;
    const { x, y, width, height } = drawn.getBBox();
    expect([x, y, width, height]).to.deep.equal([10, 10, 4, 4]);
  });

  it('a key is kept in memory unless the reader says otherwise', async () => {
    const widget = await put<UserPaysImage>(
      '<user-pays-image provider="together" lang="en"></user-pays-image>',
    );
    const key = 'canary-key-of-nobody-123456';
    expect(await widget.setKey(key)).to.include({ status: 'signed-in' });
    for (const store of [localStorage, sessionStorage])
      expect(JSON.stringify(Object.entries(store))).not.to.contain(key);
    widget.signOut();
  });
});
