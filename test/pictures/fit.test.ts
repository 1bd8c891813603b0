import { expect } from 'chai';
import fc from 'fast-check';
import { fit, fittingSize } from '../../src/pictures/fit.js';
import { measure } from '../../src/pictures/measure.js';
import { sample } from './sample.js';

describe('Fitting a reference under a megapixel bound', () => {
  it('never exceeds the bound, never grows, keeps the shape within a step', () => {
    const side = fc.integer({ min: 64, max: 6000 });
    fc.assert(
      fc.property(
        side,
        side,
        fc.integer({ min: 65_536, max: 4_194_304 }),
        fc.constantFrom(1, 8, 16, 32),
        (width, height, pixels, multipleOf) => {
          fc.pre(Math.max(width, height) / Math.min(width, height) < 16);
          const small = fittingSize({ width, height }, { pixels, multipleOf });
          expect(small.width * small.height).to.be.at.most(pixels);
          expect(small.width <= width && small.height <= height).to.equal(true);
          expect([small.width % multipleOf, small.height % multipleOf]).to.deep.equal([0, 0]);
          const scale = Math.min(1, Math.sqrt(pixels / (width * height)));
          expect(width * scale - small.width).to.be.lessThan(multipleOf + 1e-6);
          expect(height * scale - small.height).to.be.lessThan(multipleOf + 1e-6);
        },
      ),
    );
  });

  it('makes a large picture exactly one megapixel', () => {
    expect(fittingSize({ width: 2048, height: 2048 }, { pixels: 1_048_576 })).to.deep.equal({
      width: 1024,
      height: 1024,
    });
    expect(
      fittingSize({ width: 4000, height: 3000 }, { pixels: 1_048_576, multipleOf: 16 }),
    ).to.deep.equal({ width: 1168, height: 880 });
  });

  it('hands back the very file that fits already', async () => {
    const file = await sample(100, 100);
    expect((await fit(file, { pixels: 10_000 }))?.blob).to.equal(file);
  });

  it('makes a real smaller picture, a photo staying a photo', async () => {
    const small = await fit(await sample(900, 300), { pixels: 30_000 });
    expect(small).to.include({ width: 300, height: 100 });
    expect(await measure(small?.blob ?? new Blob())).to.deep.equal({
      type: 'image/png',
      width: 300,
      height: 100,
    });
    expect(small?.blob.type).to.equal('image/png');
    expect(
      (await fit(await sample(900, 300, 'image/jpeg'), { pixels: 30_000 }))?.blob.type,
    ).to.equal('image/jpeg');
  });

  it('says that a text is no picture', async () => {
    expect(await fit(new Blob(['hello']), { pixels: 100 })).to.equal(undefined);
  });
});
