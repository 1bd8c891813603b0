import { expect } from 'chai';
import { maskFor } from '../../src/pictures/mask.js';
import { pixels } from './sample.js';

/** A picture of three stripes, each a colour. */
async function stripes(...colours: readonly string[]): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), {
    width: colours.length,
    height: 1,
  });
  const pen = canvas.getContext('2d');
  colours.forEach((colour, x) => {
    Object.assign(pen ?? {}, { fillStyle: colour });
    pen?.fillRect(x, 0, 1, 1);
  });
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? new Blob())));
}

async function seen(mask: Awaited<ReturnType<typeof maskFor>>): Promise<string> {
  const bytes = Uint8Array.from(atob(mask?.base64 ?? ''), (sign) => sign.charCodeAt(0));
  return pixels(new Blob([bytes], { type: mask?.mediaType ?? '' }));
}

const white = '255,255,255,255';
const black = '0,0,0,255';

describe('a mask, as a model takes it', () => {
  it('is black and white, and marks in the colour that the model wants', async () => {
    const mask = await stripes('#fff', '#000', '#ccc', 'transparent');
    const size = { width: 4, height: 1 };
    expect(await seen(await maskFor(mask, size, 'white'))).to.equal(
      `4x1 ${[white, black, white, black].join()}`,
    );
    expect(await seen(await maskFor(mask, size, 'black'))).to.equal(
      `4x1 ${[black, white, black, white].join()}`,
    );
  });

  it('is of the size of the picture it belongs to', async () => {
    const made = await maskFor(await stripes('#fff'), { width: 3, height: 2 }, 'white');
    expect([made?.width, made?.height, made?.mediaType]).to.deep.equal([3, 2, 'image/png']);
    expect(await seen(made)).to.equal(`3x2 ${Array(6).fill(white).join()}`);
  });

  it('is none from a file that is no picture', async () => {
    expect(await maskFor(new Blob(['x']), { width: 3, height: 2 }, 'white')).to.equal(undefined);
    const text = 'a mask' as unknown as Blob;
    expect(await maskFor(text, { width: 3, height: 2 }, 'white')).to.equal(undefined);
  });
});
