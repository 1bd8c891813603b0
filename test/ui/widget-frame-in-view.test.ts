import { expect } from 'chai';
import { until } from '../support/until.js';
import { widget, type WidgetDriver } from '../support/widget.js';

interface Pressed {
  readonly driver: WidgetDriver;
  /** Pixels from the top of the screen to the foot of the frame. */
  readonly bottom: () => number;
}

describe('the place of a picture to come', () => {
  const above = document.createElement('div');
  before(() => {
    // The page of a phone that the widget's upper half fills.
    above.style.height = `${Math.max(0, innerHeight - 300)}px`;
    document.body.append(above);
  });
  after(() => {
    above.remove();
    scrollTo(0, 0);
  });

  /** A widget below the screen's middle whose button is pressed; its frame is there. */
  const pressed = async (press: (button: HTMLButtonElement) => void): Promise<Pressed> => {
    scrollTo(0, 0);
    const driver = await widget({ model: 'flux-2-pro', size: '512x512' });
    driver.element.style.width = '320px';
    driver.element.sandbox = { latency: 3000 };
    driver.element.dispatchEvent(new PointerEvent('pointerenter'));
    await driver.type('a lighthouse');
    const frame = (): Element | null | undefined =>
      driver.element.shadowRoot?.querySelector('.prints .frame');
    press(driver.button);
    await until(frame);
    return { driver, bottom: () => frame()?.getBoundingClientRect().bottom ?? Infinity };
  };

  it('comes into view as the reader presses', async () => {
    const { driver, bottom } = await pressed((button) => {
      button.focus();
      button.click();
    });
    await until(() => bottom() <= innerHeight);
    await driver.ended();
    driver.remove();
  });

  it('stays where it is while the reader is elsewhere on the page', async () => {
    const { driver, bottom } = await pressed((button) => {
      button.blur();
      button.click();
    });
    expect(bottom()).to.be.greaterThan(innerHeight);
    await driver.ended();
    expect(scrollY).to.equal(0);
    driver.remove();
  });
});
