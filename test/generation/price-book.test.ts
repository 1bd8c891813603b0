import { expect } from 'chai';
import { systemClock } from '../../src/base/clock.js';
import { memoryStore, type TextStore } from '../../src/base/store.js';
import { createPriceBook } from '../../src/generation/price-book.js';
import type { PriceSource } from '../../src/generation/price-source.js';
import { livePrices, mergeLists } from '../../src/generation/price-sources.js';
import { firstPrices } from '../../src/pricing/catalogue/first-prices.js';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { observable } from '../../src/base/store.js';
import { pagePriceBook } from '../../src/generation/page-price-book.js';
import { pageServices } from '../../src/generation/page-services.js';
import {
  bringCatalogue,
  bringPrices,
  mayCome,
  putPart,
} from '../../src/generation/whole-catalogue.js';
import { decidingPrices } from '../../src/pricing/catalogue/deciding-prices.js';
import type { PriceList } from '../../src/pricing/price-list-types.js';
import { NOON, settableClock } from '../spending/simulated-browser.js';
import { scriptedFetch, type Network } from '../contract/scripted-fetch.js';
import { sampleList } from '../pricing/sample-list.js';

const minutes = 60_000;
function listOf(name: string): PriceList {
  return {
    ...sampleList(),
    sources: {
      house: { name, url: 'https://prices.example/list', readOn: '2026-11-20', kind: 'provider' },
    },
    offers: [],
  };
}
function namesIn(list: PriceList): string[] {
  return Object.values(list.sources).map(({ name }) => name);
}

/** A page's prices, and a source that answers as it is told. */
function visit(store = memoryStore(), clock = settableClock()) {
  const priceBook = createPriceBook(clock, store);
  let asked = 0;
  const read: [unknown, number][] = [];
  const source = (answer: () => Promise<string>, refuse?: string): PriceSource => ({
    fetch: () => {
      asked += 1;
      return answer();
    },
    parse: (json, readAt) => {
      read.push([json, readAt]);
      return Promise.resolve(
        refuse === undefined ? { list: listOf(String(json)) } : { refused: refuse },
      );
    },
    merge: (lists) =>
      Promise.resolve({
        ...listOf('merged'),
        sources: Object.fromEntries(lists.map((list, at) => [String(at), list.sources['house']!])),
      }),
  });
  const told = (...words: string[]) => source(() => Promise.resolve(JSON.stringify(words.shift())));
  return { priceBook, clock, store, source, told, read, asked: () => asked };
}
async function quietly(work: () => Promise<void>): Promise<string[]> {
  const own = console.warn;
  const heard: string[] = [];
  console.warn = (...words) => void heard.push(words.join(' '));
  await work().finally(() => {
    console.warn = own;
  });
  return heard;
}

