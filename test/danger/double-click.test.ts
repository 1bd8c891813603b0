import { expect } from 'chai';
import { widget, type WidgetDriver } from '../support/widget.js';
import { rounds } from '../support/rounds.js';

/** A click as a mouse makes it: `detail` counts the clicks of a double or triple click. */
function click(button: HTMLElement, detail: number): boolean {
  return button.dispatchEvent(
    new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail }),
  );
}

function bought(shown: WidgetDriver): number {
  return shown.element.tally.sandbox.all.purchases;
}

describe('a double click', () => {
  let shown: WidgetDriver;
  afterEach(() => shown.remove());

  it('buys once, thirty times over', async function () {
    this.timeout(120_000);
    shown = await widget({ size: '64x64' });
    await shown.type('a fox');
    const before = bought(shown);
    for (let round = 1; round <= rounds(30); round += 1) {
      click(shown.button, 1);
      click(shown.button, 2);
      await shown.ended();
      click(shown.button, 3);
      await shown.element.updateComplete;
      expect(shown.element.generation.name).to.equal('done');
      expect(bought(shown)).to.equal(before + round);
    }
  });

  it('whose second click comes after a quick purchase ended still buys once', async () => {
    shown = await widget({ size: '64x64' });
    await shown.type('a fox');
    const before = bought(shown);
    click(shown.button, 1);
    await shown.ended();
    click(shown.button, 2);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(bought(shown)).to.equal(before + 1);
  });

  it('by a script, a hundred presses in one turn, buys once and all get the same promise', async () => {
    shown = await widget({ size: '64x64' });
    await shown.type('a fox');
    const before = bought(shown);
    const promises = Array.from({ length: 100 }, () => shown.element.generate());
    expect(new Set(promises).size).to.equal(1);
    await promises[0];
    expect(bought(shown)).to.equal(before + 1);
  });
});
