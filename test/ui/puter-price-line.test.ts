import { expect } from 'chai';
import { septemberRows } from '../support/puter-lists.js';
import { puterPage, type PuterPage } from '../support/puter-page.js';
import { until } from '../support/until.js';

function reference(): Promise<Blob> {
  const canvas = new OffscreenCanvas(640, 480);
  canvas.getContext('2d')?.fillRect(0, 0, 9, 9);
  return canvas.convertToBlob();
}

describe('the line under the button that says what a price is made of', () => {
  let page: PuterPage;
  beforeEach(() => {
    page = puterPage();
  });
  afterEach(() => page.close());

  it('writes each amount with the digits it needs, and none padded with noughts', async () => {
    const shown = await page.widget({ model: 'black-forest-labs/flux-2-max', size: '1000x1000' });
    const { element } = shown;
    element.dispatchEvent(new PointerEvent('pointerenter'));
    await until(() => shown.text('price-line').includes('live price'));
    element.references = [await reference()];
    await until(() => element.quote?.total);
    const lines: string[] = [];
    const sizes = ['1000x1000', '1024x1024', '1304x760'];
    for (const model of septemberRows.map(({ id }) => id))
      for (const [size, count] of sizes.map((size, at) => [size, at + 1] as const)) {
        Object.assign(element, { model, size, count });
        await element.updateComplete;
        lines.push(shown.text('price-line'));
      }
    expect(lines.filter((line) => /\$[\d.]*\.\d{4,}0(?!\d)/.test(line))).to.deep.equal([]);

    expect(lines.join()).to.contain('Base ≤ $0.040 + 2 more');
    expect(lines.join()).to.contain('Input tiles $0.000236 + Tiles $0.001148');
  });
});
