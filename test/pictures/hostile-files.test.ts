import { expect } from 'chai';
import { imageHeader, isTooLarge, mostPixels } from '../../src/base/image-header.js';
import { decode, measure } from '../../src/pictures/measure.js';
import { animationSaying, avifSizedLate, jpegInDisguise, pngSaying } from './hostile-files.js';
import { avif, sample } from './sample.js';

async function header(blob: Blob): Promise<ReturnType<typeof imageHeader>> {
  return imageHeader(new Uint8Array(await blob.arrayBuffer()));
}

/** How often the browser is asked to decode while `work` runs; it hands over `bitmap`. */
async function decodings(work: () => Promise<unknown>, bitmap?: object): Promise<number> {
  const decoder = globalThis.createImageBitmap;
  let asked = 0;
  globalThis.createImageBitmap = (() => {
    asked += 1;
    return bitmap ? Promise.resolve(bitmap) : Promise.reject(new Error('decoded'));
  }) as typeof createImageBitmap;
  try {
    await work();
  } finally {
    globalThis.createImageBitmap = decoder;
  }
  return asked;
}

describe('a file that lies about its size', () => {
  it('as JPEG, by a marker without a length, is read as decoders read it', async () => {
    for (const marker of [0x01, 0xd0, 0xd7]) {
      const file = await jpegInDisguise(marker);
      expect(await header(file), marker.toString(16)).to.include({ width: 123, height: 45 });
      const bitmap = await createImageBitmap(file);
      expect([bitmap.width, bitmap.height]).to.deep.equal([123, 45]);
    }
  });

  it('as JPEG, by bytes between its segments or a stuffed zero, is read as decoders read it', async () => {
    const real = new Uint8Array(await (await sample(123, 45, 'image/jpeg')).arrayBuffer());
    const second = 4 + new DataView(real.buffer).getUint16(4);
    const file = new Blob(
      [real.subarray(0, second), Uint8Array.of(7, 7, 0xff, 0, 9), real.subarray(second)],
      { type: 'image/jpeg' },
    );
    expect(await header(file)).to.include({ width: 123, height: 45 });
    expect(await measure(file)).to.deep.equal({ type: 'image/jpeg', width: 123, height: 45 });
  });

  it('as AVIF, with its sizes far from the start, is measured all the same', async () => {
    expect(await header(await avifSizedLate())).to.deep.include({
      type: 'image/avif',
      width: 16,
      height: 8,
    });
    expect(await header(avif)).to.deep.include({ width: 16, height: 8 });
  });

  it('as AVIF, is not taken for larger by bytes of its pixels that spell a size', async () => {
    const fake = Uint8Array.of(
      0,
      0,
      0,
      20,
      ...Array.from('ispe', (sign) => sign.charCodeAt(0)),
      0,
      0,
      0,
      0,
      0,
      1,
      0,
      0,
      0,
      1,
      0,
      0,
    );
    const box = Uint8Array.of(
      0,
      0,
      0,
      8 + fake.length,
      ...Array.from('mdat', (sign) => sign.charCodeAt(0)),
      ...fake,
    );
    expect(await header(new Blob([avif, box]))).to.include({ width: 16, height: 8 });
  });

  it('as PNG whose first chunk is not its header, is none', async () => {
    const file = new Uint8Array(await (await sample(50, 50)).arrayBuffer());
    file[12] = 0x4a;
    expect(imageHeader(file)).to.equal(undefined);
  });

  it('is not used when more came out of it than its header said', async () => {
    let closed = false;
    const huge = {
      width: 20_000,
      height: 20_000,
      close: () => {
        closed = true;
      },
    };
    const file = await sample(50, 50);
    let got: ImageBitmap | undefined;
    expect(
      await decodings(async () => {
        got = await decode(file);
      }, huge),
    ).to.equal(1);
    expect([got, closed]).to.deep.equal([undefined, true]);
  });
});

describe('the limit of 40 megapixels', () => {
  it('holds without decoding; what is over it is told from what is no picture', async () => {
    const [large, text] = [
      await pngSaying(8000, 6000),
      new Blob(['hello'.repeat(20)], { type: 'image/png' }),
    ];
    let said: unknown[] = [];
    expect(
      await decodings(async () => {
        said = [await measure(large), await measure(text)];
      }),
    ).to.equal(0);
    expect(said).to.deep.equal([
      { type: 'image/png', width: 8000, height: 6000, tooLarge: true },
      undefined,
    ]);
    expect(isTooLarge({ type: 'image/png', width: mostPixels / 10_000, height: 10_000 })).to.equal(
      false,
    );
  });

  it('is a tenth for an animation, of which browsers hold many frames', async () => {
    let said: unknown;
    expect(
      await decodings(async () => {
        said = await measure(await animationSaying(6000, 6000));
      }),
    ).to.equal(0);
    expect(said).to.deep.equal({ type: 'image/png', width: 6000, height: 6000, tooLarge: true });
    expect(
      isTooLarge(
        (await header(await animationSaying(1024, 1024))) ?? {
          type: 'image/png',
          width: 9e9,
          height: 1,
        },
      ),
    ).to.equal(false);
  });

  it('is a tenth for an animated WebP, too', () => {
    const file = new Uint8Array(64);
    file.set(
      Array.from('RIFF\x38\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0', (sign) => sign.charCodeAt(0)),
    );
    file.set([0x6f, 0x17, 0, 0x6f, 0x17, 0], 24);
    const found = imageHeader(file);
    expect(found).to.deep.equal({ type: 'image/webp', width: 6000, height: 6000, animated: true });
    expect(found && isTooLarge(found)).to.equal(true);
  });
});
