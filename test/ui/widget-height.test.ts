import { expect } from 'chai';
import { until } from '../support/until.js';
import { widget } from '../support/widget.js';
import { look } from './widget-scene.js';

/** Pixels it may move by: two lines, or the line of the progress where several tools wait. */
const bearable: Readonly<Record<string, number>> = { '1': 48, '4': 130 };

/** A reader who was here before: the last pictures are on show, the tools are loaded. */
async function again(count: string, width: number): Promise<ReturnType<typeof widget>> {
  const driver = await widget({ model: 'flux-2-pro', size: '512x512', count });
  const { element } = driver;
  const seen = look(element);
  element.style.width = `${width}px`;
  element.sandbox = { latency: 300 };
  element.dispatchEvent(new PointerEvent('pointerenter'));
  await driver.type('a lighthouse');
  await driver.press();
  await driver.ended();
  await seen.until(() => seen.all('strip').length > 0 && seen.all('download').length > 0);
  return driver;
}

describe('from the press to the picture', () => {
  for (const count of ['1', '4'])
    for (const width of [360, 640])
      it(`what stands below the widget stays where it is: ${count} in ${width} pixels`, async () => {
        const driver = await again(count, width);
        try {
          const { element } = driver;
          const seen = look(element);
          const heights: number[] = [];
          await driver.type('a fox in snow');
          await driver.press();
          await until(() => {
            if (seen.all('images').length > 0) heights.push(element.offsetHeight);
            return element.generation.name === 'done';
          });
          await seen.until(() => driver.images.every((image) => image.complete));
          const done = element.offsetHeight;
          expect(heights.length).to.be.above(0);
          for (const height of heights) expect(height).to.be.closeTo(done, bearable[count] ?? 0);
        } finally {
          driver.remove();
        }
      });
});
