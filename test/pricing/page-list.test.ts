import { expect } from 'chai';
import { pageList } from '../../src/pricing/page-list.js';
import { quote } from '../../src/pricing/quote.js';
import type { Offer, PriceList } from '../../src/pricing/price-list-types.js';

function listOf(name: string, ...offers: readonly Offer[]): PriceList {
  const source = { name, url: 'https://example.com/', readOn: '2026-11-01', kind: 'live' } as const;
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
    offer('ours', '0.01', { route: 'one' }),
    offer('ours', '0.02', { route: 'two' }),
    offer('ours', '0.03', { provider: 'q', route: 'three' }),
    offer('ours', '0.04', { model: 'n' }),
  );
  const both = pageList(ours, listOf('own', offer('own', '0.05')));

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
    expect(cost(both, { route: 'three' }).problem?.code).to.equal('unknown-route');
  });
});
