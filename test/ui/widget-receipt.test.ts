import { expect } from 'chai';
import { render } from 'lit';
import { sum, times, toText, usd } from '../../src/pricing/money.js';
import { receipt as priceReceipt } from '../../src/ui/elements/user-pays-price/receipt.js';
import { receiptView } from '../../src/ui/elements/widget/deferred/receipt.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { payingPage } from '../support/paying.js';
import { until } from '../support/until.js';
import { folded, scene, type Scene, type SceneName } from './widget-scene.js';
import '../support/fresh-prices.js';

function dollars(text: string): string {
  return text.replace(/[^0-9.]/g, '');
}

describe('the price of a server of somebody’s own', () => {
  it('is the page’s, without a date nobody read, and no key is named before there is one', async () => {
    const page = payingPage();
    const driver = await page.widget({ 'unit-price': '0.20' });
    expect(driver.text('price-line')).to.match(/the page’s price list Why/);
    driver.element.dispatchEvent(new PointerEvent('pointerenter'));
    await until(() => driver.part('receipt'));
    driver.part<HTMLElement>('price-line')?.click();
    await until(() => !driver.part<HTMLElement>('receipt')?.hidden);
    expect(driver.text('receipt')).to.match(/Source: the page’s price list$/);
    const text = folded(driver.part('panel'));
    expect(text).to.contain('Made by 127.0.0.1:9.');
    expect(text).not.to.match(/[Kk]ey|unofficial|Jun/);
    page.close();
  });
});

