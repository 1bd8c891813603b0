import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { widget, type WidgetDriver } from '../support/widget.js';
import { folded, look, scene, type Scene } from './widget-scene.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';

describe('a reader with a keyboard only', () => {
  let shown: { element: Element } | undefined;
  afterEach(() => shown?.element.remove());

  const focused = (element: Element): Element | null => element.shadowRoot?.activeElement ?? null;
  const tabTo = async (element: Element, part: string): Promise<void> => {
    for (let presses = 0; presses < 40; presses += 1) {
      if (focused(element)?.part.contains(part)) return;
      await sendKeys({ press: 'Tab' });
    }
    throw new Error(`Tab never reached "${part}"`);
  };

  it('buys a picture: Tab, words, Tab, Enter; and looks at its receipt on the way', async () => {
    const driver: WidgetDriver = await widget({ model: 'flux-2-pro' });
    shown = driver;
    const { element } = driver;
    const seen = look(element);
    element.dispatchEvent(new PointerEvent('pointerenter'));
    await seen.until(() => insideOf(element).parts.here.deferred);
    (document.activeElement as HTMLElement | null)?.blur();
    await tabTo(element, 'prompt');
    // WebKitGTK's driver types no spaces.
    await sendKeys({ type: 'fox' });
    await tabTo(element, 'price-line');
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(seen.one('receipt').getClientRects().length).to.equal(1);
    await tabTo(element, 'generate');
    await sendKeys({ press: 'Enter' });
    await driver.ended();
    expect(driver.images.map(({ alt }) => alt)).to.deep.equal(['fox']);
    expect(focused(element)).to.equal(driver.button);
  });

  it('buys with Ctrl and Enter from the words, once', async () => {
    const driver: WidgetDriver = await widget({ model: 'flux-2-pro' });
    shown = driver;
    const before = driver.element.tally.sandbox.all.purchases;
    driver.prompt.focus();
    await sendKeys({ type: 'fox' });
    // Not every engine's driver can hold a key down.
    const pressed = Array.from(
      { length: 2 },
      () =>
        new KeyboardEvent('keydown', {
          key: 'Enter',
          ctrlKey: true,
          bubbles: true,
          composed: true,
          cancelable: true,
        }),
    );
    expect(pressed.map((event) => driver.prompt.dispatchEvent(event))).to.deep.equal([
      false,
      false,
    ]);
    await driver.ended();
    expect(driver.element.tally.sandbox.all.purchases - before).to.equal(1);
  });

  it('sees what the page says, also where the fields already show something else', async () => {
    const driver = await widget({ provider: 'puter', model: 'flux-2-pro', prompt: 'a fox' });
    shown = driver;
    const size = driver.part<HTMLSelectElement>('size');
    if (!size) throw new Error('no sizes');
    driver.prompt.value = 'a fox, typ';
    size.value = 'exact';
    driver.element.requestUpdate();
    await driver.element.updateComplete;
    expect([driver.prompt.value, size.value]).to.deep.equal(['a fox', '1024x1024']);
  });

  it('is taken to the question, says no with Escape, and is back at the button', async () => {
    const asked: Scene = await scene('confirming');
    shown = asked;
    const { element } = asked;
    expect(focused(element)).to.equal(asked.one('confirm'));
    expect(asked.one('confirm').getAttribute('role')).to.equal('alertdialog');
    await sendKeys({ press: 'Tab' });
    expect(focused(element)).to.equal(asked.one('confirm-yes'));
    expect(folded(asked.one('confirm-yes'))).to.equal('Yes, pay $0.640');
    await sendKeys({ press: 'Escape' });
    await asked.until(() => focused(element) === asked.one('generate'));
    expect(element.generation.name).to.equal('quoted');
  });

  it('opens a picture large, closes it with Escape and is back where they were', async () => {
    const print: Scene = await scene('done');
    shown = print;
    const open = print.one<HTMLButtonElement>('open');
    open.focus();
    await sendKeys({ press: 'Enter' });
    const dialog = print.element.shadowRoot?.querySelector('dialog');
    expect(dialog?.open).to.equal(true);
    expect(dialog?.querySelector('img')?.alt).to.equal(print.element.prompt);
    await sendKeys({ press: 'Escape' });
    await print.until(() => !dialog?.open);
    expect(focused(print.element)).to.equal(open);
    expect(dialog?.querySelector('img') ?? null).to.equal(null);
  });

  it('chooses a model by its price in a native menu', async () => {
    const driver: WidgetDriver = await widget({ model: 'flux-2-pro' });
    shown = driver;
    const menu = driver.part<HTMLSelectElement>('model');
    const names = [...(menu?.options ?? [])].map(({ value }) => value);
    menu?.focus();
    await driver.element.updateComplete;
    const prices = [...(menu?.options ?? [])]
      .map(({ text }) => Number(/\$([\d.]+)$/.exec(text)?.[1] ?? NaN))
      .filter((price) => !Number.isNaN(price));
    expect(prices.length).to.be.greaterThan(3);
    expect(prices).to.deep.equal([...prices].sort((a, b) => a - b));
    const priced = [...(menu?.options ?? [])].map(({ value }) => value);
    expect(names.sort(), 'those that could be chosen before').to.deep.equal(priced.sort());
    const before = driver.element.quote?.request.model;
    await sendKeys({ press: 'ArrowUp' });
    await driver.element.updateComplete;
    expect(driver.element.quote?.request.model).not.to.equal(before);
  });
});
