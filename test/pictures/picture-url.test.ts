import { expect } from 'chai';
import { pictureUrl, releasePictureUrl, retirePictureUrl } from '../../src/pictures/picture-url.js';

function reads(url: string): Promise<string> {
  return fetch(url).then(
    (reply) => reply.text(),
    () => 'gone',
  );
}

describe('A picture’s address in the page', () => {
  it('is one per picture, works until released, and is a new one after that', async () => {
    const blob = new Blob(['bytes']);
    const url = pictureUrl(blob);
    expect(pictureUrl(blob)).to.equal(url);
    expect(pictureUrl(new Blob(['bytes']))).not.to.equal(url);
    expect(await reads(url)).to.equal('bytes');
    releasePictureUrl(blob);
    expect(await reads(url)).to.equal('gone');
    const again = pictureUrl(blob);
    expect(await reads(again)).to.equal('bytes');
    releasePictureUrl(again);
    releasePictureUrl(again);
    expect(await reads(again)).to.equal('gone');
  });

  it('outlives its place on a widget for a while, and is given back when sixteen others have come after it', async () => {
    const blobs = Array.from({ length: 17 }, (_, index) => new Blob([String(index)]));
    const urls = blobs.map(pictureUrl);
    for (const blob of blobs.slice(0, 16)) retirePictureUrl(blob);
    expect(await reads(urls[0] ?? '')).to.equal('0');
    retirePictureUrl(blobs[16] as Blob);
    expect(await reads(urls[0] ?? '')).to.equal('gone');
    expect(await reads(urls[1] ?? '')).to.equal('1');
    for (const url of urls) releasePictureUrl(url);
  });
});
