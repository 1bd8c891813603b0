import { expect } from 'chai';
import { ended, payingPage, type PayingPage } from '../support/paying.js';
import { widget } from '../support/widget.js';
import { until } from '../support/until.js';

function around(element: Element): HTMLFieldSetElement {
  const fieldset = document.createElement('fieldset');
  element.replaceWith(fieldset);
  fieldset.append(element);
  return fieldset;
}

describe('a widget that the page has switched off', () => {
  let page: PayingPage;
  beforeEach(() => {
    page = payingPage();
  });
  afterEach(() => page.close());

  it('by a fieldset around it buys nothing, for a press or a script, until it is switched on again', async () => {
    const shown = await page.widget();
    const fieldset = around(shown.element);
    fieldset.disabled = true;
    await shown.element.updateComplete;
    expect(shown.button.matches(':disabled')).to.equal(true);
    for (const control of ['prompt', 'size'] as const)
      expect(shown.part(control)?.matches(':disabled'), control).to.equal(true);
    await shown.press();
    expect(await ended(shown.element.generate())).to.include({
      code: 'invalid-input',
      charge: 'none',
      retry: 'never',
    });
    expect(page.posts).to.have.length(0);
    fieldset.disabled = false;
    await shown.element.updateComplete;
    expect(shown.button.matches(':disabled')).to.equal(false);
    await shown.element.generate();
    expect(page.posts).to.have.length(1);
    fieldset.remove();
  });

  it('while it asks takes no yes, and still takes a no', async () => {
    const shown = await page.widget({ 'unit-price': '0.75' });
    const fieldset = around(shown.element);
    const promise = ended(shown.element.generate());
    fieldset.disabled = true;
    const yes = (): HTMLButtonElement | null => shown.part<HTMLButtonElement>('confirm-yes');
    await until(yes);
    await shown.element.updateComplete;
    expect(yes()?.disabled).to.equal(true);
    expect(shown.part<HTMLButtonElement>('confirm-no')?.disabled).to.equal(false);
    shown.part<HTMLButtonElement>('confirm-no')?.click();
    expect(await promise).to.include({ code: 'aborted' });
    expect(page.posts).to.have.length(0);
    fieldset.remove();
  });

  it('asks the browser to keep its storage with the first picture that real money bought, once, and never for play money', async () => {
    let asked = 0;
    localStorage.removeItem('user-pays-image/persist-asked');
    // WebKitGTK has no storage manager: ours stands in front of whatever there is.
    const persist = (): Promise<boolean> => {
      asked += 1;
      return Promise.resolve(false);
    };
    Object.defineProperty(navigator, 'storage', { configurable: true, value: { persist } });
    try {
      const played = await widget({ model: 'flux-2-pro', size: '64x64' }, { prompt: 'a fox' });
      await played.press();
      await played.ended();
      expect(asked).to.equal(0);
      played.remove();
      const shown = await page.widget();
      expect(asked).to.equal(0);
      await shown.element.generate();
      expect(asked).to.equal(1);
      await shown.element.generate();
      expect(asked).to.equal(1);
    } finally {
      Reflect.deleteProperty(navigator, 'storage');
    }
  });
});
