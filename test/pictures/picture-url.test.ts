import { expect } from 'chai';
import { pictureUrl, releasePictureUrl } from '../../src/pictures/picture-url.js';

const reads = (url: string): Promise<string> => fetch(url).then((reply) => reply.text(), () => 'gone');

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
});
