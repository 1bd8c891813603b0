import { expect } from 'chai';
import { cheapestAdequate, models, quote, snapSize } from '../../src/pricing/index.js';
import { listEntries } from '../../src/pricing/list-entries.js';
import { kindOf } from '../../src/pricing/kind-of.js';
import { isAmong } from '../../src/pricing/models.js';
import { times, toText, usd, compareUsd } from '../../src/pricing/money.js';
import { isOneAmount } from '../../src/pricing/one-amount.js';
import { pageList } from '../../src/pricing/page-list.js';
import { parsePriceList } from '../../src/pricing/parse-price-list.js';
import type { Offer, PriceList, Sizes } from '../../src/pricing/price-list-types.js';
import type { CheckedRequest } from '../../src/pricing/rule-kind.js';
import type { Rule } from '../../src/pricing/rule.js';
import { byPixel } from '../../src/pricing/rules/by-pixel.js';
import { ownList } from './own-list.js';
import { sampleList } from './sample-list.js';

const own = ownList();

function asked(more: Partial<CheckedRequest> = {}): CheckedRequest {
  return {
    width: 1000,
    height: 1000,
    count: 1,
    references: [],
    steps: undefined,
    options: {},
    unitPrice: undefined,
    ...more,
  };
}

function bill(rule: Rule, more: Partial<CheckedRequest> = {}) {
  return kindOf(rule).bill(rule, asked(more));
}

describe('an amount', () => {
  it('is told from another by sign, size and every digit, in both directions', () => {
    const rising = [
      '-10.5',
      '-10',
      '-0.03',
      '-0.0000000000000000000000001',
      '0',
      '0.0000000000000000000000001',
      '0.03',
      '0.030000000000000000000000000001',
      '0.04',
      '1',
      '9.99999999999999999999',
      '10',
      '10.0000001',
      '123456789012345678901234567890',
    ];
    for (const [i, low] of rising.entries())
      for (const [k, high] of rising.entries())
        expect(Math.sign(compareUsd(usd(low), usd(high))), `${low} ${high}`).to.equal(
          Math.sign(i - k),
        );
  });

  it('is multiplied by plain decimal text only', () => {
    expect(toText(times(usd('0.03'), '1.5'))).to.equal('0.045');
    for (const odd of ['1e3', '+2', '', 'x']) expect(() => times(usd('1'), odd), odd).to.throw();
  });
});

describe('a size that is snapped', () => {
  const sizes: Sizes = { pixels: 'exact', min: 64, max: 4096, step: 16, area: 1_048_576 };

  it('may fill the area to the last pixel', () => {
    expect(snapSize(sizes, 2040, 514)).to.deep.equal({ width: 2048, height: 512 });
    expect(snapSize(sizes, 2048, 512)).to.deep.equal({ width: 2048, height: 512 });
    expect(snapSize({ ...sizes, area: 1_048_575 }, 2040, 514)).to.deep.equal({
      width: 2032,
      height: 512,
    });
  });

  it('has a side of 1024 where that is none', () => {
    for (const odd of [0, -1, NaN, 1e9, Infinity]) {
      expect(snapSize(sizes, odd, 512), String(odd)).to.deep.equal({ width: 1024, height: 512 });
      expect(snapSize(sizes, 512, odd), String(odd)).to.deep.equal({ width: 512, height: 1024 });
    }
  });

  it('is the nearest of those listed, shape before area', () => {
    const only = { ...sizes, also: ['512x512', '1024x1024', '1024x512'], only: true as const };
    expect(snapSize(only, 900, 900)).to.deep.equal({ width: 1024, height: 1024 });
    expect(snapSize(only, 600, 600)).to.deep.equal({ width: 512, height: 512 });
    expect(snapSize(only, 2000, 1100)).to.deep.equal({ width: 1024, height: 512 });
  });

  it('goes side by side where the offer says so', () => {
    const sides = { ...sizes, snaps: 'sides' as const, max: 2048, area: 2048 ** 2 };
    expect(snapSize(sides, 5000, 40)).to.deep.equal({ width: 2048, height: 64 });
    expect(snapSize(sides, 1000.4, 1016)).to.deep.equal({ width: 1008, height: 1024 });
  });

  it('is never longer than it may be, nor smaller in all', () => {
    const shape = { ...sizes, least: 65_536, longest: 3, snaps: 'shape' as const };
    expect(snapSize(shape, 3000, 100)).to.deep.equal({ width: 1728, height: 576 });
    expect(snapSize(shape, 64, 64)).to.deep.equal({ width: 256, height: 256 });
    expect(snapSize(shape, 100, 300)).to.deep.equal({ width: 160, height: 448 });
  });
});

