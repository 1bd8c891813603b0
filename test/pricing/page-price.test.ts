import { expect } from 'chai';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { sum, toText, usd } from '../../src/pricing/money.js';
import { models } from '../../src/pricing/models.js';
import { pageList } from '../../src/pricing/page-list.js';
import { parsePriceList } from '../../src/pricing/parse-price-list.js';
import { quote } from '../../src/pricing/quote.js';
import { charged } from '../../src/pricing/settle.js';
import type { Offer, Price, PriceList } from '../../src/pricing/price-list-types.js';
import type { ImageRequest } from '../../src/pricing/quote-types.js';

const request: ImageRequest = {
  provider: 'together',
  model: 'flux-2-max',
  width: 1024,
  height: 1024,
};
const sizes = { pixels: 'exact', min: 64, max: 4096, step: 8, area: 1e8 } as const;

function image(each: string, more: Partial<Price> = {}): Price {
  return { rule: { kind: 'image', each }, source: 's', says: `$${each}`, ...more };
}
function offer(prices: readonly Price[], more: Partial<Offer> = {}): Offer {
  const { provider, model } = request;
  return { provider, model, name: 'F', sizes, references: 0, seed: true, prices, ...more };
}
/** A page's list as it is read, over the bundled prices. */
function pages(offers: readonly Offer[], more: Partial<PriceList> = {}): PriceList {
  const source = { name: 'The page', url: 'https://evil.example/', readOn: '2026-11-20' };
  const read = parsePriceList({
    version: 1,
    sources: { s: { ...source, kind: 'provider' } },
    offers,
    ...more,
  });
  if ('refused' in read) throw new Error(read.refused);
  return pageList(catalogue, read.list);
}
function cost(prices: PriceList, more: Partial<ImageRequest> = {}) {
  return quote({ ...request, ...more }, { prices });
}
const ours = cost(catalogue);
const high = ours.total?.high ?? '';

describe('a page’s own list that says less than is known', () => {
  it('makes a range up to the known price, names both sources, and says why', () => {
    expect(Number(high)).to.be.above(0.05);
    const { total, exactness, sources, conflicts, lines, free } = cost(
      pages([offer([image('0.02')])]),
    );
    expect(total).to.deep.equal({ low: '0.02', high });
    expect(exactness).to.equal('range');
    expect(free).to.equal(undefined);
    expect(sources[0]).to.include({ name: 'The page', by: 'page' });
    expect(sources[1]).to.deep.equal(ours.sources[0]);
    expect(conflicts[0]).to.deep.equal({
      source: ours.sources[0],
      total: high,
      why: 'This page’s list says less than is known here',
    });
    expect(toText(sum(lines.map(({ amount }) => usd(amount))))).to.equal(high);
  });

  it('makes nothing free that costs something, and no amount too small to be seen', () => {
    for (const [each, more] of [
      ['0', { free: true }],
      ['0.0001', {}],
      ['0.000000000000000001', {}],
      ['0.06', { doubt: 'who knows' }],
    ] as const) {
      const { total, free } = cost(pages([offer([image(each, more)])]));
      expect(total?.high, each).to.equal(high);
      expect(free, each).to.equal(undefined);
    }
  });

  it('counts at any size, count and number of references at least what is known', () => {
    const prices = pages([offer([image('0.001')], { references: 8 })]);
    for (const more of [
      { count: 4 },
      { width: 2048, height: 2048 },
      { references: [{ width: 1024, height: 1024 }] },
      { width: 512, height: 768, count: 3 },
    ])
      expect(cost(prices, more).total?.high, JSON.stringify(more)).to.equal(
        cost(catalogue, more).total?.high,
      );
  });

  it('counts also for one route, for a route that is not known, and in part of the requests', () => {
    const puter = { provider: 'puter', model: 'flux-2-pro' };
    const known = cost(catalogue, puter).total?.high;
    for (const route of ['replicate', 'elsewhere', undefined])
      expect(
        cost(pages([offer([image('0.0001')], { ...puter, ...(route && { route }) })]), {
          ...puter,
          ...(route && { route }),
        }).total?.high,
        route,
      ).to.equal(known);
    const edits = pages([offer([image('0.0001', { when: 'edit' })])]);
    expect(cost(edits).total).to.deep.equal(ours.total);
    const small = pages([offer([image('0.0001', { upTo: 1 })])]);
    const large = { width: 2048, height: 2048 };
    expect(cost(small, large).total).to.deep.equal(cost(catalogue, large).total);
    expect(cost(small).total?.high).to.equal(high);
  });

  it('counts by any spelling of the model that its provider takes', () => {
    for (const [model, more] of [
      ['black-forest-labs/FLUX.2-max', {}],
      ['BLACK-FOREST-LABS/flux_2_max', {}],
      ['FLUX-2-MAX', {}],
      ['black-forest-labs/flux-2-max:latest', {}],
      ['cheap', { wire: 'black-forest-labs/FLUX.2-max' }],
      ['cheap', { ids: ['flux-2-max'] }],
    ] as const) {
      const { total, conflicts } = cost(
        pages([offer([image('0', { free: true })], { model, ...more })]),
        {
          model,
        },
      );
      expect(total?.high, model).to.equal(high);
      expect(conflicts.map((one) => one.source.name)).to.include(ours.sources[0]?.name);
    }
    const wire = models('puter', catalogue)
      .flatMap(({ offers }) => offers)
      .find((one) => one.wire)!;
    const asked = { provider: 'puter', model: wire.wire! };
    const prices = pages([offer([image('0.0000001')], asked)]);
    expect(cost(prices, asked).total?.high).to.equal(cost(catalogue, asked).total?.high);
  });

  it('prices no model by a row for any model, where the provider’s prices are known', () => {
    const prices = pages([offer([image('0.0001')], { model: '*' })]);
    expect(cost(prices, { model: 'black-forest-labs/FLUX.2-max' }).problem?.code).to.equal(
      'unknown-model',
    );
  });

  it('changes neither what is sent nor the size that is billed', () => {
    const small = { ...sizes, max: 64, area: 4096, snaps: 'sides' } as const;
    const large = { width: 2048, height: 2048 };
    expect(cost(pages([offer([image('0.0001')], { sizes: small })]), large).total?.high).to.equal(
      cost(catalogue, large).total?.high,
    );
    for (const one of catalogue.offers
      .filter(({ provider }) => provider === 'puter')
      .slice(0, 40)) {
      const { model, route } = one;
      const asked = { provider: 'puter', model, ...(route && { route }) };
      const options = { quality: { type: 'choice', values: ['high'], usual: 'high' } } as const;
      const own = offer([image('0.0000001')], { ...asked, wire: 'x:y/z', options, sizes: small });
      const [before, after] = [cost(catalogue, asked), cost(pages([own]), asked)];
      expect(after.sends, model).to.deep.equal(before.sends);
      expect(after.holds, model).to.equal(before.holds);
      expect(after.total?.high, model).to.equal(before.total?.high);
    }
  });

  it('takes no known price away', () => {
    const wired = catalogue.offers.find(({ provider, wire }) => provider === 'puter' && wire)!;
    const { provider, model, route } = wired;
    const asked = { provider, model, ...(route && { route }) };
    const prices = pages([{ ...wired, prices: [] }], { covers: [provider] });
    expect(cost(prices, asked).total).to.deep.equal(cost(catalogue, asked).total);
  });

  it('closes no receipt with its own price of a unit', () => {
    const fal = { provider: 'fal', model: 'flux-2-pro' };
    const usage = { unit: 'billable-units', amount: '2' };
    const asked = { ...request, ...fal };
    const known = charged(usage, asked, { prices: catalogue });
    expect(known).not.to.equal(undefined);
    const rule = catalogue.offers.find((one) => one.provider === 'fal' && one.model === fal.model)!
      .prices[0]!.rule;
    const cheap = pages([offer([image('0.0001')], fal)]);
    const equal = pages([offer([{ rule, source: 's', says: 'as at fal' }], fal)]);
    for (const prices of [cheap, equal])
      expect(charged(usage, asked, { prices })).to.deep.equal(known);
  });
});

