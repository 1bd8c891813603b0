import { expect } from 'chai';
import {
  copyable,
  copyPicture,
  download,
  pictureFileName,
  shareable,
  sharePicture,
} from '../../src/pictures/save-file.js';
import { sample } from './sample.js';

const at = Date.UTC(2026, 10, 21);

/** Replaces a property of the browser until the returned function is called. */
function instead(target: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
  return () =>
    void (before
      ? Object.defineProperty(target, name, before)
      : Reflect.deleteProperty(target, name));
}

describe('Saving a picture', () => {
  it('names the file after the words, the day and the seed, for any system', () => {
    expect(
      pictureFileName('image/png', { words: 'A lighthouse in fog, risograph!', at, seed: 42 }),
    ).to.equal('a-lighthouse-in-fog-risograph-2026-11-21-42.png');
    expect(pictureFileName('image/jpeg', { words: '雪のキツネ', at })).to.equal(
      '雪のキツネ-2026-11-21.jpg',
    );
    expect(pictureFileName('image/webp', { words: '../../etc/passwd\0', at })).to.equal(
      'etc-passwd-2026-11-21.webp',
    );
    expect(pictureFileName('text/html', { words: '??', at })).to.equal('picture-2026-11-21.png');
    expect(pictureFileName('image/png', { words: 'fox '.repeat(40), at }).length).to.be.lessThan(
      70,
    );
  });

  it('downloads the very bytes under the name, and leaves nothing in the page', async () => {
    const file = await sample(8, 8);
    const before = document.body.childNodes.length;
    const clicked: { name: string; url: string }[] = [];
    const restore = instead(
      HTMLAnchorElement.prototype,
      'click',
      function click(this: HTMLAnchorElement) {
        clicked.push({ name: this.download, url: this.href });
      },
    );
    download(file, 'fox.png');
    restore();
    expect(clicked.map(({ name }) => name)).to.deep.equal(['fox.png']);
    expect(await fetch(clicked[0]?.url ?? '').then((reply) => reply.arrayBuffer())).to.deep.equal(
      await file.arrayBuffer(),
    );
    expect(document.body.childNodes.length).to.equal(before);
  });

  it('copies a photo as PNG, because that is what clipboards take', async () => {
    const items: Record<string, Promise<Blob>>[] = [];
    class Item {
      constructor(parts: Record<string, Promise<Blob>>) {
        items.push(parts);
      }
    }
    const restore = [
      instead(globalThis, 'ClipboardItem', Item),
      instead(navigator, 'clipboard', {
        write: async () => {
          await items[0]?.['image/png'];
        },
      }),
    ];
    expect(copyable()).to.equal(true);
    expect(await copyPicture(await sample(30, 20, 'image/jpeg'))).to.equal('done');
    restore.forEach((back) => back());
    const png = await items[0]?.['image/png'];
    expect(png?.type).to.equal('image/png');
    const bitmap = await createImageBitmap(png ?? new Blob());
    expect([bitmap.width, bitmap.height]).to.deep.equal([30, 20]);
  });

  it('says when copying was denied and when the browser can’t', async () => {
    class Item {}
    const file = await sample(8, 8);
    const denied = [
      instead(globalThis, 'ClipboardItem', Item),
      instead(navigator, 'clipboard', {
        write: () => Promise.reject(new DOMException('', 'NotAllowedError')),
      }),
    ];
    expect(await copyPicture(file)).to.equal('denied');
    denied.forEach((back) => back());
    const without = instead(globalThis, 'ClipboardItem', undefined);
    expect([copyable(), await copyPicture(file)]).to.deep.equal([false, 'unsupported']);
    without();
  });

  it('shares the file where the system takes it, and says when not', async () => {
    const file = await sample(8, 8);
    const shared: string[] = [];
    const restore = [
      instead(
        navigator,
        'canShare',
        ({ files }: { files: File[] }) => files[0]?.type === 'image/png',
      ),
      instead(navigator, 'share', ({ files }: { files: File[] }) => {
        shared.push(...files.map(({ name }) => name));
        return Promise.resolve();
      }),
    ];
    expect(await sharePicture(file, 'fox.png')).to.equal('done');
    expect(shareable(new File([], 'a.txt', { type: 'text/plain' }))).to.equal(false);
    restore.push(
      instead(navigator, 'share', () => Promise.reject(new DOMException('', 'AbortError'))),
    );
    expect(await sharePicture(file, 'fox.png')).to.equal('denied');
    restore.push(instead(navigator, 'share', undefined));
    expect(await sharePicture(file, 'fox.png')).to.equal('unsupported');
    restore.reverse().forEach((back) => back());
    expect(shared).to.deep.equal(['fox.png']);
  });
});