describe('a rule', () => {
  const megapixel = { kind: 'megapixel', pixels: 1e6, further: '0.02', input: '0.003' } as const;

  it('bills a reference at its real size only where it is larger than it may count', () => {
    const unsure = { ...megapixel, inputUnsure: true, inputMost: 2 } as const;
    const small = bill(unsure, { references: [{ width: 2000, height: 1000 }] });
    expect(small).to.deep.equal({
      items: [
        ['megapixels', 1, '0.02'],
        ['reference', 2, '0.003', '2000×1000'],
      ],
    });
    const large = bill(unsure, { references: [{ width: 2001, height: 1000 }] });
    expect([large?.items[1]?.[1], large?.low?.[1]?.[1]]).to.deep.equal([3, 2]);
    const { inputMost: _most, ...open } = unsure;
    const four = bill(open, { references: [{ width: 5000, height: 1000 }] });
    expect([four?.items[1]?.[1], four?.low?.[1]?.[1]]).to.deep.equal([5, 4]);
    const two = { width: 3000, height: 1000 };
    const several = bill(open, { references: [two, two] });
    expect([several?.items[2]?.[1], several?.low?.[2]?.[1]]).to.deep.equal([3, 1]);
  });

  it('counts pixels in parts of a megapixel, or names the amount where that goes on for ever', () => {
    expect(byPixel('megapixels', 500_000, '0.03', { pixels: 1e6 })).to.deep.equal([
      'megapixels',
      '0.5',
      '0.03',
    ]);
    expect(
      byPixel('megapixels', 1_048_576, '0.000007', { pixels: 1e6, decimals: 8 }),
    ).to.deep.equal(['megapixels', 1, '0.00000734']);
    expect(byPixel('reference', 1, '0.7', { pixels: 3 }, 'one')).to.deep.equal([
      'reference',
      1,
      '0.233333333334',
      'one',
    ]);
  });

  it('bills references beyond those that are free, and no fewer than none', () => {
    const rule = { kind: 'tiered-image', each: '0.04', input: '0.003', free: 1 } as const;
    const one = { width: 8, height: 8 };
    expect(bill(rule, { references: [] })?.items).to.have.length(1);
    expect(bill(rule, { references: [one] })?.items).to.have.length(1);
    expect(bill(rule, { references: [one, one, one] })?.items[1]).to.deep.equal([
      'reference',
      2,
      '0.003',
    ]);
    const large = { ...rule, above: 1_000_000, large: '0.08' };
    expect(bill(large)?.items[0]?.[2]).to.equal('0.04');
    expect(bill(large, { width: 1001 })?.items[0]?.[2]).to.equal('0.08');
  });

  it('bills tiles and steps as they are made', () => {
    const rule = { kind: 'tiles', tile: '0.001', step: '0.01', maxSteps: 8 } as const;
    const items = (more: Partial<CheckedRequest>, made: object = {}) =>
      bill({ ...rule, ...made }, more)?.items.map(([, count]) => count);
    expect(items({ width: 512, height: 513 })).to.deep.equal([2, 8]);
    expect(items({ width: 1, height: 1, steps: 3 })).to.deep.equal([1, 3]);
    expect(items({ steps: 3 }, { fixed: true, steps: 5 })).to.deep.equal([4, 5]);
    expect(items({ steps: 3 }, { perStep: true })).to.deep.equal([12, 3]);
    expect(items({ steps: 60 }, { maxSteps: undefined })).to.deep.equal([4, 50]);
    expect(items({}, { maxSteps: undefined })).to.deep.equal([4, 25]);
    expect(bill({ kind: 'tiles' })).to.equal(undefined);
  });
});