describe('the page’s prices', () => {
  it('are the bundled ones of a first look until another list was read', async () => {
    const { priceBook, told } = visit();
    expect(priceBook.get()).to.equal(firstPrices);
    await priceBook.refresh('one', told('first'));
    expect(namesIn(priceBook.get())).to.deep.equal(['first']);
    expect(priceBook.problem()).to.equal(undefined);
  });

  it('are of all lists read so far, each the newest from its place', async () => {
    const { priceBook, told, clock } = visit();
    await priceBook.refresh('one', told('first'));
    await priceBook.refresh('two', told('second'));
    expect(namesIn(priceBook.get())).to.deep.equal(['first', 'second']);
    clock.pass(11 * minutes);
    await priceBook.refresh('one', told('third'));
    expect(namesIn(priceBook.get())).to.deep.equal(['third', 'second']);
  });

  it('are asked for again after ten minutes, and not before', async () => {
    const { priceBook, told, clock, asked } = visit();
    for (const [wait, times] of [
      [0, 1],
      [0, 1],
      [9, 1],
      [1, 2],
      [9, 2],
      [2, 3],
    ] as const) {
      clock.pass(wait * minutes);
      await priceBook.refresh('one', told('first'));
      expect(asked(), `${wait} minutes later`).to.equal(times);
    }
    await priceBook.refresh('two', told('first'));
    expect(asked(), 'another place is another question').to.equal(4);
  });

  it('are not asked for twice at the same moment', async () => {
    const { priceBook, source, asked } = visit();
    const slow = source(
      () =>
        new Promise((resolve) => {
          setTimeout(() => resolve('"first"'));
        }),
    );
    await Promise.all([priceBook.refresh('one', slow), priceBook.refresh('one', slow)]);
    expect(asked()).to.equal(1);
  });

  it('are kept in this browser, with the moment they were read', async () => {
    const { priceBook, told, clock, store } = visit();
    const readAt = clock.now();
    await priceBook.refresh('one', told('first'));
    clock.pass(60 * minutes);
    const next = visit(store, clock);
    await next.priceBook.refresh(
      'one',
      next.source(() => Promise.reject(new Error('nobody answers'))),
    );
    expect(namesIn(next.priceBook.get())).to.deep.equal(['first']);
    expect(next.read.map(([json, at]) => [json, at])).to.deep.equal([['first', readAt]]);
  });

  it('say why a list does not count, and stay as they were', async () => {
    const { priceBook, told, source, clock } = visit();
    await priceBook.refresh(
      'one',
      source(() => Promise.resolve('"x"'), 'offers[0] has no name'),
    );
    expect(priceBook.problem()).to.equal('offers[0] has no name');
    expect(priceBook.get()).to.equal(firstPrices);
    clock.pass(11 * minutes);
    await priceBook.refresh('one', told('first'));
    expect(priceBook.problem()).to.equal(undefined);
    clock.pass(11 * minutes);
    await priceBook.refresh(
      'one',
      source(() => Promise.reject(new Error('gone'))),
    );
    expect(priceBook.problem()).to.equal('gone');
    expect(namesIn(priceBook.get())).to.deep.equal(['first']);
    await priceBook.refresh(
      'two',
      source(() => Promise.resolve('"x"'), 'odd'),
    );
    expect(['one', 'two', 'three'].map((name) => priceBook.problem(name))).to.deep.equal([
      'gone',
      'odd',
      undefined,
    ]);
  });

  it('that were refused are not kept for the next visit', async () => {
    const { priceBook, source, store } = visit();
    await priceBook.refresh(
      'one',
      source(() => Promise.resolve('"x"'), 'odd'),
    );
    expect(store.keys()).to.deep.equal([]);
  });

  it('that do not count are told on the console, a page’s and a provider’s', async () => {
    const { priceBook, source } = visit();
    const broken = source(() => Promise.reject(new Error('gone')));
    const address = 'https://prices.example/list.json';
    const heard = await quietly(async () => {
      await priceBook.refresh('puter', broken);
      await priceBook.refresh(address, broken);
    });
    expect(heard).to.have.length(2);
    expect(heard[0]).to.contain('puter').and.contain('gone');
    expect(heard[1]).to.contain(address).and.contain('gone');
  });

  it('forget what was kept where that can’t be read, and do without a store that is full', async () => {
    for (const kept of [
      '',
      '{',
      'null',
      '{"at":"1","text":"\\"old\\""}',
      '{"at":1}',
      '{"at":1,"text":7}',
    ]) {
      const { priceBook, store, source } = visit();
      store.set('user-pays-image/prices:one', kept);
      await priceBook.refresh(
        'one',
        source(() => Promise.reject(new Error('gone'))),
      );
      expect(priceBook.get(), kept).to.equal(firstPrices);
    }
    for (const [days, refuse] of [
      [31, undefined],
      [-31, undefined],
      [1, 'odd'],
    ] as const) {
      const { priceBook, store, source } = visit();
      const at = NOON - days * 24 * 60 * minutes;
      store.set('user-pays-image/prices:one', JSON.stringify({ at, text: '"old"' }));
      await priceBook.refresh(
        'one',
        source(() => Promise.reject(new Error('gone')), refuse),
      );
      expect(priceBook.get(), `${days} days old`).to.equal(firstPrices);
    }
    const full: TextStore = {
      ...memoryStore(),
      set: () => {
        throw new DOMException('', 'QuotaExceededError');
      },
    };
    const { priceBook, told } = visit(full);
    await priceBook.refresh('one', told('first'));
    expect(namesIn(priceBook.get())).to.deep.equal(['first']);
    expect(priceBook.problem()).to.equal(undefined);
  });
});

describe('the bundled prices that are not here at first', () => {
  const own = listOf('own');

  it('may be why a provider, a route or a model is not known, and why nothing else is', () => {
    for (const code of ['unknown-provider', 'unknown-model', 'unknown-route'] as const)
      expect(
        [firstPrices, catalogue, own].map((prices) => mayCome(code, prices)),
        code,
      ).to.deep.equal([true, false, false]);
    expect(mayCome('too-small', firstPrices)).to.equal(false);
  });

  it('are those of all providers first where a provider is not known, else all at once', async () => {
    const prices = observable(firstPrices);
    await bringPrices(prices, 'unknown-provider');
    expect(prices.get()).to.equal(decidingPrices);
    expect(mayCome('unknown-model', prices.get()), 'they are not all yet').to.equal(true);
    await bringPrices(prices, 'unknown-provider');
    expect(prices.get()).to.equal(catalogue);
    const others = observable(firstPrices);
    await bringPrices(others, 'unknown-model');
    expect(others.get()).to.equal(catalogue);
  });

  it('take no other prices’ place, nor that of prices which came meanwhile', async () => {
    const prices = observable(own);
    putPart(prices, decidingPrices);
    await bringPrices(prices, 'unknown-provider');
    await bringPrices(prices, 'unknown-model');
    expect(prices.get()).to.equal(own);
    for (const bring of [
      bringCatalogue,
      (book: typeof prices) => bringPrices(book, 'unknown-provider'),
    ]) {
      const early = observable(firstPrices);
      const coming = bring(early);
      early.set(own);
      await coming;
      expect(early.get()).to.equal(own);
    }
  });

  it('are the page’s for a price alone, too, where a widget has made a book of them', () => {
    const name = Symbol.for('user-pays-image/page-services@1');
    Reflect.deleteProperty(globalThis, name);
    expect(pagePriceBook()).to.equal(undefined);
    const { prices } = pageServices(systemClock);
    expect(pagePriceBook()).to.equal(prices);
    Reflect.deleteProperty(globalThis, name);
  });
});

