import { expect } from 'chai';
import '../../src/define/user-pays-tally.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { until } from '../support/until.js';
import { widget, type WidgetDriver } from '../support/widget.js';

describe('what a reader unfolds', () => {
  let shown: WidgetDriver;
  const spacers: HTMLElement[] = [];
  beforeEach(async () => {
    shown = await widget({ provider: 'puter', model: 'flux-2-pro' });
    shown.element.dispatchEvent(new PointerEvent('pointerenter'));
    await until(() => insideOf(shown.element).parts.here.deferred);
    for (const place of ['before', 'after'] as const) {
      const spacer = document.createElement('div');
      spacer.style.height = '3000px';
      shown.element[place](spacer);
      spacers.push(spacer);
    }
  });
  afterEach(() => {
    for (const spacer of spacers.splice(0)) spacer.remove();
    shown.remove();
  });

  /** Brings a button to the last line of the window, and presses it. */
  async function pressAtTheFoot(part: string): Promise<void> {
    const button = (await until(() => shown.part<HTMLButtonElement>(part))) as HTMLButtonElement;
    scrollBy(0, button.getBoundingClientRect().bottom - innerHeight);
    button.focus({ preventScroll: true });
    button.click();
    await shown.element.updateComplete;
  }

  for (const [button, fold] of [
    ['what-is', 'about'],
    ['price-line', 'receipt'],
  ] as const)
    it(`comes into view where it would open below the screen: ${fold}`, async () => {
      await pressAtTheFoot(button);
      const inView = (): boolean => {
        const { top, bottom } = (shown.part(fold) as Element).getBoundingClientRect();
        return top >= 0 && (bottom <= innerHeight + 1 || top < innerHeight / 2);
      };
      await until(() => shown.part(fold) && inView());
    });

  it('scrolls nothing where it is in view already, or a page’s script opened it', async () => {
    const before = scrollY;
    insideOf(shown.element).actions.toggle('about', true);
    await shown.element.updateComplete;
    expect(scrollY).to.equal(before);
  });
});
