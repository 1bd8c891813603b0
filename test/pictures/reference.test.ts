import { expect } from 'chai';
import { fit } from '../../src/pictures/fit.js';
import { inspect, mostBytes, shrunk } from '../../src/pictures/reference.js';
import { pngSaying } from './hostile-files.js';
import { sample } from './sample.js';

describe('a file to start from', () => {
  it('is called what its bytes show, whatever its name says', async () => {
    const bytes = await (await sample(50, 40)).arrayBuffer();
    const { blob, width, height, wrong } = await inspect(
      new Blob([bytes], { type: 'image/svg+xml' }),
    );
    expect([blob.type, width, height, wrong]).to.deep.equal(['image/png', 50, 40, undefined]);
  });

  it('with too many bytes is turned down by its length, before any is read', async () => {
    const heavy = Object.assign(new Blob(['x'], { type: 'image/png' }), {
      arrayBuffer: () => Promise.reject(new Error('read')),
    });
    Object.defineProperty(heavy, 'size', { value: mostBytes + 1 });
    expect(await inspect(heavy)).to.include({ width: 0, wrong: 'bytes' });
  });

  it('of 48 megapixels is too large, and no picture is none', async () => {
    expect(await inspect(await pngSaying(8000, 6000))).to.include({ wrong: 'pixels' });
    expect(await inspect(new Blob(['hello'.repeat(20)], { type: 'image/png' }))).to.include({
      wrong: 'unreadable',
    });
  });

  it('is shrunk to four megapixels on request, a photo staying a photo', async () => {
    const small = await shrunk(await sample(4000, 1500, 'image/jpeg'));
    const found = await inspect(small ?? new Blob());
    expect(small?.type).to.equal('image/jpeg');
    expect(found.width * found.height).to.be.within(4_000_000, 4 << 20);
    expect(found.width / found.height).to.be.closeTo(4000 / 1500, 0.01);
  });

  it('with few pixels and too many bytes is drawn anew, one with far too many pixels is not even decoded', async () => {
    const padded = new Blob([await sample(50, 40), new Uint8Array(5000)], { type: 'image/png' });
    const drawn = await fit(padded, { pixels: 1e6, bytes: 4000 });
    expect(drawn?.blob.size).to.be.below(4000);
    expect(await shrunk(await pngSaying(20_000, 20_000))).to.equal(undefined);
  });
});
