import { expect } from 'chai';
import { measureBought } from '../../src/pictures/measure-bought.js';
import { pictureFileName } from '../../src/pictures/save-file.js';
import { bmp, gif, scripted, svg, tiff } from './rare-files.js';
import { sample } from './sample.js';

function file(bytes: Uint8Array<ArrayBuffer> | string, type = ''): Blob {
  return new Blob([bytes], { type });
}

describe('A picture that is paid for', () => {
  it('is measured in every format that this browser shows', async () => {
    expect(await measureBought(await sample(12, 8))).to.deep.equal({
      type: 'image/png',
      width: 12,
      height: 8,
    });
    expect(await measureBought(file(gif))).to.deep.equal({
      type: 'image/gif',
      width: 1,
      height: 1,
    });
    expect(await measureBought(file(bmp()))).to.deep.equal({
      type: 'image/bmp',
      width: 2,
      height: 3,
    });
  });

  it('as a drawing has a data address, its own size or none, and runs no script', async () => {
    const found = await measureBought(file(scripted, 'text/html'));
    expect(found).to.deep.include({ type: 'image/svg+xml', width: 40, height: 30 });
    expect(found?.url).to.match(/^data:image\/svg\+xml;base64,/);
    expect(await measureBought(file(svg('')))).to.include({ type: 'image/svg+xml' });
    expect((globalThis as { ran?: unknown }).ran).to.equal(undefined);
  });

  it('in a format that this browser does not show is a picture all the same', async () => {
    // Its pixels are missing, so that no browser shows it.
    expect(await measureBought(file(tiff(500, 700)))).to.deep.equal({
      type: 'image/tiff',
      width: 500,
      height: 700,
      unshown: true,
    });
  });

  it('is not handed to a decoder that would need gigabytes for it', async () => {
    for (const [bytes, type] of [
      [bmp(20_000, 20_000), 'image/bmp'],
      [tiff(50_000, 9000), 'image/tiff'],
    ] as const)
      expect(await measureBought(file(bytes))).to.include({ type, tooLarge: true });
  });

  it('is none where it is a page or a torn PNG', async () => {
    const torn = (await sample(50, 50)).slice(0, 40, 'image/png');
    for (const none of [file('<!doctype html><p>sold'), file(''), torn])
      expect(await measureBought(none)).to.equal(undefined);
  });

  it('is saved under the ending of its format', () => {
    const named = (type: string): string => pictureFileName(type, { words: 'a fox', at: 0 });
    expect(named('image/svg+xml')).to.equal('a-fox-1970-01-01.svg');
    expect(named('image/gif')).to.match(/\.gif$/);
    expect(named('image/tiff')).to.match(/\.tif$/);
  });
});