describe('the receipt of a price', () => {
  let shown: Scene;
  afterEach(() => shown.element.remove());

  const rows = (part: string): string[][] =>
    [...shown.one(part).querySelectorAll('tr')].map((row) => [...row.cells].map(folded));

  for (const name of [
    'receipt',
    'cliff',
    'exact',
    'range',
    'over-balance',
    'references',
    'drafts',
    'german',
  ] as SceneName[]) {
    it(`${name}: every row multiplies, and all rows add up to the sum, which is the price to the last digit`, async () => {
      shown = await scene(name);
      shown.element.lang = 'en';
      await shown.element.updateComplete;
      const table = rows('breakdown');
      const lines = table.slice(0, -1);
      for (const [, each = '', amount = ''] of lines) {
        const [quantity = '', price = ''] = each.split(' × ');
        expect(toText(times(usd(dollars(price)), dollars(quantity)))).to.equal(
          toText(usd(dollars(amount))),
        );
      }
      const total = toText(sum(lines.map(([, , amount = '']) => usd(dollars(amount)))));
      expect(total).to.equal(toText(usd(dollars(table.at(-1)?.[2] ?? ''))));
      expect(total).to.equal(toText(usd(shown.element.quote?.total?.high ?? '')));
      expect(new Set(lines.map(([, , amount = '']) => amount.split('.')[1]?.length)).size).to.equal(
        1,
      );
    });
  }

  it('says what others make of a request without a price, and not of a size that can’t be made', async () => {
    shown = await scene('receipt');
    shown.element.size = '1000x700';
    await shown.element.updateComplete;
    expect(shown.element.quote?.problem?.code).to.equal('off-grid');
    expect(shown.element.quote?.conflicts).not.to.deep.equal([]);
    expect(shown.element.shadowRoot?.querySelector('[part~="receipt"]')).to.equal(null);
    Object.assign(shown.element, { provider: 'puter', route: 'together', size: '1024x1024' });
    await shown.element.updateComplete;
    expect(shown.element.quote?.problem?.code).to.equal('not-hosted');
    expect(shown.one('receipt').hidden).to.equal(false);
    expect(shown.text('receipt')).to.match(/ gives \$\d/);
  });

  it('says where the copy its price was read in bears no date', async () => {
    shown = await scene('receipt');
    Object.assign(shown.element, {
      provider: 'fal',
      model: 'flux-2-max',
      prices: 'bundled',
      size: '1024x1024',
      references: [],
    });
    await shown.element.updateComplete;
    expect(shown.element.quote?.sources[0]).to.include({ undated: true });
    expect(shown.text('receipt')).to.match(/Source: .+, undated copy, .+ at the earliest/);
  });

  it('opens and closes from a button that says so, and stays open while the price changes', async () => {
    shown = await scene('exact');
    const line = shown.one('price-line');
    expect(line.localName).to.equal('button');
    expect(line.getAttribute('aria-expanded')).to.equal('false');
    expect(shown.one('receipt').getClientRects().length).to.equal(0);
    line.click();
    await shown.element.updateComplete;
    expect(line.getAttribute('aria-expanded')).to.equal('true');
    expect(shown.one('receipt').getClientRects().length).to.equal(1);
    shown.element.count = 2;
    await shown.element.updateComplete;
    expect(rows('breakdown').at(-1)).to.deep.equal(['You pay · 2 pictures', '', '$0.060']);
    expect(shown.one('receipt').getClientRects().length).to.equal(1);
  });

  it('names its source with a date and what others make of the same request, never opening anything of theirs with our address', async () => {
    shown = await scene('receipt');
    expect(shown.text('receipt')).to.match(/Source: .+, read /);
    expect(shown.text('receipt')).to.contain('gives $0.720');
    const links = [...shown.one('receipt').querySelectorAll('a')];
    expect(links.length).to.be.greaterThan(0);
    for (const link of links) {
      expect(link.protocol).to.equal('https:');
      expect(link.rel).to.equal('noopener noreferrer');
    }
  });

  it('is no surer of its total than the button is of its price', async () => {
    shown = await scene('receipt');
    const { element } = shown;
    const { actions } = insideOf(element);
    const model = insideOf(element).model('en');
    const total = { low: '0.03', high: '0.03' };
    for (const [sure, said] of [
      [{ exactness: 'exact' }, '$0.030'],
      [{ exactness: 'range' }, '~$0.030'],
      [{ exactness: 'range', asOf: '2026-02-03' }, '≈ $0.030'],
    ] as const) {
      const quote = { ...model.quote, lines: [], total, ...sure };
      const place = document.createElement('div');
      render(receiptView({ ...model, quote }, actions), place);
      expect(folded(place.querySelector('tfoot td:last-child'))).to.equal(said);
      render(priceReceipt(quote, 'en'), place);
      expect(folded(place.querySelector('tfoot td:last-child'))).to.equal(said);
    }
  });

  it('says in one line beside the button what the price is made of and from when, and who makes it on the receipt', async () => {
    shown = await scene('exact');
    expect(shown.text('price-line')).to.match(/^Base \$0\.015 \+ 1 megapixel \$0\.015 price from /);
    expect(shown.text('receipt')).to.contain('Puter → Replicate');
  });

  it('rounds what the price is made of as the button does, and has every digit on the receipt', async () => {
    shown = await scene('over-balance');
    expect(shown.text('generate')).to.match(/^Generate 2 · ~?\$0\.332$/);
    expect(shown.text('price-line')).to.match(/^2 × ~?\$0\.166 price from /);
    const [said, , sum] = rows('breakdown').at(-1) ?? [];
    expect(said).to.equal('You pay · 2 pictures');
    expect(sum).to.match(/^~?\$0\.33165824$/);
    shown.element.count = 1;
    await shown.element.updateComplete;
    expect(shown.text('price-line')).to.match(/^Base \$0\.040 \+ Megapixels \$0\.126 price from /);
  });

  it('asks why the price is what it is, at the price of the moment, in the words of each language', async () => {
    shown = await scene('exact');
    expect(shown.text('price-line')).to.match(/Why \$0\.030\?, /);
    shown.element.count = 2;
    await shown.element.updateComplete;
    expect(shown.text('price-line')).to.match(/Why \$0\.060\?, /);
    shown.element.lang = 'ja';
    await shown.until(() => shown.text('price-line').includes('なぜ $0.060？'));
  });

  it('has its price whole on the button, which stays where it is in every language, 320 pixels wide, and in the page’s own currency beside it', async () => {
    shown = await scene('first-visit');
    const { element, one, until } = shown;
    element.style.width = '320px';
    Object.assign(element, { currency: 'EUR', rate: '0.92' });
    const places = new Set<string>();
    for (const lang of ['en', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-Hans', 'ar']) {
      element.lang = lang;
      await until(() => one('panel').lang === lang);
      const button = one<HTMLButtonElement>('generate');
      const [, price, other] = [...button.querySelectorAll('.sum')];
      for (const piece of [price, other]) {
        // Firefox leaves empty boxes where a line ends.
        const boxes = [...(piece?.getClientRects() ?? [])].filter(({ width }) => width > 0);
        const tops = boxes.map(({ top }) => Math.round(top));
        expect(new Set(tops).size, `${lang}: ${String(tops)}`).to.equal(1);
      }
      expect(folded(other)).to.match(/^\(.*€.*\)$/);
      const { width, left } = button.getBoundingClientRect();
      places.add([left, width].map(Math.round).join());
      // As a reader copies it, and as a script reads it.
      const plain = (text: string): string =>
        text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
      expect(plain(button.innerText)).to.contain(plain(` · ${folded(price)} (`));
    }
    expect([...places].length, [...places].join(' | ')).to.equal(1);
  });

  it('writes amounts as the language does, with the same words on the button', async () => {
    shown = await scene('german');
    expect(shown.text('generate')).to.equal('2 erzeugen · 0,150 $');
    expect(rows('breakdown')[0]).to.deep.equal(['Erstes Megapixel', '2 × 0,030 $', '0,060 $']);
  });
});