describe('options of a request', () => {
  const list = sampleList();
  const parsed = parsePriceList(list);
  const prices = 'list' in parsed ? parsed.list : list;
  const sends = (options: Record<string, string | number | boolean>, steps?: number) =>
    quote(
      {
        provider: 'studio',
        model: 'choosy',
        width: 1024,
        height: 1024,
        options,
        ...(steps !== undefined && { steps }),
      },
      { prices },
    ).sends;

  it('are sent where they are given, or where the price depends on them', () => {
    expect(sends({})).to.deep.include({ model: 'studio:house/choosy', quality: '1K' });
    expect(sends({})).not.to.have.property('steps');
    expect(sends({}, 3)).to.have.property('steps', 3);
    expect(sends({}, 99), 'as many as it makes').to.have.property('steps', 8);
    expect(sends({ steps: 5 }, 3), 'its own name counts').to.have.property('steps', 5);
    expect(sends({ fontUrls: 'a, b' })).to.deep.include({ font_urls: ['a', 'b'] });
    expect(sends({ raw: true })).to.deep.include({ raw: true });
    expect(sends({ resolution: 'HD' })).to.deep.include({ quality: '2K' });
  });

  it('are lists by spaces or commas', () => {
    expect(listEntries(undefined)).to.deep.equal([]);
    expect(listEntries(' ,a,, b\nc ')).to.deep.equal(['a', 'b', 'c']);
  });
});

describe('a page’s own list over another', () => {
  const offer = own.offers[0] as Offer;
  const page = (more: Partial<Offer>): PriceList => ({
    version: 1,
    sources: { mine: { name: 'Mine', readOn: '2026-11-22', kind: 'live' } },
    offers: [
      {
        ...offer,
        name: 'My name',
        prices: [{ rule: { kind: 'image', each: '0.09' }, source: 'mine', says: 'nine' }],
        ...more,
      },
    ],
  });
  const over = (under: readonly Offer[], more: Partial<Offer> = {}) =>
    pageList({ ...own, offers: under }, page(more)).offers.map(({ route, name, prices }) => [
      route,
      name,
      prices.length,
    ]);

  it('keeps its own offer of a model without routes, and prices every route of one that has some', () => {
    expect(over([offer])).to.deep.equal([[undefined, 'My name', offer.prices.length + 1]]);
    const [east, west] = ['east', 'west'].map((route) => ({ ...offer, route, prices: [] }));
    expect(over([east!, west!])).to.deep.equal([
      ['east', 'The argued', 1],
      ['west', 'The argued', 1],
    ]);
    expect(over([east!, west!], { route: 'west' })).to.deep.equal([
      ['east', 'The argued', 0],
      ['west', 'My name', 1],
    ]);
    expect(over([east!], { model: 'mine' })).to.deep.equal([
      ['east', 'The argued', 0],
      [undefined, 'My name', 1],
    ]);
    expect(over([{ ...east!, provider: 'elsewhere' }])).to.deep.equal([
      ['east', 'The argued', 0],
      [undefined, 'My name', 1],
    ]);
  });

  it('is never live, whatever it claims', () => {
    const { sources } = pageList(own, page({}));
    expect(Object.values(sources).find(({ name }) => name === 'Mine')).to.include({
      kind: 'provider',
      by: 'page',
    });
  });

  it('is one amount where both ends are the same, and only there', () => {
    expect(isOneAmount({ total: { low: '0.03', high: '0.03' } })).to.equal(true);
    expect(isOneAmount({ total: { low: '0.02', high: '0.03' } })).to.equal(false);
    expect(isOneAmount({ total: undefined })).to.equal(false);
  });
});

