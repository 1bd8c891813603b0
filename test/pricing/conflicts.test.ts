import { expect } from 'chai';
import { quote } from '../../src/pricing/headless.js';
import type { ImageRequest } from '../../src/pricing/quote-types.js';
import type { Offer, PriceList, Price } from '../../src/pricing/price-list-types.js';

const ask = (provider: string, model: string, more?: Partial<ImageRequest>) => quote({ provider, model, width: 1024, height: 1024, ...more });
const edit = { references: [{ width: 1024, height: 1024 }] };

describe('where sources disagree', () => {
  it('takes BFL’s newer price of flex, and shows January’s', () => {
    const { total, sources: [source], conflicts } = ask('bfl', 'flux-2-flex');
    expect([total?.high, source?.readOn]).to.deep.equal(['0.05', '2026-09-19']);
    expect(conflicts.map((one) => [one.total, one.source.readOn])).to.deep.equal([['0.06', '2026-01-27']]);
  });

  it('counts the reference that “from” prices of editing leave out', () => {
    expect(['klein-4b', 'klein-9b', 'pro', 'flex', 'max'].map((model) => ask('bfl', `flux-2-${model}`, edit).total?.high))
      .to.deep.equal(['0.015', '0.017', '0.045', '0.1', '0.1']);
  });

  it('asks $0.075 for FLUX.2 pro at 2048×2048 and shows the guide that multiplies to $0.12', () => {
    const { total, exactness, conflicts } = ask('bfl', 'flux-2-pro', { width: 2048, height: 2048 });
    expect([total, exactness]).to.deep.equal([{ low: '0.075', high: '0.075' }, 'exact']);
    expect(conflicts).to.have.length(1);
    expect(conflicts[0]).to.deep.include({ total: '0.12', why: 'Counts every megapixel at the price of the first' });
  });

  it('lists a source that happens to agree with the one that decides, after it', () => {
    const { sources, conflicts } = ask('bfl', 'flux-2-pro');
    expect(sources[0]?.name).to.equal('BFL price list');
    expect(sources.length).to.be.greaterThan(3);
    expect(conflicts).to.deep.equal([]);
  });

  it('takes 1024×1024 for one megapixel, though it is more than a million pixels', () => {
    expect(ask('bfl', 'flux-2-pro').total?.high).to.equal('0.03');
    expect(ask('fal', 'flux-2-pro').total?.high).to.equal('0.03');
    expect(ask('fal', 'flux-2-pro', { width: 1920, height: 1080 }).total?.high).to.equal('0.045');
  });

  it('follows OpenRouter’s own page for flex, and says what BFL asks', () => {
    const { total, conflicts } = ask('openrouter', 'flux-2-flex');
    expect([total?.high, conflicts[0]?.total]).to.deep.equal(['0.06', '0.05']);
  });

  it('gives fal’s klein 4B as a range: its guide names two variants', () => {
    const { total, exactness, conflicts } = ask('fal', 'flux-2-klein-4b');
    expect([total, exactness]).to.deep.equal([{ low: '0.009', high: '0.014' }, 'range']);
    expect(conflicts[0]).to.deep.include({ total: '0.005', why: 'Not as close to the bill' });
  });

  it('adds what a page may add at Pollinations, as a range', () => {
    expect(ask('pollinations', 'flux-1-schnell').total).to.deep.equal({ low: '0.002', high: '0.0025' });
  });
});

describe('which source wins', () => {
  const source = (kind: 'live' | 'provider' | 'third-party', readOn: string) => ({ name: `${kind} ${readOn}`, url: 'https://example.com/', readOn, kind });
  const listOf = (prices: readonly (readonly [kind: 'live' | 'provider' | 'third-party', readOn: string, each: string, wrong?: string])[]): PriceList => {
    const offer: Offer = {
      provider: 'p', model: 'm', name: 'M', sizes: { pixels: 'exact', min: 1, max: 4096, step: 1, area: 1e7 }, references: 0, seed: false,
      prices: prices.map(([, , each, wrong], index): Price => ({ rule: { kind: 'image', each }, source: `s${index}`, says: each, ...wrong && { wrong } })),
    };
    return { version: 1, sources: Object.fromEntries(prices.map(([kind, readOn], index) => [`s${index}`, source(kind, readOn)])), offers: [offer] };
  };
  const decide = (prices: Parameters<typeof listOf>[0]) => quote({ provider: 'p', model: 'm', width: 512, height: 512 }, { prices: listOf(prices) });

  it('is a live one before the provider’s page before somebody else’s', () => {
    const made = decide([['third-party', '2026-11-01', '0.03'], ['provider', '2026-10-01', '0.02'], ['live', '2026-01-01', '0.01']]);
    expect([made.total?.high, made.exactness, made.conflicts.map((one) => one.total)]).to.deep.equal(['0.01', 'exact', ['0.02', '0.03']]);
  });

  it('is the newer one of equals, whatever their order', () => {
    for (const prices of [[['provider', '2026-01-01', '0.01'], ['provider', '2026-02-01', '0.02']], [['provider', '2026-02-01', '0.02'], ['provider', '2026-01-01', '0.01']]] as const) {
      const made = decide(prices);
      expect([made.total?.high, made.sources[0]?.readOn, made.conflicts[0]?.why]).to.deep.equal(['0.02', '2026-02-01', 'Read earlier']);
    }
  });

  it('is nobody when equals of the same day disagree: the price is a range over both', () => {
    const made = decide([['provider', '2026-01-01', '0.01'], ['provider', '2026-01-01', '0.03'], ['provider', '2025-01-01', '0.09']]);
    expect([made.total, made.exactness]).to.deep.equal([{ low: '0.01', high: '0.03' }, 'range']);
    expect(made.lines.map((line) => line.amount)).to.deep.equal(['0.03']);
  });

  it('is never one known to be wrong, and it widens nothing', () => {
    const made = decide([['live', '2026-11-01', '0.5', 'a misprint'], ['provider', '2026-01-01', '0.01']]);
    expect([made.total, made.exactness, made.conflicts[0]?.why]).to.deep.equal([{ low: '0.01', high: '0.01' }, 'exact', 'a misprint']);
    expect(decide([['live', '2026-11-01', '0.5', 'a misprint']]).problem?.code).to.equal('no-price');
  });
});
