import { expect } from 'chai';
import { encodeBase64 } from '../../src/pictures/base64.js';
import { measure } from '../../src/pictures/measure.js';
import { sample, webp } from './sample.js';

describe('Measuring a reader’s picture', () => {
  it('gives its own pixels, whatever the format', async () => {
    expect(await measure(await sample(123, 45))).to.deep.equal({
      type: 'image/png',
      width: 123,
      height: 45,
    });
    expect(await measure(await sample(64, 200, 'image/jpeg'))).to.deep.equal({
      type: 'image/jpeg',
      width: 64,
      height: 200,
    });
    for (const file of Object.values(webp))
      expect(await measure(file)).to.deep.equal({ type: 'image/webp', width: 16, height: 8 });
  });

  it('says that a text, an empty file, a torn picture and an SVG are no picture', async () => {
    const whole = await sample(50, 50);
    for (const file of [
      new Blob(['hello'], { type: 'image/png' }),
      new Blob([]),
      whole.slice(0, 40, 'image/png'),
      new Blob(['<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'], {
        type: 'image/svg+xml',
      }),
    ]) {
      expect(await measure(file)).to.equal(undefined);
    }
  });

  it('turns down a small file that would decode to gigabytes, without decoding it', async () => {
    const head = new Uint8Array(await (await sample(50, 50)).arrayBuffer());
    new DataView(head.buffer).setUint32(16, 20_000);
    new DataView(head.buffer).setUint32(20, 20_000);
    const decoder = globalThis.createImageBitmap;
    let decoded = 0;
    globalThis.createImageBitmap = () => {
      decoded++;
      return Promise.reject(new Error('decoded'));
    };
    try {
      expect(await measure(new Blob([head], { type: 'image/png' }))).to.deep.equal({
        type: 'image/png',
        width: 20_000,
        height: 20_000,
        tooLarge: true,
      });
    } finally {
      globalThis.createImageBitmap = decoder;
    }
    expect(decoded).to.equal(0);
  });

  it('encodes the bytes as they are', async () => {
    const file = new Uint8Array(70_000).map((_, i) => i * 7 + (i >> 8));
    const text = await encodeBase64(new Blob([file], { type: 'image/png' }));
    expect(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))).to.deep.equal(file);
    expect(await encodeBase64(new Blob([]))).to.equal('');
  });
});