describe('a shape instead of pixels', () => {
  const offer = own.offers.find(({ model }) => model === 'ratio') as Offer;
  const snaps = (width: number, height: number, sizes: Partial<Sizes> = {}): boolean => {
    const prices = { ...own, offers: [{ ...offer, sizes: { ...offer.sizes, ...sizes } }] };
    const asked = { provider: 'studio', model: 'ratio', width, height };
    return quote(asked, { prices }).hints.some(({ kind }) => kind === 'snap');
  };

  it('is kept within a twentieth of its area, and in a shape that is offered', () => {
    const square = (share: number): number => 8 * Math.round(Math.sqrt(2 * 1_048_576 * share) / 8);
    expect(snaps(square(1.04), square(1.04))).to.equal(false);
    expect(snaps(square(0.96), square(0.96))).to.equal(false);
    expect(snaps(square(1.06), square(1.06))).to.equal(true);
    expect(snaps(square(0.94), square(0.94))).to.equal(true);
    expect(snaps(2048, 1024)).to.equal(true);
    expect(snaps(2048, 1024, { ratios: ['1:1', '2:1'] })).to.equal(false);
    const { ratios: _ratios, megapixels: _made, ...open } = offer.sizes;
    const any = { ...own, offers: [{ ...offer, sizes: open }] };
    const asked = { provider: 'studio', model: 'ratio', width: 640, height: 512 };
    expect(quote(asked, { prices: any }).hints, 'any shape at any size').to.deep.equal([]);
  });
});

describe('a model among others', () => {
  const offer = own.offers[0] as Offer;

  it('is meant by its own id, or by the provider’s for one of its routes; no ids mean all', () => {
    const list: PriceList = {
      ...own,
      offers: [
        { ...offer, model: 'one', route: 'east', wire: 'w:one' },
        { ...offer, model: 'one', route: 'west' },
        { ...offer, model: 'two' },
      ],
    };
    const [one, two] = models('studio', list);
    const among = (ids: string[]) => [one, two].map((model) => model && isAmong(ids, model));
    expect(among([])).to.deep.equal([true, true]);
    expect(among(['one'])).to.deep.equal([true, false]);
    expect(among(['w:one'])).to.deep.equal([true, false]);
    expect(among(['two', 'x'])).to.deep.equal([false, true]);
    expect(among(['x'])).to.deep.equal([false, false]);
  });

  it('is the cheapest that is no draft, starts from words, and is allowed', () => {
    const at = (model: string, each: string, more: Partial<Offer> = {}): Offer => ({
      ...offer,
      model,
      prices: [{ rule: { kind: 'image', each }, source: 'page', says: each }],
      ...more,
    });
    const list: PriceList = {
      ...own,
      offers: [
        at('none', '1', { prices: [] }),
        at('dear', '0.1'),
        at('cheap', '0.02'),
        at('draft', '0.001', { draft: true }),
        at('edit', '0.001', { needsReference: true, references: 1 }),
        at('gone', '0.001', { notHosted: 'withdrawn' }),
        at('*', '0.001'),
      ],
    };
    expect(cheapestAdequate('studio', list)).to.equal('cheap');
    expect(cheapestAdequate('studio', list, ['dear', 'none'])).to.equal('dear');
    expect(cheapestAdequate('studio', list, ['draft', 'edit'])).to.equal('draft');
    expect(cheapestAdequate('studio', list, ['none'])).to.equal('none');
    expect(cheapestAdequate('studio', list, ['unheard-of'])).to.equal('unheard-of');
    expect(cheapestAdequate('nobody', list)).to.equal('');
    expect(models('studio', list).map(({ id }) => id)).to.deep.equal([
      'none',
      'dear',
      'cheap',
      'draft',
      'edit',
    ]);
    expect(models('nobody', list)).to.deep.equal([]);
  });

  it('is what any of its routes is, and a draft only if all are', () => {
    const list: PriceList = {
      ...own,
      offers: [
        { ...offer, model: 'm', route: 'east', references: 1, draft: true, needsReference: true },
        { ...offer, model: 'm', route: 'west', references: 4, seed: true, simulated: true },
      ],
    };
    const [model] = models('studio', list);
    expect(model).to.deep.include({
      id: 'm',
      name: 'The argued',
      provider: 'studio',
      routes: ['east', 'west'],
      references: 4,
      needsReference: false,
      seed: true,
      draft: false,
      simulated: false,
    });
  });
});
