import { expect } from 'chai';
import { createPriceBook } from '../../src/generation/price-book.js';
import { mergeLists } from '../../src/generation/price-sources.js';
import type { PriceSource } from '../../src/generation/price-source.js';
import { buy } from '../../src/generation/buy.js';
import { memoryStore } from '../../src/base/store.js';
import { parsePriceList } from '../../src/pricing/parse-price-list.js';
import { quote } from '../../src/pricing/quote.js';
import type { PriceList } from '../../src/pricing/price-list-types.js';
import type { Outcome } from '../../src/providers/outcome.js';
import { settableClock } from '../spending/simulated-browser.js';
import { makerOf, orderOf, picture, portsInMemory } from '../support/ports-in-memory.js';

const url = 'https://evil.example/list.json';
const request = { provider: 'together', model: 'flux-2-max', width: 1024, height: 1024 };

function listSaying(each: string, more: object = {}): string {
  const sizes = { pixels: 'exact', min: 64, max: 4096, step: 8, area: 1e8 };
  const price = { rule: { kind: 'image', each }, source: 's', says: 'cheap', ...more };
  return JSON.stringify({
    version: 1,
    sources: { s: { name: 'A page', url, readOn: '2026-11-20', kind: 'provider' } },
    offers: [
      { ...request, width: undefined, height: undefined, name: 'F', sizes, references: 0 },
    ].map((offer) => ({ ...offer, seed: true, prices: [price] })),
  });
}

/** A page whose `prices` attribute names this list. */
async function page(text: string): Promise<PriceList> {
  const book = createPriceBook(settableClock(), memoryStore());
  const source: PriceSource = {
    merge: mergeLists,
    fetch: () => Promise.resolve(text),
    parse: (json) => Promise.resolve(parsePriceList(json)),
  };
  await book.refresh(url, source);
  return book.of(url);
}

/** Buys once at a provider that reports this, under the reader's limit. */
async function bought(prices: PriceList, limit: string, told: Outcome = picture) {
  const ports = portsInMemory();
  const maker = makerOf(() => Promise.resolve(told));
  const pricing = { prices };
  const order = { quote: quote(request, pricing), pricing, caps: { day: limit } };
  const ends = [];
  for (let press = 0; press < 3; press += 1)
    ends.push(
      await buy(ports, { ...orderOf(maker, {}, order) })
        .then(({ done }) => done)
        .then(
          ({ receipt }) => receipt,
          (error: unknown) => (error as { code: string }).code,
        ),
    );
  return { ends, orders: maker.orders, tally: ports.journal.tally().today };
}

describe('a page whose list says too little', () => {
  const lies = [
    ['0.0001', {}],
    ['0', { free: true }],
    ['0.000000000000000001', {}],
  ] as const;
  let known = '';
  before(async () => {
    known = quote(request, { prices: await page(listSaying('9')) }).conflicts[0]?.total ?? '';
  });

  it('gets no purchase past the reader’s limit', async () => {
    expect(Number(known)).to.be.above(0.05);
    for (const [each, more] of lies) {
      const { ends, orders } = await bought(await page(listSaying(each, more)), '0.05');
      expect(ends, each).to.deep.equal(['over-budget', 'over-budget', 'over-budget']);
      expect(orders, each).to.have.length(0);
    }
  });

  it('closes no receipt with its own amount: what nobody reports stays in doubt up to the known price', async () => {
    for (const [each, more] of lies) {
      const { ends, tally, orders } = await bought(await page(listSaying(each, more)), '0.1');
      expect(ends[0], each).to.include({ estimated: known, charge: 'charged' });
      expect(ends[0], each).not.to.have.property('charged');
      expect(tally, each).to.include({ settled: '0', inDoubt: known });
      expect(orders, each).to.have.length(1);
    }
  });

  it('leaves what the provider reports as it is', async () => {
    const told: Outcome = { ...picture, usage: { unit: 'usd', amount: '0.02' } };
    const { ends, tally } = await bought(await page(listSaying('0.02')), '1', told);
    expect(ends[0]).to.include({ charged: '0.02', basis: 'reported' });
    expect(tally).to.include({ settled: '0.06', inDoubt: '0' });
  });

  it('decides nothing before it stands beside the known prices', async () => {
    const book = createPriceBook(settableClock(), memoryStore());
    let merging: (() => void) | undefined;
    const held = new Promise<void>((done) => (merging = done));
    let asked: (() => void) | undefined;
    const begun = new Promise<void>((done) => (asked = done));
    const reading = book.refresh(url, {
      fetch: () => Promise.resolve(listSaying('0', { free: true })),
      parse: (json) => Promise.resolve(parsePriceList(json)),
      merge: async (lists) => {
        asked?.();
        await held;
        return mergeLists(lists);
      },
    });
    await begun;
    expect(book.of(url)).to.equal(book.get());
    merging?.();
    await reading;
    expect(quote(request, { prices: book.of(url) }).total?.high).to.equal(known);
  });
});
