import { expect } from 'chai';
import { pngSaying } from '../pictures/hostile-files.js';
import { sample } from '../pictures/sample.js';
import { until } from '../support/until.js';
import { widget, type WidgetDriver } from '../support/widget.js';
import { look } from './widget-scene.js';

describe('a reference that is too large', () => {
  let driver: WidgetDriver;
  beforeEach(async () => {
    driver = await widget({ model: 'flux-2-pro' });
  });
  afterEach(() => driver.remove());

  it('is told so with its limit, and shrunk in one press', async () => {
    const seen = look(driver.element);
    const heavy = new File([await sample(60, 40)], 'photo.png', { type: 'image/png' });
    Object.defineProperty(heavy, 'size', { value: 21 << 20 });
    driver.element.references = [heavy];
    await seen.until(() =>
      seen.text('references').includes('photo.png is too large: at most 20 MB'),
    );
    await seen.press('Shrink it');
    await seen.until(() => seen.text('references').includes('60 × 40'));
    expect(seen.all('shrink').length).to.equal(0);
  });

  it('by its pixels is told so; what can’t be shrunk stays, and says it', async () => {
    const seen = look(driver.element);
    const bytes = new Uint8Array(await (await pngSaying(8000, 6000)).arrayBuffer());
    // With a checksum that is wrong no engine decodes it; some draw what there is of a file cut
    // short.
    bytes[29] = (bytes[29] ?? 0) ^ 255;
    driver.element.references = [new File([bytes], 'photo.png', { type: 'image/png' })];
    await seen.until(() =>
      seen.text('references').includes('photo.png is too large: at most 40 MP'),
    );
    expect(driver.button.disabled || driver.element.quote?.total === undefined).to.equal(true);
    await seen.press('Shrink it');
    await seen.until(() => seen.text('references').includes('did not allow it'));
  });
});

describe('a reference that is taken out again', () => {
  it('leaves no bytes behind: its address ends with it, and the others stay', async () => {
    const driver = await widget({ model: 'flux-2-pro' });
    const seen = look(driver.element);
    const photos = [1, 2, 3].map(
      async (nth) => new File([await sample(60, 40)], `${String(nth)}.png`, { type: 'image/png' }),
    );
    const [first, second, third] = (await Promise.all(photos)) as [File, File, File];
    const shown = (): string[] =>
      seen.all('thumbnail').map((image) => (image as HTMLImageElement).currentSrc);
    const put = async (...references: File[]): Promise<string[]> => {
      driver.element.references = references;
      await until(() => shown().filter(Boolean).length === references.length);
      await driver.element.updateComplete;
      return shown();
    };
    const ended: string[] = [];
    const { revokeObjectURL } = URL;
    URL.revokeObjectURL = (url) => {
      ended.push(url);
      revokeObjectURL.call(URL, url);
    };
    try {
      const before = await put(first, second, third);
      expect(ended).to.deep.equal([]);
      expect(await put(first, third)).to.deep.equal([before[0], before[2]]);
      expect(ended).to.deep.equal([before[1]]);
      await put();
      expect(ended).to.have.members(before);
    } finally {
      URL.revokeObjectURL = revokeObjectURL;
      driver.remove();
    }
  });
});
