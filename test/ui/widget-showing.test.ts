import { expect } from 'chai';
import { showing, tryShowing } from '../../src/pictures/show.js';
import { widget } from '../support/widget.js';
import { until } from '../support/until.js';

describe('a picture on a page whose policy forbids its address', () => {
  afterEach(() => showing().set('blob'));

  it('is shown by its address where that is allowed', async () => {
    expect(await tryShowing()).to.equal('blob');
  });

  for (const way of ['data', 'canvas'] as const) {
    it(`is shown all the same, under the same part: ${way}`, async () => {
      const shown = await widget({ model: 'flux-2-pro', size: '128x128' }, { prompt: 'a fox' });
      await tryShowing();
      showing().set(way);
      await shown.press();
      await shown.ended();
      const image = (): HTMLElement | null => shown.part<HTMLElement>('image');
      const isSeen = (node: HTMLElement | null): boolean =>
        node instanceof HTMLCanvasElement
          ? new Set(node.getContext('2d')?.getImageData(0, 0, node.width, node.height).data).size >
            8
          : node instanceof HTMLImageElement && node.complete && node.naturalWidth === 128;
      await until(() => isSeen(image()));
      if (way === 'canvas')
        expect([image()?.role, image()?.ariaLabel]).to.deep.equal(['img', 'a fox']);
      else expect(image()?.getAttribute('src')).to.match(/^data:image\/png;base64,/);
      shown.remove();
    });
  }
});
