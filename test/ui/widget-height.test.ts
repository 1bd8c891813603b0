import { sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { until } from '../support/until.js';
import { widget } from '../support/widget.js';
import { look, paint, type Scene } from './widget-scene.js';

/** Pixels it may move by: two lines. */
const bearable = 48;

type Driver = Awaited<ReturnType<typeof widget>>;

/** A widget that has made its first pictures; its tools are loaded. */
async function ready(
  count: string,
  width: number,
): Promise<{ readonly driver: Driver; readonly seen: Scene }> {
  const driver = await widget({ model: 'flux-2-pro', size: '512x512', count });
  const { element } = driver;
  const seen = look(element);
  element.style.width = `${width}px`;
  element.sandbox = { latency: 300 };
  element.dispatchEvent(new PointerEvent('pointerenter'));
  await driver.type('a lighthouse');
  await driver.press();
  await driver.ended();
  await seen.until(() => seen.all('download').length === Number(count));
  return { driver, seen };
}

/** Keeps a picture of an earlier visit. */
async function keepOld(): Promise<() => Promise<void>> {
  const driver = await widget({ model: 'flux-2-pro' });
  const { pictures } = await insideOf(driver.element).checkout.services();
  driver.remove();
  const old = { at: 1, provider: 'sandbox', model: 'flux-2-pro', width: 8, height: 8 };
  const id = `old-${Date.now()}`;
  await pictures.keep(await paint('a ship', 3, 64, 64), { ...old, id });
  return () => pictures.forget(id);
}

describe('from the press to the picture', () => {
  for (const count of ['1', '4'])
    for (const width of [360, 640])
      it(`what stands below the widget stays where it is: ${count} in ${width} pixels`, async () => {
        const forget = await keepOld();
        const { driver, seen } = await ready(count, width);
        const { element } = driver;
        try {
          await seen.until(() => seen.all('strip').length > 0);
          const heights: number[] = [];
          await driver.type('a fox in snow');
          await driver.press();
          await until(() => {
            heights.push(element.offsetHeight);
            return element.generation.name === 'done';
          });
          await seen.until(() => driver.images.every((image) => image.complete));
          const done = element.offsetHeight;
          expect(heights.length).to.be.above(1);
          for (const height of heights) expect(height).to.be.closeTo(done, bearable);
        } finally {
          driver.remove();
          await forget();
        }
      });
});

describe('the first touch', () => {
  for (const width of [320, 640])
    it(`moves the button by nothing and what is below by little, in every language: ${width} pixels`, async () => {
      for (const language of ['en', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-Hans', 'ar']) {
        const driver = await widget({ provider: 'puter', model: 'flux-2-pro' });
        const { element } = driver;
        const seen = look(element);
        element.style.width = `${width}px`;
        element.lang = language;
        await until(() => seen.one('panel').lang === language);
        await element.updateComplete;
        const buttonTop = (): number =>
          seen.one('generate').getBoundingClientRect().top - element.getBoundingClientRect().top;
        const [top, height] = [buttonTop(), element.offsetHeight];
        element.dispatchEvent(new PointerEvent('pointerenter'));
        await seen.until(
          () => seen.all('all-models').length > 0 && seen.all('about-account').length > 0,
        );
        expect(buttonTop(), language).to.be.closeTo(top, 0.1);
        expect(seen.text('more-options'), language).to.contain(' · ');
        // An option that changes the price, a row of buttons, at most three lines of text.
        expect(element.offsetHeight - height, language).to.be.below(220);
        const row = seen.one('more-options').parentElement;
        expect(row?.scrollWidth, language).to.be.at.most(row?.clientWidth ?? 0);
        // One row of buttons, of one line or two.
        expect(row?.offsetHeight, language).to.be.below(64);
        driver.remove();
      }
    });
});

describe('what comes with the first touch', () => {
  it('waits until nothing is being pressed, so that no button moves from under a finger', async () => {
    const driver = await widget({ provider: 'puter', model: 'flux-2-pro' });
    const { element } = driver;
    const seen = look(element);
    await element.updateComplete;
    const height = element.offsetHeight;
    // Loaded before: what waits for the finger waits for three seconds at most.
    await import('../../src/ui/elements/widget/deferred/index.js');
    await insideOf(element).checkout.services();
    await sendMouse({ type: 'move', position: [1, 1] });
    await sendMouse({ type: 'down' });
    try {
      element.dispatchEvent(new PointerEvent('pointerenter'));
      await import('../../src/ui/elements/widget/deferred/index.js');
      await insideOf(element).checkout.services();
      await element.updateComplete;
      expect(seen.all('about-account')).to.deep.equal([]);
      expect(element.offsetHeight).to.equal(height);
    } finally {
      await sendMouse({ type: 'up' });
    }
    await seen.until(() => seen.all('about-account').length > 0);
    driver.remove();
  });
});

describe('the strip of the last pictures', () => {
  it('is there once it holds one that does not stand above it anyway', async () => {
    const before = await widget();
    const { pictures } = await insideOf(before.element).checkout.services();
    before.remove();
    await pictures.forgetAll();
    const { driver, seen } = await ready('1', 640);
    const { element } = driver;
    try {
      await seen.until(() => insideOf(element).model('en').strip?.list.length === 1);
      await element.updateComplete;
      expect(seen.all('strip')).to.deep.equal([]);
      await driver.type('a fox in snow');
      await driver.press();
      await driver.ended();
      await seen.until(() => seen.all('strip-picture').length === 2);
    } finally {
      driver.remove();
    }
  });
});
