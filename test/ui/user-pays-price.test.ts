import { expect } from 'chai';
import '../../src/define/user-pays-price.js';
import type { Quote } from '../../src/pricing/quote-types.js';
import type { UserPaysPrice } from '../../src/ui/elements/user-pays-price.js';
import { violations } from '../support/axe.js';
import '../support/fresh-prices.js';
import { sampleList } from '../pricing/sample-list.js';
import { holdTimers } from '../support/held-timers.js';
import { until } from '../support/until.js';

const placed: Element[] = [];

function put<T extends Element>(element: T): T {
  placed.push(element);
  document.body.append(element);
  return element;
}

async function price(attributes: Record<string, string> = {}): Promise<UserPaysPrice> {
  const element = document.createElement('user-pays-price');
  for (const [name, value] of Object.entries({
    provider: 'bfl',
    model: 'flux-2-pro',
    lang: 'en',
    at: '2026-10-01',
    ...attributes,
  }))
    element.setAttribute(name, value);
  put(element);
  await element.updateComplete;
  return element;
}

function button(element: UserPaysPrice): HTMLButtonElement {
  return element.shadowRoot?.querySelector('button') as HTMLButtonElement;
}
function slip(element: UserPaysPrice): HTMLElement {
  return element.shadowRoot?.querySelector('[part="receipt"]') as HTMLElement;
}
function words(node: Node | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
function shown(element: UserPaysPrice): string {
  return (
    words(button(element).firstChild?.nextSibling ?? null) ||
    words(button(element)).split(',')[0] ||
    ''
  );
}
function status(element: UserPaysPrice): string {
  return words(element.shadowRoot?.querySelector('output'));
}
function turned(element: Element, type: string): Promise<Event> {
  return new Promise((resolve) => element.addEventListener(type, resolve, { once: true }));
}

function expectUsualRequest({ quote: made }: UserPaysPrice): void {
  expect(made.request).to.deep.include({ provider: 'puter', width: 1024, height: 1024, count: 1 });
  expect(made.total).not.to.equal(undefined);
}

describe('a reader meets a price in an article', () => {
  afterEach(() => {
    for (const element of placed.splice(0)) element.remove();
  });

  it('sees exactly what this request costs, and what it costs after the attributes changed, before the next frame', async () => {
    const element = await price();
    expect(shown(element)).to.equal('$0.030');
    element.size = '2048x2048';
    element.count = 2;
    await Promise.resolve();
    await element.updateComplete;
    expect(shown(element)).to.equal('$0.150');
    expect(element.quote.total).to.deep.equal({ low: '0.15', high: '0.15' });
  });

  it('is free where the list says so, and on which day it was where the list is old', async () => {
    const model = '@cf/bytedance/stable-diffusion-xl-lightning';
    const element = await price({ provider: 'puter', model });
    await until(() => shown(element) === 'free');
    element.at = '2031-01-01';
    await element.updateComplete;
    expect(words(button(element))).to.match(/^free as of [A-Z][a-z]+ \d/);
  });

  it('reads the quote of the attributes as they are now, also before they are drawn', async () => {
    const element = await price();
    element.setAttribute('size', '2048x2048');
    expect(element.quote.total?.high).to.equal('0.075');
  });

  it('goes by the page’s own list once it was looked through, and says why where it has a mistake in it', async () => {
    const element = await price();
    const own = sampleList();
    const warned: unknown[] = [];
    const { warn } = console;
    console.warn = (text: unknown) => warned.push(text);
    const by = async (prices: unknown): Promise<unknown[]> => {
      Object.assign(element, { prices });
      await element.updateComplete;
      return [shown(element), element.quote.problem?.text];
    };
    try {
      element.removeAttribute('at');
      expect(await by(own)).to.deep.equal(['$0.020', undefined]);
      const rule = { kind: 'image', each: '0.1', from: '0.9' };
      const downward = own.offers.map((offer) => ({
        ...offer,
        prices: offer.prices.map((each) => ({ ...each, rule })),
      }));
      const meter = { ...own.sources['meter'], readOn: '2031-01-01' };
      const yetToCome = { ...own, sources: { ...own.sources, meter } };
      for (const odd of [
        { ...own, offers: downward },
        { ...own, version: 2 },
        {},
        [],
        'x',
        7,
        yetToCome,
      ]) {
        const [text, why] = await by(odd);
        expect(text, JSON.stringify(odd)).to.equal('price unknown');
        expect(why).to.match(/^The price list can’t be read: ./);
        expect(warned.at(-1)).to.equal(`user-pays-image: <user-pays-price>: ${String(why)}`);
        // Without a model the list is asked for one.
        element.model = '';
        expect(element.quote.total).to.equal(undefined);
        element.model = 'flux-2-pro';
      }
      expect(await by(undefined)).to.deep.equal(['$0.030', undefined]);
    } finally {
      console.warn = warn;
    }
  });

  it('shows no price of a list that nobody has looked through yet', () => {
    const prices = { ...sampleList(), version: 2 };
    const early = document.createElement('user-pays-price');
    put(Object.assign(early, { provider: 'bfl', model: 'flux-2-pro', prices }));
    expect(early.quote).to.deep.include({ total: undefined, exactness: 'unknown' });
  });

  it('gets the same price whether properties were set before the element knew what it is or after', async () => {
    const early = document.createElement('div');
    const plain = Object.assign(document.createElement('user-pays-price'), {
      provider: 'bfl',
      model: 'flux-2-pro',
      size: '2048x2048',
      lang: 'en',
    });
    early.append(plain);
    put(early);
    await plain.updateComplete;
    expect(plain.quote.total?.high).to.equal(
      (await price({ size: '2048x2048' })).quote.total?.high,
    );
  });

  it('sees the usual request again when an attribute is taken away', async () => {
    const element = await price({ size: '2048x2048', references: '1024x1024', count: '3' });
    for (const name of [
      'size',
      'references',
      'count',
      'model',
      'provider',
      'at',
      'for',
      'route',
      'unit-price',
      'lang',
    ])
      element.removeAttribute(name);
    await element.updateComplete;
    expectUsualRequest(element);
  });

  it('sees the usual request where a template left attributes empty', async () => {
    const element = await price({ provider: '', model: '', size: '', count: '', references: '' });
    expectUsualRequest(element);
  });

  it('sees the price of a count that a framework set as text', async () => {
    const element = await price();
    Object.assign(element, { count: '3' });
    expect(element.quote.total?.high).to.equal('0.09');
  });

  it('sees the price of a provider written in capitals', async () => {
    const element = await price({ provider: ' BFL ' });
    expect(element.quote.total?.high).to.equal('0.03');
    const any = await price({ provider: 'Bfl', model: '' });
    expect(any.quote.request).to.include({ provider: 'bfl' });
    expect(any.quote.total).not.to.equal(undefined);
  });

  it('sees a range as a range and an unknown price in words, never as nothing', async () => {
    const element = await price({ references: '1024x1024' });
    if (element.quote.exactness === 'range') expect(shown(element)).to.match(/^~\$/);
    const unknown = await price({ model: 'flux-2-dev' });
    expect(shown(unknown)).to.equal('price unknown');
    expect(words(unknown.shadowRoot)).not.to.contain('$0');
  });

  it('is told where the copy a price was read in bears no date', async () => {
    const sentences = {
      en: /fal model page, undated copy, \w+ \d+, \d{4} at the earliest/,
      de: /undatierte Kopie, frühestens/,
    };
    for (const [lang, said] of Object.entries(sentences)) {
      const element = await price({ provider: 'fal', model: 'flux-2-max', lang });
      button(element).click();
      await element.updateComplete;
      expect(words(slip(element)), lang).to.match(said);
      element.remove();
    }
  });

  it('is told that sandbox money is simulated', async () => {
    expect(shown(await price({ provider: 'sandbox' }))).to.equal('$0.030 simulated');
  });

  for (const [bad, attributes] of Object.entries({
    'a size with a unit': { size: '1024px' },
    'no pixels': { size: '0x0' },
    'a billion pixels': { size: '99999x99999' },
    'no number of pictures': { count: 'many' },
    'a negative count': { count: '-1' },
    'an unknown model': { model: 'flux-99' },
    'an unknown provider': { provider: 'nobody' },
    'a reference that is no size': { references: 'cat.png' },
    'a language that is none': { lang: '??', size: '1x' },
  })) {
    it(`shows no price and does not fail for ${bad}`, async () => {
      const warn = console.warn;
      const warned: unknown[] = [];
      console.warn = (...said: unknown[]) => void warned.push(said);
      try {
        const element = await price(attributes);
        expect(element.quote.total).to.equal(undefined);
        expect(shown(element)).to.equal('price unknown');
        await price(attributes);
        // Other tests may have made the same mistake before; it is told once per page.
        expect(warned.length).to.be.at.most(1);
      } finally {
        console.warn = warn;
      }
    });
  }

  it('opens the receipt: rows that add up, the source with its address and date, what others say', async () => {
    const element = await price({ size: '2048x2048' });
    const opened = turned(slip(element), 'toggle');
    button(element).click();
    await opened;
    await element.updateComplete;
    expect(button(element).getAttribute('aria-expanded')).to.equal('true');
    const cells = [...slip(element).querySelectorAll('tr')].map((row) =>
      [...row.children].map(words),
    );
    expect(cells).to.deep.equal([
      ['First megapixel', '1 × $0.030', '$0.030'],
      ['Further megapixels', '3 × $0.015', '$0.045'],
      ['Total', '$0.075'],
    ]);
    const source = slip(element).querySelector('a');
    expect(source?.ariaLabel).to.equal(`${source?.textContent} (opens a new tab)`);
    expect(source?.href).to.match(/^https:\/\/github\.com\/black-forest-labs\/skills\//);
    expect(words(slip(element)))
      .to.match(/read \w+ \d+, 2026/)
      .and.to.contain('gives $0.120: Counts every megapixel at the price of the first');
  });

  it('reads it in the language of the page, numbers, dates and remarks included; names of sources are marked as English', async () => {
    const element = await price({ size: '2048x2048', lang: 'de' });
    button(element).click();
    await turned(slip(element), 'toggle');
    await element.updateComplete;
    expect(words(button(element))).to.match(/^0,075\s\$, Wie dieser Preis entsteht$/);
    expect(
      [...slip(element).querySelectorAll('tr')].map((row) => words(row.firstElementChild)),
    ).to.deep.equal(['Erstes Megapixel', 'Weitere Megapixel', 'Summe']);
    expect(words(slip(element))).to.match(/gelesen am \d+\.\d+\.2026/);
    await until(() => words(slip(element)).includes('Zählt jedes Megapixel zum Preis des ersten'));
    const english = [...slip(element).querySelectorAll('[lang=en]')].map(words);
    expect(english).to.include('BFL price formula');
    expect(english.join()).not.to.contain('Counts every megapixel');
  });

  it('reads its advice, and why there is no price, in the language of the page', async () => {
    const element = await price({ lang: 'de', at: '2099-01-01' });
    button(element).click();
    await turned(slip(element), 'toggle');
    await until(() => words(slip(element)).includes('er kann sich geändert haben'));
    const hints = slip(element).querySelector('[part=hints]');
    expect(words(hints)).to.match(/^Wir haben diesen Preis vor \d+ Tagen gelesen/);
    expect([...(hints?.querySelectorAll('[lang=en]') ?? [])]).to.deep.equal([]);
    element.model = 'flux-1-schnell';
    await element.updateComplete;
    const problem = slip(element).querySelector('p');
    expect(words(problem)).to.equal('Dieses Modell gibt es hier nicht.');
    expect(problem?.querySelector('[lang=en]')).to.equal(null);
    element.lang = 'en';
    await element.updateComplete;
    expect(words(slip(element).querySelector('p'))).to.equal(
      `${element.quote.problem?.text ?? ''}.`,
    );
  });

  it('reads why there is no price, and no sums of others for a request nobody can make', async () => {
    const element = await price({ size: '1600000x16' });
    button(element).click();
    await turned(slip(element), 'toggle');
    await element.updateComplete;
    expect(shown(element)).to.equal('price unknown');
    expect(words(slip(element))).not.to.equal('');
    expect(words(slip(element))).not.to.match(/\$\s?\d|gives/);
  });

  it('reads what others say where there is no price here: nobody asks BFL for FLUX.2 dev, whatever a page calls free', async () => {
    const element = await price({ model: 'flux-2-dev' });
    button(element).click();
    await turned(slip(element), 'toggle');
    await element.updateComplete;
    expect(shown(element)).to.equal('price unknown');
    expect(words(slip(element))).to.contain(
      'BFL price list, January gives “Free | Free”: Free to run oneself; BFL makes no picture with it',
    );
  });

  it('reads amounts from right to left in one piece each, and who says so in one line', async () => {
    const element = await price({ lang: 'ar' });
    expect(button(element).textContent).to.match(/^\u2066[^\u2069]*\u2069/);
    button(element).click();
    await turned(slip(element), 'toggle');
    await element.updateComplete;
    for (const cell of slip(element).querySelectorAll('td:last-child'))
      expect(words(cell)).to.match(/^\u2066[^\u2069]*\u2069$/);
    const lines = [...slip(element).querySelectorAll('p')].filter((line) =>
      line.querySelector('[part=source]'),
    );
    expect(lines.length).to.equal(1);
    expect(new Set([...(lines[0]?.querySelectorAll('a') ?? [])].map(words)).size).to.be.greaterThan(
      1,
    );
  });

  it('stands in a sentence: no space before the comma that follows', async () => {
    const element = await price();
    const around = [...(element.shadowRoot?.childNodes ?? [])].filter(
      (node) => node instanceof Text && node.data !== '',
    );
    expect(around).to.deep.equal([]);
    expect(button(element).textContent).to.equal(button(element).textContent.trim());
  });

  it('has nothing of the receipt in the way until it is opened', async () => {
    const element = await price();
    expect(words(slip(element))).to.equal('');
    expect(slip(element).checkVisibility()).to.equal(false);
    expect(button(element).getAttribute('aria-expanded')).to.equal('false');
  });

  it('is back at the price when the receipt is put away from within', async () => {
    const element = await price();
    button(element).focus();
    button(element).click();
    await turned(slip(element), 'toggle');
    await element.updateComplete;
    slip(element).querySelector('a')?.focus();
    expect(element.shadowRoot?.activeElement?.tagName).to.equal('A');
    const closed = turned(slip(element), 'toggle');
    slip(element).hidePopover();
    await closed;
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).to.equal(button(element));
    expect(button(element).getAttribute('aria-expanded')).to.equal('false');
    expect(words(slip(element))).to.equal('');
  });

  it('sees the whole receipt also when the price stands at the edge of the screen', async () => {
    for (const side of ['left', 'right']) {
      const element = await price({ size: '2048x2048' });
      Object.assign(element.style, { position: 'fixed', [side]: '0', bottom: '0' });
      button(element).click();
      await turned(slip(element), 'toggle');
      await element.updateComplete;
      const box = slip(element).getBoundingClientRect();
      expect(getComputedStyle(slip(element)).visibility).to.equal('visible');
      expect([
        box.left >= 0,
        box.top >= 0,
        box.right <= innerWidth,
        box.bottom <= innerHeight,
        box.width > 200,
      ]).to.deep.equal([true, true, true, true, true]);
      element.remove();
    }
  });

  it('keeps the receipt up to date while it is open, and on the screen', async () => {
    const element = await price();
    button(element).click();
    await turned(slip(element), 'toggle');
    await element.updateComplete;
    element.size = '2048x2048';
    await element.updateComplete;
    expect(words(slip(element).querySelector('tfoot'))).to.contain('$0.075');
    const box = slip(element).getBoundingClientRect();
    expect(box.left).to.be.at.least(0);
    expect(box.right).to.be.at.most(innerWidth);
    expect(box.bottom).to.be.at.most(innerHeight);
    expect(box.width).to.be.above(100);
  });

  it('hears of a new price once, and of nothing that shows the same', async () => {
    const heard: Quote[] = [];
    const holder = put(document.createElement('p'));
    holder.addEventListener(
      'user-pays-quote',
      (event) => void heard.push((event as CustomEvent<{ quote: Quote }>).detail.quote),
    );
    const element = await price();
    holder.append(element);
    element.size = '2048x2048';
    await element.updateComplete;
    element.size = '2048X2048';
    await element.updateComplete;
    expect(heard.map(({ total }) => total?.high)).to.deep.equal(['0.075']);
  });

  it('passes an accessibility check, closed and open', async () => {
    const element = await price({ size: '2048x2048' });
    expect(await violations(element)).to.deep.equal([]);
    button(element).click();
    await turned(slip(element), 'toggle');
    await element.updateComplete;
    expect(await violations(element)).to.deep.equal([]);
  });
});

describe('a price follows a form', () => {
  afterEach(() => {
    for (const element of placed.splice(0)) element.remove();
  });

  const form = (inner: string): HTMLFormElement => {
    const made = document.createRange().createContextualFragment(`<form id="order">${inner}</form>`)
      .firstElementChild as HTMLFormElement;
    return put(made);
  };
  const fill = async (
    element: UserPaysPrice,
    field: HTMLInputElement | HTMLSelectElement | null,
    value: string,
    type = 'input',
  ): Promise<void> => {
    if (field) field.value = value;
    field?.dispatchEvent(new Event(type, { bubbles: true }));
    await element.updateComplete;
  };

  it('takes model, size and count from the fields, and the rest from its attributes', async () => {
    const fields = form(
      '<select name="model"><option>flux-2-pro<option>flux-2-max</select><input name="width" value="1024"><input name="height" value="1024"><input name="count" value="1">',
    );
    const element = await price({ for: 'order' });
    expect(shown(element)).to.equal('$0.030');
    await fill(element, fields.querySelector('select'), 'flux-2-max', 'change');
    expect(shown(element)).to.equal('$0.070');
    await fill(element, fields.querySelector('[name=count]'), '4');
    expect(shown(element)).to.equal('$0.280');
    await fill(element, fields.querySelector('[name=width]'), '2048');
    expect(shown(element)).to.equal('$0.400');
  });

  it('follows a form that comes later, and goes back when the form is reset', async () => {
    const element = await price({ for: 'order' });
    expect(shown(element)).to.equal('$0.030');
    const fields = form('<input name="size" value="1024x1024">');
    await fill(element, fields.querySelector('input'), '2048x2048');
    expect(shown(element)).to.equal('$0.075');
    fields.reset();
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
    expect(shown(element)).to.equal('$0.030');
  });

  it('shows no price for a field that makes no sense, instead of the last one that did', async () => {
    const fields = form('<input name="size" value="1024x1024">');
    const element = await price({ for: 'order' });
    await fill(element, fields.querySelector('input'), '1024 by 1024');
    expect(shown(element)).to.equal('price unknown');
  });

  it('does not listen to other forms', async () => {
    const element = await price({ for: 'order' });
    const other = put(document.createElement('form'));
    const field = Object.assign(document.createElement('input'), { name: 'size' });
    other.append(field);
    await fill(element, field, '2048x2048');
    expect(shown(element)).to.equal('$0.030');
  });
});

describe('a price is spoken', () => {
  let clock: ReturnType<typeof holdTimers>;
  beforeEach(() => {
    clock = holdTimers();
  });
  afterEach(() => {
    clock.release();
    for (const element of placed.splice(0)) element.remove();
  });

  it('not at load, also where its words come a little later', async () => {
    const element = await price({ lang: 'de', model: 'flux-2-dev' });
    while (shown(element) !== 'Preis unbekannt') {
      await new Promise(requestAnimationFrame);
      await element.updateComplete;
    }
    clock.pass(5000);
    await element.updateComplete;
    expect(status(element)).to.equal('');
  });

  it('only once it has come to rest, only when it reads differently, and not at load', async () => {
    // Other languages' words come with it; until it is there nothing is at rest.
    await import('../../src/ui/elements/user-pays-price/receipt.js');
    const element = await price();
    await new Promise(requestAnimationFrame);
    clock.pass(5000);
    await element.updateComplete;
    expect(status(element)).to.equal('');
    element.size = '2048x2048';
    await element.updateComplete;
    clock.pass(500);
    element.count = 2;
    await element.updateComplete;
    clock.pass(799);
    await element.updateComplete;
    expect(status(element)).to.equal('');
    clock.pass(1);
    await element.updateComplete;
    expect(status(element)).to.equal('$0.150');
    element.size = '2032x2048';
    await element.updateComplete;
    clock.pass(5000);
    await element.updateComplete;
    expect(status(element)).to.equal('$0.150');
  });
});
