import { expect } from 'chai';
import { memoryStore } from '../../src/base/store.js';
import { createPriceBook } from '../../src/generation/price-book.js';
import type { PriceSource } from '../../src/generation/price-source.js';
import { mergeLists } from '../../src/generation/price-sources.js';
import { decidingPrices } from '../../src/pricing/catalogue/deciding-prices.js';
import { parsePriceList } from '../../src/pricing/parse-price-list.js';
import { parsePuterCatalogue } from '../../src/pricing/parse-puter-catalogue.js';
import { quote } from '../../src/pricing/quote.js';

const day = 86_400_000;
const pro = {
  provider: 'puter',
  model: 'flux-2-pro',
  route: 'replicate',
  width: 1024,
  height: 1024,
};
const bundledOn = quote(pro).sources[0]?.readOn ?? '';
function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Written after the shape of Puter's catalogue of August 2026. */
function row(cents: unknown) {
  return {
    id: 'black-forest-labs/flux-2-pro',
    provider: 'replicate-image-generation',
    costs_currency: 'usd-cents',
    costs: { output_mp: cents },
    billingScheme: 'megapixel',
  };
}
function puter(answer: () => string): PriceSource {
  return {
    merge: mergeLists,
    fetch: () => Promise.resolve().then(answer),
    parse: (json, at) => Promise.resolve(parsePuterCatalogue(json, dayOf(at))),
  };
}
function told(...cents: unknown[]) {
  return puter(() => JSON.stringify({ models: cents.map(row) }));
}
const silent = puter(() => {
  throw new Error('nobody answers');
});

function visit(at: number, store = memoryStore()) {
  const priceBook = createPriceBook(
    { now: () => at, elapsed: () => at, sleep: () => Promise.resolve() },
    store,
  );
  const shown = (from = 'live') => {
    const {
      total,
      sources: [source],
      asOf,
    } = quote(pro, { prices: priceBook.of(from), at });
    return { high: total?.high, kind: source?.kind, readOn: source?.readOn, by: source?.by, asOf };
  };
  return { priceBook, store, shown };
}

describe('prices read from their source', () => {
  const warned: string[] = [];
  const { warn } = console;
  before(() => {
    console.warn = (text: string) => void warned.push(text);
  });
  after(() => {
    console.warn = warn;
  });
  beforeEach(() => {
    warned.length = 0;
  });
  const then = Date.parse(bundledOn) + 40 * day;

  it('are live in the visit they were read in, and only there', async () => {
    const first = visit(then);
    await first.priceBook.refresh('puter', told(1));
    expect(first.shown()).to.deep.equal({
      high: '0.01',
      kind: 'live',
      readOn: dayOf(then),
      by: undefined,
      asOf: undefined,
    });
    const next = visit(then + 5 * day, first.store);
    await next.priceBook.refresh('puter', silent);
    expect(next.shown()).to.deep.equal({
      high: '0.01',
      kind: 'provider',
      readOn: dayOf(then),
      by: undefined,
      asOf: undefined,
    });
    const later = visit(then + 20 * day, first.store);
    await later.priceBook.refresh('puter', silent);
    expect(later.shown()).to.deep.equal({
      high: '0.01',
      kind: 'provider',
      readOn: dayOf(then),
      by: undefined,
      asOf: dayOf(then),
    });
  });

  it('stay live when the source is silent later in the same visit', async () => {
    let at = then;
    const priceBook = createPriceBook(
      { now: () => at, elapsed: () => at, sleep: () => Promise.resolve() },
      memoryStore(),
    );
    await priceBook.refresh('puter', told(1));
    at += 3_600_000;
    await priceBook.refresh('puter', silent);
    expect(quote(pro, { prices: priceBook.get() }).sources[0]?.kind).to.equal('live');
    expect(priceBook.problem('puter')).to.equal('nobody answers');
  });

  it('are forgotten when they are old, from the future, or older than the bundled ones', async () => {
    for (const kept of [
      then - 250 * day,
      then - 31 * day,
      then + 31 * day,
      Date.parse(bundledOn) - day,
    ]) {
      const store = memoryStore();
      store.set(
        'user-pays-image/prices:puter',
        JSON.stringify({ at: kept, text: JSON.stringify({ models: [row(1)] }) }),
      );
      const now =
        kept < Date.parse(bundledOn) && kept > then - 200 * day
          ? Date.parse(bundledOn) + 20 * day
          : then;
      const { priceBook, shown } = visit(now, store);
      await priceBook.refresh('puter', silent);
      expect([shown().high, shown().readOn], dayOf(kept)).to.deep.equal(['0.03', bundledOn]);
      expect(store.keys(), dayOf(kept)).to.deep.equal([]);
    }
  });

  it('count when they were read just now, also by a clock that is behind', async () => {
    const { priceBook, store } = visit(Date.parse(bundledOn) - 3 * day);
    await priceBook.refresh('puter', told(1));
    const kinds = Object.values(priceBook.get().sources).map(({ kind }) => kind);
    expect(kinds).to.include('live');
    expect(store.keys()).to.deep.equal(['user-pays-image/prices:puter']);
  });

  it('are kept for later when they are of the same day as the bundled ones', async () => {
    const [newest = ''] = decidingPrices.offers
      .filter(({ provider }) => provider === 'puter')
      .flatMap(({ prices }) => prices.map(({ source }) => decidingPrices.sources[source]))
      .flatMap((source) => (source?.kind === 'provider' ? source.readOn : []))
      .sort()
      .reverse();
    const at = Date.parse(newest) + 3_600_000;
    const { priceBook, store } = visit(at);
    store.set(
      'user-pays-image/prices:puter',
      JSON.stringify({ at, text: JSON.stringify({ models: [row(1)] }) }),
    );
    await priceBook.refresh('puter', silent);
    expect(store.keys()).to.deep.equal(['user-pays-image/prices:puter']);
  });

  it('say once on the console why they can’t be had, or what was left out', async () => {
    let at = then;
    const priceBook = createPriceBook(
      { now: () => at, elapsed: () => at, sleep: () => Promise.resolve() },
      memoryStore(),
    );
    for (let again = 0; again < 3; again += 1, at += 3_600_000)
      await priceBook.refresh('puter', silent);
    expect(warned).to.deep.equal(['user-pays-image: prices of puter: nobody answers']);
    await priceBook.refresh('puter', told(1, 'x'));
    expect(priceBook.problem('puter')).to.equal(
      '1 left out: models[1].costs.output_mp is not a cost',
    );
    at += 3_600_000;
    await priceBook.refresh('puter', told(1));
    expect(priceBook.problem('puter')).to.equal(undefined);
  });
});

