import { expect } from 'chai';
import '../../src/define/user-pays-tally.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { payingPage, type PayingPage } from '../support/paying.js';
import { pressAsReader } from '../support/press.js';
import { until } from '../support/until.js';
import type { WidgetDriver } from '../support/widget.js';

function words(node: Node | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Spending inside a widget, its folds open. */
interface Spending {
  readonly root: ShadowRoot;
  press(name: string): Promise<void>;
  limit(name: string): HTMLInputElement;
  /** Draws the widget around it again, as each tick, price and part does. */
  redraw(): Promise<void>;
}

async function spending(shown: WidgetDriver): Promise<Spending> {
  const { element } = shown;
  element.dispatchEvent(new PointerEvent('pointerenter'));
  const { actions, parts } = insideOf(element);
  await until(() => parts.here.deferred);
  actions.toggle('details', true);
  const tally = (): ShadowRoot | null | undefined =>
    element.shadowRoot?.querySelector('user-pays-tally')?.shadowRoot;
  await until(() => tally()?.querySelector('[part=panel]'));
  const root = tally() as ShadowRoot;
  for (const fold of root.querySelectorAll('details')) fold.open = true;
  const settled = async (): Promise<void> => {
    await element.updateComplete;
    await element.shadowRoot?.querySelector('user-pays-tally')?.updateComplete;
  };
  return {
    root,
    press: async (name) => {
      const found = (): HTMLButtonElement | undefined =>
        [...root.querySelectorAll('button')].find((button) => words(button) === name);
      await until(found);
      await pressAsReader(found());
      await settled();
    },
    limit: (name) => root.querySelector(`input[name=${name}]`) as HTMLInputElement,
    redraw: async () => {
      for (let times = 0; times < 3; times += 1) {
        element.requestUpdate();
        await settled();
      }
    },
  };
}

describe('a reader in the widget’s own Spending, where real money is spent', () => {
  let page: PayingPage;
  beforeEach(() => {
    page = payingPage();
  });
  afterEach(async () => {
    await insideOf(document.querySelector('user-pays-image') as Element)
      .checkout.page.journal.setReaderCaps({}, { raise: true })
      .finally(() => page.close());
  });

  it('can answer whether to reset, however often the widget is drawn meanwhile', async () => {
    const inside = await spending(await page.widget());
    await inside.press('Reset …');
    await inside.redraw();
    expect(words(inside.root.querySelector('[part=ask-reset]'))).to.contain('Reset');
    await inside.press('Reset');
    await inside.redraw();
    await until(() => inside.root.querySelector('[part=undo]'));
    await inside.redraw();
    expect(words(inside.root.querySelector('[part=undo]'))).to.equal('Undo');
  });

  it('can raise a limit, however often the widget is drawn before the answer', async () => {
    const inside = await spending(await page.widget());
    inside.limit('month').value = '0.01';
    await inside.press('Set limits');
    await until(() => /limits are set/.test(words(inside.root.querySelector('[part=status]'))));
    inside.limit('month').value = '5';
    await inside.press('Set limits');
    await until(() => inside.root.querySelector('[part=raise]'));
    await inside.redraw();
    expect(words(inside.root.querySelector('[part=raise]'))).to.contain('$5');
    await inside.press('Raise it');
    await inside.redraw();
    const { journal } = insideOf(document.querySelector('user-pays-image') as Element).checkout
      .page;
    await until(() => journal.readerCaps().month === '5');
    expect(inside.limit('month').value).to.equal('5');
  });

  it('who does not raise a limit after all sees the one that holds', async () => {
    const inside = await spending(await page.widget());
    inside.limit('day').value = '0.25';
    inside.limit('month').value = '0.5';
    await inside.press('Set limits');
    await until(() => /limits are set/.test(words(inside.root.querySelector('[part=status]'))));
    inside.limit('day').value = '';
    inside.limit('month').value = '5';
    await inside.press('Set limits');
    await until(() => inside.root.querySelector('[part=raise]'));
    await inside.press('No');
    await inside.redraw();
    expect([inside.limit('day').value, inside.limit('month').value]).to.deep.equal(['0.25', '0.5']);
  });

  it('follows the widget to simulated money and back', async () => {
    const shown = await page.widget();
    const inside = await spending(shown);
    expect(words(inside.root.querySelector('h2'))).to.equal('Your spending');
    shown.element.setAttribute('provider', 'sandbox');
    await inside.redraw();
    expect(words(inside.root.querySelector('h2'))).to.match(/simulated/i);
    shown.element.setAttribute('provider', 'openai-compatible');
    await inside.redraw();
    expect(words(inside.root.querySelector('h2'))).to.equal('Your spending');
  });
});
