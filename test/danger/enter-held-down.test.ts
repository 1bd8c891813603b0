import { expect } from 'chai';
import { widget, type WidgetDriver } from '../support/widget.js';
import { rounds } from '../support/rounds.js';

/**
 * What a held key does in a browser: one keydown, then repeats; a button clicks on each keydown
 * that nobody prevented.
 */
async function hold(
  target: HTMLElement,
  init: KeyboardEventInit,
  repeats: number,
  clicks: boolean,
): Promise<void> {
  for (let index = 0; index <= repeats; index += 1) {
    const event = new KeyboardEvent('keydown', {
      key: 'Enter',
      bubbles: true,
      composed: true,
      cancelable: true,
      repeat: index > 0,
      ...init,
    });
    if (target.dispatchEvent(event) && clicks)
      target.dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 0 }),
      );
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('Enter held down', () => {
  let shown: WidgetDriver;
  afterEach(() => shown.remove());

  it('on the button buys once, thirty times over', async function () {
    this.timeout(120_000);
    shown = await widget({ size: '64x64' });
    await shown.type('a fox');
    const before = shown.element.tally.sandbox.all.purchases;
    for (let round = 1; round <= rounds(30); round += 1) {
      await hold(shown.button, {}, 8, true);
      await shown.ended();
      expect(shown.element.tally.sandbox.all.purchases).to.equal(before + round);
    }
  });

  it('with Ctrl in the prompt buys once', async () => {
    shown = await widget({ size: '64x64' });
    await shown.type('a fox');
    const before = shown.element.tally.sandbox.all.purchases;
    await hold(shown.prompt, { ctrlKey: true }, 20, false);
    await shown.ended();
    expect(shown.element.tally.sandbox.all.purchases).to.equal(before + 1);
  });

  it('alone in the prompt buys nothing', async () => {
    shown = await widget({ size: '64x64' });
    await shown.type('a fox');
    const before = shown.element.tally.sandbox.all.purchases;
    await hold(shown.prompt, {}, 20, false);
    expect(shown.element.generation.name).to.equal('quoted');
    expect(shown.element.tally.sandbox.all.purchases).to.equal(before);
  });
});
