import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { createCheckout } from '../../src/checkout/index.js';
import { purchaseServices } from '../../src/generation/purchase-services.js';
import { ended, payingPage, type PayingPage } from '../support/paying.js';
import { until } from '../support/until.js';
import type { WidgetDriver } from '../support/widget.js';

let clicks = 0;

/** A real click of the mouse, beside the last one: two at one place may be a double click. */
async function click(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const beside = ((clicks += 1) % 2) * 12 - 6;
  await sendMouse({
    type: 'click',
    position: [Math.round(left + width / 2 + beside), Math.round(top + height / 2)],
  });
}

describe('one act of the reader', function () {
  this.timeout(120_000);
  let page: PayingPage;
  let readMore: HTMLButtonElement;
  beforeEach(() => {
    page = payingPage(undefined, 'real');
    readMore = document.body.appendChild(document.createElement('button'));
    readMore.textContent = 'Read more';
  });
  afterEach(() => {
    readMore.remove();
    page.close();
  });

  /** Presses "Read more", whose handler is `script`. */
  const pressElsewhere = async (script: (event: MouseEvent) => void): Promise<void> => {
    let isDone = false;
    const run = (event: MouseEvent): void => {
      script(event);
      isDone = true;
    };
    readMore.addEventListener('click', run, { once: true });
    await click(readMore);
    await until(() => isDone);
  };
  const idle = (shown: WidgetDriver): Promise<unknown> =>
    until(() => !['submitting', 'polling', 'saving'].includes(shown.element.generation.name));

  it('buys once at most, however many widgets a script presses in it', async () => {
    const all = [await page.widget(), await page.widget(), await page.widget()];
    const results: Promise<unknown>[] = [];
    await pressElsewhere((event) => {
      for (const { element } of all)
        results.push(ended(element.generate()), ended(element.generate(event)));
    });
    const outcomes = await Promise.all(results);
    expect(page.posts).to.have.length(1);
    expect(
      outcomes.filter((one) => (one as { code?: string }).code === 'no-gesture'),
    ).to.have.length(4);
    expect(await ended(all[1]?.element.generate() as Promise<unknown>)).to.include({
      code: 'no-gesture',
    });
  });

  it('answers no question that it raised, nor does a script with a click of its own', async () => {
    const shown = await page.widget({ 'confirm-over': '0.01' });
    let bought: Promise<unknown> | undefined;
    await pressElsewhere((event) => {
      bought = ended(shown.element.generate(event));
    });
    const yes = async (): Promise<HTMLElement> => {
      await until(() => shown.part('confirm-yes'));
      return shown.part<HTMLElement>('confirm-yes') as HTMLElement;
    };
    (await yes()).click();
    expect(shown.element.generation.name).to.equal('confirming');
    // Nor with an act that went elsewhere.
    await pressElsewhere(() => undefined);
    (await yes()).click();
    expect(shown.element.generation.name).to.equal('confirming');
    expect(page.posts).to.have.length(0);
    await click(await yes());
    expect(await bought).to.have.nested.property('receipt.charged', '0.03');
    expect(page.posts).to.have.length(1);
  });

  it('answers no question that was asked after it began: not one that a script puts under the press', async () => {
    const shown = await page.widget({ 'confirm-over': '0.01' });
    await click(shown.button);
    await until(() => shown.part('confirm-yes'));
    const yes = shown.part<HTMLElement>('confirm-yes') as HTMLElement;
    yes.addEventListener('pointerdown', () => (shown.element.unitPrice = '0.07'), { once: true });
    await click(yes);
    await until(() => shown.text('confirm-yes').includes('$0.070'));
    expect(shown.element.generation).to.include({ name: 'confirming', why: 'changed' });
    expect(page.posts).to.have.length(0);
    await click(yes);
    await shown.ended();
    expect(page.posts).to.have.length(1);
  });

  it('is good for one order through the purchase services, and for the quote it was taken for', async () => {
    const shown = await page.widget();
    const quote = shown.element.quote;
    if (!quote) throw new Error('there is no price');
    const order = {
      quote,
      prompt: 'a fox',
      references: [],
      seed: undefined,
      relay: undefined,
      endpoint: 'http://127.0.0.1:9',
      prices: 'bundled',
      deadlines: {},
      budget: undefined,
      balance: undefined,
    };
    const orders: Promise<unknown>[] = [];
    await pressElsewhere(() => {
      const services = purchaseServices();
      const permits = Array.from(Array(1000), () => services.permit(quote.id));
      orders.push(
        ...permits.slice(0, 20).map((permit) => ended(services.buy({ ...order, permit }))),
      );
    });
    await Promise.all(orders);
    await until(() => page.posts.length > 0);
    expect(page.posts).to.have.length(1);
    let other: Promise<unknown> | undefined;
    await pressElsewhere(() => {
      const services = purchaseServices();
      other = ended(services.buy({ ...order, permit: services.permit('another quote') }));
    });
    expect(await other).to.include({ code: 'no-gesture', charge: 'none' });
    expect(page.posts).to.have.length(1);
  });

  for (const [what, swap] of Object.entries<(shown: WidgetDriver) => void>({
    'a dearer price': ({ element }) => (element.unitPrice = '0.07'),
    'a cheaper price': ({ element }) => (element.unitPrice = '0.01'),
    'more pictures': ({ element }) => (element.count = 4),
    'another size': ({ element }) => (element.size = '128x128'),
    'another model': ({ element }) => (element.model = 'other'),
    'another prompt': ({ element }) => (element.prompt = 'a wolf'),
    'another server': ({ element }) => element.setAttribute('endpoint', 'http://127.0.0.1:7'),
    'another seed': ({ element }) => (element.seed = 7),
    'a prompt a script types': (shown) => {
      shown.prompt.value = 'a wolf';
      shown.prompt.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
  }))
    for (const at of ['pointerdown', 'pointerup', 'click'])
      it(`on the button buys what was seen: asked about ${what} put there at its ${at}`, async () => {
        const shown = await page.widget();
        await click(shown.prompt);
        await until(() => shown.part('price-line'));
        const listen = (): void => swap(shown);
        addEventListener(at, listen, { capture: true, once: true });
        await click(shown.button);
        removeEventListener(at, listen, true);
        await until(() => shown.element.generation.name !== 'quoted');
        expect(shown.element.generation).to.include({ name: 'confirming', why: 'changed' });
        expect(page.posts).to.have.length(0);
      });

  it('on a button that offered play money buys nothing real', async () => {
    const shown = await page.widget({ provider: 'sandbox' });
    await click(shown.prompt);
    const swap = (): void => {
      shown.element.provider = 'openai-compatible';
    };
    addEventListener('click', swap, { capture: true, once: true });
    await click(shown.button);
    await until(() => shown.element.generation.name !== 'quoted');
    expect(shown.element.generation).to.include({ name: 'confirming', why: 'changed' });
    expect(page.posts).to.have.length(0);
  });

  it('buys as before: by mouse, by keyboard, and a second act buys again', async () => {
    const shown = await page.widget();
    await click(shown.button);
    await shown.ended();
    expect(page.posts).to.have.length(1);
    for (const press of ['Enter', ' ']) {
      const before = page.posts.length;
      shown.button.focus();
      await sendKeys({ press });
      await until(() => page.posts.length > before);
      await idle(shown);
      expect(shown.element.generation.name, press).to.equal('done');
      expect(page.posts, press).to.have.length(before + 1);
    }
  });

  it('buys the words that were typed just now', async () => {
    const shown = await page.widget({}, { prompt: '' });
    shown.prompt.focus();
    await sendKeys({ type: 'a hen' });
    await click(shown.button);
    await shown.ended();
    expect(shown.element.generation.name).to.equal('done');
    expect(page.posts[0]?.body).to.include('"a hen"');
  });

  it('buys through a page’s own form, and through its own button that changes the request first', async () => {
    const checkout = createCheckout({
      provider: 'openai-compatible',
      endpoint: 'http://127.0.0.1:9',
      model: 'default',
      unitPrice: '0.03',
      size: '64x64',
    });
    const form = document.body.appendChild(document.createElement('form'));
    const field = form.appendChild(document.createElement('input'));
    let bought: Promise<unknown> | undefined;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      checkout.update({ prompt: field.value });
      expect(checkout.quote.total?.high).to.equal('0.03');
      bought = checkout.generate(event);
    });
    field.focus();
    await sendKeys({ type: 'a goose' });
    await sendKeys({ press: 'Enter' });
    await until(() => bought);
    expect(await bought).to.have.nested.property('receipt.charged', '0.03');
    form.remove();
    await pressElsewhere((event) => {
      checkout.update({ size: '128x128' });
      void checkout.quote;
      bought = checkout.generate(event);
    });
    expect(await bought).to.have.nested.property('receipt.charged', '0.03');
    checkout.close();
    expect(page.posts).to.have.length(2);
  });

  it('is none for Escape, Shift and a script’s clicks of labels', async () => {
    const shown = await page.widget();
    const field = document.body.appendChild(document.createElement('input'));
    field.id = 'search';
    const label = document.body.appendChild(document.createElement('label'));
    label.htmlFor = field.id;
    const results: Promise<unknown>[] = [];
    const script = (event: Event): void => void results.push(ended(shown.element.generate(event)));
    for (const type of ['keydown', 'click']) field.addEventListener(type, script);
    field.focus();
    for (const press of ['Escape', 'Shift']) await sendKeys({ press });
    for (let times = 0; times < 5; times += 1) {
      label.click();
      label.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    }
    const inner = shown.button;
    inner.focus();
    for (const type of ['keydown', 'keypress', 'keyup'])
      inner.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', bubbles: true }));
    expect(results.length).to.be.above(2);
    for (const result of results) expect(await result).to.include({ code: 'no-gesture' });
    expect(shown.element.generation.name).to.equal('quoted');
    expect(page.posts).to.have.length(0);
    for (const each of [field, label]) each.remove();
  });
});
