import { expect } from 'chai';
import { pageList } from '../../src/pricing/page-list.js';
import { quote } from '../../src/pricing/quote.js';
import type { Offer, PriceList } from '../../src/pricing/price-list-types.js';

type Kind = 'live' | 'provider' | 'third-party';

function listOf(name: string, kind: Kind, ...offers: readonly Offer[]): PriceList {
  const source = { name, url: 'https://example.com/', readOn: '2026-11-01', kind } as const;
  return { version: 1, sources: { [name]: source }, offers };
}

function offer(list: string, each: string, more: Partial<Offer> = {}): Offer {
  return {
    provider: 'p',
    model: 'm',
    name: 'M',
    sizes: { pixels: 'exact', min: 1, max: 4096, step: 1, area: 4096 ** 2 },
    references: 0,
    seed: false,
    prices: [{ rule: { kind: 'image', each }, source: list, says: each }],
    ...more,
  };
}

function cost(prices: PriceList, more: Partial<Parameters<typeof quote>[0]> = {}) {
  return quote({ provider: 'p', model: 'm', width: 512, height: 512, ...more }, { prices });
}

describe('a page’s own price list', () => {
  const ours = listOf(
    'ours',
    'live',
    offer('ours', '0.01', { route: 'one' }),
    offer('ours', '0.02', { route: 'two' }),
    offer('ours', '0.03', { provider: 'q', route: 'three' }),
    offer('ours', '0.04', { model: 'n' }),
    offer('ours', '0.06', { model: 'r', route: 'four' }),
  );
  const both = pageList(ours, listOf('own', 'live', offer('own', '0.05')));

  it('decides by every route of the models it names, and is cited as the page’s, never as live', () => {
    for (const route of ['one', 'two']) {
      const { total, sources } = cost(both, { route });
      expect(total?.high).to.equal('0.05');
      expect(sources[0]).to.include({ name: 'own', by: 'page', kind: 'provider' });
    }
    expect(cost(both, { route: 'one' }).conflicts[0]).to.include({
      why: 'This page names a price list of its own',
    });
  });

  it('says nothing of other models, nor of a model of that name at another provider', () => {
    expect(cost(both, { model: 'n' }).total?.high).to.equal('0.04');
    expect(cost(both, { provider: 'q' }).total?.high).to.equal('0.03');
    expect(cost(both, { model: 'r' }).total?.high).to.equal('0.06');
    for (const route of ['three', 'four'])
      expect(cost(both, { route }).problem?.code).to.equal('unknown-route');
  });

  it('decides by the one route that it names', () => {
    const one = pageList(
      ours,
      listOf('own', 'third-party', offer('own', '0.05', { route: 'two' })),
    );
    expect(cost(one, { route: 'one' }).total?.high).to.equal('0.01');
    const { total, sources } = cost(one, { route: 'two' });
    expect(total?.high).to.equal('0.05');
    expect(sources[0]).to.include({ kind: 'third-party', by: 'page' });
  });

  it('brings models that no other list has, and decides by those that have no routes', () => {
    const more = pageList(
      ours,
      listOf(
        'own',
        'live',
        offer('own', '0.07', { model: 'new' }),
        offer('own', '0.08', { model: 'n' }),
      ),
    );
    expect(cost(more, { model: 'new' }).total?.high).to.equal('0.07');
    expect(cost(more, { model: 'n' }).total?.high).to.equal('0.08');
  });
});
