import { expect } from 'chai';
import { firstPrices } from '../../src/pricing/catalogue/first-prices.js';
import { bringListReading, type ListReading } from '../../src/pricing/list-reading.js';
import { cheapestAdequate, usualOrder } from '../../src/pricing/models.js';
import type { Offer, PriceList } from '../../src/pricing/price-list-types.js';
import { readsLists } from '../../src/pricing/reads-lists.js';

function offer(model: string, each: string, more: Partial<Offer> = {}): Offer {
  return {
    provider: 'puter',
    model,
    name: model,
    sizes: { pixels: 'exact', min: 64, max: 2048, step: 1, area: 2048 ** 2 },
    references: 0,
    seed: false,
    prices: [{ rule: { kind: 'image', each }, source: 'list', says: each }],
    ...more,
  };
}

/** As another copy of the script on the page has read it. */
const list: PriceList = {
  version: 1,
  sources: { list: { name: 'A list', readOn: '2026-11-01', kind: 'provider' } },
  offers: [
    offer('dear', '0.5'),
    offer('cheap', '0.001', { options: { steps: { type: 'number', usual: '4' } } }),
  ],
};

describe('the model a page starts with', () => {
  it('is the cheapest also where what reads a list came after the list', () => {
    // Another test of this page may have brought it already.
    bringListReading(undefined as unknown as ListReading);
    expect(cheapestAdequate('puter', list)).to.equal('dear');
    readsLists();
    expect(cheapestAdequate('puter', list)).to.equal('cheap');
  });

  for (const provider of ['puter', 'bfl', 'sandbox'])
    it(`is told at once from the first list of ${provider}, which stands in the order of price`, () => {
      // Another object with the same rows is priced row by row.
      const asAnyList = { ...firstPrices };
      expect(usualOrder(provider)).to.deep.equal(usualOrder(provider, asAnyList));
      expect(cheapestAdequate(provider)).to.equal(cheapestAdequate(provider, asAnyList));
    });
});
