import { expect } from 'chai';
import { look } from '../../src/pictures/look.js';
import { pngSaying } from './hostile-files.js';
import { sample } from './sample.js';

describe('looking at a picture that may be shown but not read', () => {
  const urls: string[] = [];
  const at = (blob: Blob): string => {
    const url = URL.createObjectURL(blob);
    urls.push(url);
    return url;
  };
  afterEach(() => {
    for (const url of urls.splice(0)) URL.revokeObjectURL(url);
  });
  const { signal } = new AbortController();

  it('tells its size without putting it on the page', async () => {
    expect(await look(at(await sample(123, 45)), signal)).to.deep.equal({ width: 123, height: 45 });
    expect(document.images.length).to.equal(0);
  });

  it('tells one too large by its header, though none of its pixels is there', async () => {
    expect(await look(at(await pngSaying(8000, 6000)), signal)).to.deep.equal({
      width: 8000,
      height: 6000,
      tooLarge: true,
    });
  });

  it('sees nothing in a page, a drawing called a picture, a file cut off in its header, or an address nobody answers', async () => {
    const drawing = new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/png' });
    const cut = (await sample(50, 50)).slice(0, 12, 'image/png');
    for (const url of [
      at(new Blob(['<!doctype html><p>sold'], { type: 'text/html' })),
      at(drawing),
      at(cut),
      'https://127.0.0.1:9/gone.png',
    ]) {
      expect(await look(url, signal), url).to.equal(undefined);
    }
  });

  it('ends when it is told to', async () => {
    const stop = new AbortController();
    const looked = look(at(await sample(123, 45)), stop.signal);
    stop.abort();
    expect(await looked).to.equal(undefined);
    expect(await look(at(await sample(9, 9)), stop.signal)).to.equal(undefined);
  });
});