describe('a page’s own list that is honest', () => {
  it('changes nothing where it says the same, be it newer', () => {
    const { total, exactness, sources, lines, conflicts, hints, sends } = cost(
      pageList(catalogue, JSON.parse(JSON.stringify(catalogue)) as PriceList),
    );
    expect({ total, exactness, lines, hints, sends }).to.deep.equal({
      total: ours.total,
      exactness: ours.exactness,
      lines: ours.lines,
      hints: ours.hints,
      sends: ours.sends,
    });
    expect(sources[0]).to.include({ by: 'page' });
    expect(conflicts.map(({ why }) => why)).not.to.include(
      'This page’s list says less than is known here',
    );
  });

  it('says the same of every model and size in the published list', () => {
    const prices = pageList(catalogue, JSON.parse(JSON.stringify(catalogue)) as PriceList);
    const told = catalogue.offers.flatMap(({ provider, model, route }) =>
      [1024, 1536].map((side) => {
        const asked = { provider, model, width: side, height: side, ...(route && { route }) };
        const [before, after] = [catalogue, prices].map((list) => {
          const { total, free, sends, exactness, id } = quote(asked, { prices: list });
          return { total, free, sends, exactness, id };
        });
        expect(after).to.deep.equal(before);
        return before?.total;
      }),
    );
    expect(told.filter(Boolean).length).to.be.above(200);
  });

  it('decides where it is dearer, and for models that nothing else prices', () => {
    const dear = cost(pages([offer([image('0.5')])]));
    expect(dear.total).to.deep.equal({ low: '0.5', high: '0.5' });
    expect(dear.exactness).to.equal('exact');
    const model = 'somebody/own-finetune-7';
    const other = cost(pages([offer([image('0.004')], { model })]), { model });
    expect(other.total).to.deep.equal({ low: '0.004', high: '0.004' });
    expect(other.sources[0]).to.include({ by: 'page' });
    const free = cost(pages([offer([image('0', { free: true })], { model })]), { model });
    expect(free).to.include({ free: true });
  });
});
