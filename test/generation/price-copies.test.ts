import { expect } from 'chai';
import { memoryStore } from '../../src/base/store.js';
import { createPriceBook } from '../../src/generation/price-book.js';
import { keepCopy, prefix } from '../../src/generation/price-copies.js';
import type { PriceSource } from '../../src/generation/price-source.js';
import { mergeLists } from '../../src/generation/price-sources.js';
import { parsePriceList } from '../../src/pricing/parse-price-list.js';
import { sampleList } from '../pricing/sample-list.js';
import { NOON, settableClock } from '../spending/simulated-browser.js';

const most = 300_000;
const day = 86_400_000;

function visit(store = memoryStore(), clock = settableClock()) {
  const priceBook = createPriceBook(clock, store);
  const text = JSON.stringify(sampleList());
  /** A list of about so many characters. */
  const read = (address: string, length: number): Promise<void> => {
    const source: PriceSource = {
      merge: mergeLists,
      fetch: () => Promise.resolve(text.padEnd(length)),
      parse: (json) => Promise.resolve(parsePriceList(json)),
    };
    return priceBook.refresh(address, source);
  };
  const copies = (): string[] => store.keys().filter((key) => key.startsWith(prefix));
  const size = (): number =>
    copies().reduce((sum, key) => sum + key.length + (store.get(key) ?? '').length, 0);
  return { store, clock, read, copies, size };
}
function address(number: number): string {
  return `https://shop.example/list.json?visit=${number}`;
}

describe('copies of price lists in this browser', () => {
  it('take little room, however many addresses a page names: the last ones stay', async () => {
    const { store, clock, read, copies, size } = visit();
    store.set('user-pays-image/journal-line', 'x'.repeat(1000));
    for (let number = 0; number < 26; number += 1) {
      clock.pass(60_000);
      await read(address(number), 70_000);
      expect(size(), `${number}`).to.be.below(most + 1);
      expect(copies()).to.include(prefix + address(number));
    }
    expect(copies()).to.have.members([22, 23, 24, 25].map((number) => prefix + address(number)));
    expect(store.get('user-pays-image/journal-line')).to.have.length(1000);
  });

  it('are kept by address: small ones all stay, and one that was fetched again is the newest', async () => {
    const { clock, read, copies } = visit();
    const first = sampleLength();
    for (let number = 0; number < 4; number += 1) {
      clock.pass(60_000);
      await read(address(number), first);
    }
    expect(copies()).to.have.length(4);
    clock.pass(11 * 60_000);
    await read(address(0), first);
    await read('puter', 270_000);
    expect(copies()).to.include.members([prefix + address(0), `${prefix}puter`]);
  });

  it('are none of a list that is too large, and an older copy of it goes', async () => {
    const { clock, read, copies } = visit();
    await read(address(1), 1000);
    await read(address(2), 1000);
    clock.pass(11 * 60_000);
    await read(address(1), most + 1);
    expect(copies()).to.deep.equal([prefix + address(2)]);
  });

  it('are dropped where their list was not fetched for a month, or can’t be read', async () => {
    const { store, read, copies } = visit();
    for (const [name, at] of [
      ['old', NOON - 31 * day],
      ['late', NOON + 31 * day],
      ['fresh', NOON - 29 * day],
    ] as const)
      store.set(prefix + name, JSON.stringify({ at, text: 'x' }));
    store.set(`${prefix}damaged`, '{');
    await read(address(1), 1000);
    expect(copies()).to.have.members([`${prefix}fresh`, prefix + address(1)]);
  });

  it('are done without where storage refuses', () => {
    const store = memoryStore();
    const refusing = {
      ...store,
      set: () => {
        throw new Error('full');
      },
    };
    expect(() => keepCopy(refusing, `${prefix}one`, 'x', NOON)).not.to.throw();
  });
});

function sampleLength(): number {
  return JSON.stringify(sampleList()).length;
}
