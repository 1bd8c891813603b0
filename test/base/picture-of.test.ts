import { expect } from 'chai';
import { pictureHeader, pictureOf } from '../../src/base/picture-of.js';
import { bmp, gif, heic, svg, textBytes, tiff, twoFrames } from '../pictures/rare-files.js';
import { avif, sample } from '../pictures/sample.js';

function read(given: string | Uint8Array): ReturnType<typeof pictureHeader> {
  return pictureHeader(typeof given === 'string' ? textBytes(given) : given);
}

describe('what a provider delivers', () => {
  it('is a picture in each format that is sold, with the size its header has', () => {
    expect(read(gif)).to.deep.equal({
      type: 'image/gif',
      width: 1,
      height: 1,
      animated: false,
    });
    expect(read(twoFrames)).to.include({ type: 'image/gif', animated: true });
    expect(read(bmp(20, -30))).to.deep.equal({ type: 'image/bmp', width: 20, height: 30 });
    for (const little of [true, false])
      expect(read(tiff(500, 700, little))).to.deep.equal({
        type: 'image/tiff',
        width: 500,
        height: 700,
      });
    expect(read(heic)).to.include({ type: 'image/heic' });
    expect(read(Uint8Array.of(0xff, 0x0a, 1, 2))).to.deep.equal({ type: 'image/jxl' });
  });

  it('is a PNG or an AVIF as before, also where AVIF is only a compatible brand', async () => {
    const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> =>
      new Uint8Array(await blob.arrayBuffer());
    expect(read(await bytesOf(await sample(4, 3)))).to.deep.equal({
      type: 'image/png',
      width: 4,
      height: 3,
    });
    const other = await bytesOf(avif);
    other.set(textBytes('mif1'), 8);
    expect(new TextDecoder().decode(other.slice(16, 32))).to.contain('avif');
    expect(read(other)).to.include({ type: 'image/avif', width: 16, height: 8 });
  });

  it('is a drawing, however its file begins', () => {
    for (const text of [
      svg(),
      '<svg/>',
      `\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!-- made -->\n<!-- by -->${svg()}`,
      `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg()}`,
      `<!DOCTYPE svg [ <!ENTITY a "b>c"> ]>${svg()}`,
      '<svg:svg xmlns:svg="http://www.w3.org/2000/svg"></svg:svg>',
    ])
      expect(pictureOf(textBytes(text))?.type, text).to.equal('image/svg+xml');
    const wide = Uint8Array.from([
      0xff,
      0xfe,
      ...Array.from(svg(), (sign) => [sign.charCodeAt(0), 0]).flat(),
    ]);
    expect(read(wide)).to.deep.equal({ type: 'image/svg+xml' });
  });

  it('is no picture where it is a page, a text, or a word that begins like one', () => {
    for (const text of [
      '',
      '<',
      '<!--',
      '<!doctype html><svg xmlns="http://www.w3.org/2000/svg"/>',
      `<html>${svg()}</html>`,
      '<svgfoo/>',
      `a drawing: ${svg()}`,
      `{"svg": ${JSON.stringify(svg())}}`,
      'BM is what this text begins with, and it goes on for a while',
      'GIF pictures are not sold here, says the server, at some length',
      'II*',
    ])
      expect(pictureOf(textBytes(text)), text).to.equal(undefined);
    expect(read('<!-- -->'.repeat(20_000))).to.equal(undefined);
  });

  it('is read where its file ends in the midst of the header', () => {
    for (const whole of [gif, twoFrames, bmp(), tiff(), heic])
      for (let end = 0; end < whole.length; end += 1)
        expect(() => pictureHeader(whole.slice(0, end))).not.to.throw();
  });
});