describe('where live prices are read', () => {
  const asked = async (from: string, network: Network) => {
    const { sent, restore } = scriptedFetch(network);
    const read = await livePrices('bfl', from, systemClock)!
      .fetch()
      .then(
        (text) => ({ text }),
        (error: unknown) => ({ error }),
      );
    restore();
    return { ...read, sent };
  };

  it('is the provider’s open list, or the address the page names, or nowhere', () => {
    expect(livePrices('puter', 'live', systemClock)?.name).to.equal('puter');
    expect(livePrices('puter', 'bundled', systemClock)).to.equal(undefined);
    for (const provider of ['bfl', 'constructor', ''])
      expect(livePrices(provider, 'live', systemClock), provider).to.equal(undefined);
    expect(livePrices('bfl', 'https://prices.example/list.json', systemClock)?.name).to.equal(
      'https://prices.example/list.json',
    );
    for (const from of [
      'http://prices.example/',
      'javascript:alert(1)',
      ' https://prices.example/',
      '',
    ])
      expect(livePrices('bfl', from, systemClock), from).to.equal(undefined);
  });

  it('is asked without any key, and read as the published format', async () => {
    const { text, sent } = {
      text: undefined,
      ...(await asked('https://prices.example/list.json', () => ({
        status: 200,
        json: sampleList(),
      }))),
    };
    expect(sent.map(({ method, url }) => [method, url])).to.deep.equal([
      ['GET', 'https://prices.example/list.json'],
    ]);
    expect(JSON.parse(text ?? '')).to.deep.equal(sampleList());
    const good = await livePrices('bfl', 'https://prices.example/', systemClock)!.parse(
      sampleList(),
      0,
    );
    expect(good).to.have.property('list');
    expect(
      await livePrices('bfl', 'https://prices.example/', systemClock)!.parse({ version: 2 }, 0),
    ).to.have.property('refused');
    for (const odd of [null, 'x', 7, undefined])
      expect(
        await livePrices('bfl', 'https://prices.example/', systemClock)!.parse(odd, 0),
      ).to.have.property('refused');
  });

  it('is Puter’s own list for Puter, dated by the day it was read', async () => {
    const row = {
      id: 'black-forest-labs/flux-2-pro',
      provider: 'replicate-image-generation',
      costs_currency: 'usd-cents',
      costs: { output_mp: 1 },
      billingScheme: 'megapixel',
    };
    const { sent, restore } = scriptedFetch(() => ({ status: 200, json: { models: [row] } }));
    const puter = livePrices('puter', 'live', systemClock)!;
    await puter.fetch().finally(restore);
    expect(sent.map(({ method }) => method)).to.deep.equal(['GET']);
    expect(sent[0]?.url).to.contain('puter.com');
    const read = await puter.parse({ models: [row] }, Date.UTC(2026, 10, 21, 23));
    const sources = 'list' in read ? Object.values(read.list.sources) : [];
    expect(sources.map(({ readOn, kind }) => [readOn, kind])).to.deep.include([
      '2026-11-21',
      'live',
    ]);
  });

  it('is refused where it was read on a day yet to come, by the page’s clock', async () => {
    const early = { now: () => Date.parse('2020-01-01') };
    const read = await livePrices('bfl', 'https://prices.example/', early)!.parse(sampleList(), 0);
    expect('refused' in read && read.refused).to.match(/yet to come/);
  });

  it('is no list unless the answer is a 200', async () => {
    for (const status of [204, 404, 500]) {
      const read = await asked('https://prices.example/', () => ({ status, json: sampleList() }));
      expect(read).to.have.nested.property('error.code', 'provider-failed');
    }
    expect(
      await asked('https://prices.example/', () => ({ status: 200, text: '<html>' })),
    ).to.include({ text: '<html>' });
  });

  it('puts all that was read over what other sources say', async () => {
    expect(await mergeLists([])).to.equal(catalogue);
    const both = await mergeLists([listOf('first'), listOf('second')]);
    expect(namesIn(both)).to.include.members([...namesIn(catalogue), 'first', 'second']);
  });
});