describe('a page’s own list', () => {
  const url = 'https://shop.example/prices.json';
  const list = (each: string, more: object = {}, kind = 'third-party') =>
    JSON.stringify({
      version: 1,
      sources: {
        s: { name: 'BFL price list', url: 'https://docs.bfl.ai/', readOn: '2020-01-01', kind },
      },
      offers: [
        {
          provider: 'puter',
          model: 'flux-2-pro',
          name: 'F',
          sizes: { pixels: 'exact', min: 64, max: 4096, step: 8, area: 1e8 },
          references: 0,
          seed: true,
          prices: [{ rule: { kind: 'image', each }, source: 's', says: 'x' }],
          ...more,
        },
      ],
    });
  const own = (text: string): PriceSource => ({
    merge: mergeLists,
    fetch: () => Promise.resolve(text),
    parse: (json) => Promise.resolve(parsePriceList(json)),
  });
  const now = Date.parse(bundledOn) + day;

  it('decides what it names, whatever its date and kind, for the elements that name it alone', async () => {
    for (const [kind, more] of [
      ['third-party', {}],
      ['provider', { route: 'replicate' }],
      ['live', {}],
    ] as const) {
      const { priceBook, shown } = visit(now);
      await priceBook.refresh(url, own(list('0.1', more, kind)));
      expect(shown(url), kind).to.deep.equal({
        high: '0.1',
        kind: kind === 'live' ? 'provider' : kind,
        readOn: '2020-01-01',
        by: 'page',
        asOf: '2020-01-01',
      });
      expect(shown().high).to.equal('0.03');
      expect(shown('bundled').high).to.equal('0.03');
      const bfl = { provider: 'bfl', model: 'flux-2-pro', width: 1024, height: 1024 };
      expect(quote(bfl, { prices: priceBook.of(url) }).total).to.deep.equal(quote(bfl).total);
      expect(
        quote(pro, { prices: priceBook.of(url) }).conflicts.map(({ total, why }) => [total, why]),
      ).to.deep.include(['0.03', 'This page names a price list of its own']);
    }
  });

  it('stays above the live prices another element reads, and hears them as what others say', async () => {
    const { priceBook, shown } = visit(now);
    await priceBook.refresh(url, own(list('0.1')));
    await priceBook.refresh('puter', told(2));
    expect([shown(url).high, shown().high]).to.deep.equal(['0.1', '0.02']);
  });

  it('decides in the next visit, too, however old it is', async () => {
    const store = memoryStore();
    const at = Date.parse(bundledOn) - day;
    store.set(`user-pays-image/prices:${url}`, JSON.stringify({ at, text: list('0.1') }));
    const { priceBook, shown } = visit(Date.parse(bundledOn) + 20 * day, store);
    const broken = { ...own(''), fetch: () => Promise.reject(new Error('gone')) };
    const { warn } = console;
    console.warn = () => undefined;
    await priceBook.refresh(url, broken);
    console.warn = warn;
    expect(shown(url).high).to.equal('0.1');
  });

  it('is told to whoever listens, although the common prices stay as they are', async () => {
    const { priceBook, shown } = visit(now);
    await priceBook.refresh(url, own(list('0.1')));
    let heard = 0;
    priceBook.subscribe(() => (heard += 1));
    const other = 'https://other.example/prices.json';
    await priceBook.refresh(other, own(list('0.2')));
    expect([heard, shown(url).high, shown(other).high, shown().high]).to.deep.equal([
      1,
      '0.1',
      '0.2',
      '0.03',
    ]);
  });
});
