import { expect } from 'chai';
import { catalogue, mergePrices, parsePriceList, quote } from '../../src/pricing/index.js';
import { parseUnitPrices } from '../../src/pricing/live-units.js';
import { charged } from '../../src/pricing/settle.js';
import type { ImageRequest, Quote } from '../../src/pricing/quote-types.js';

const from = { name: 'fal’s live price list', url: 'https://api.fal.ai/v1/models/pricing' };
function unit(model: string, amount: string, per: string, when = 'text') {
  return {
    model,
    amount,
    unit: per,
    when,
  };
}
const today = [
  unit('flux-2-pro', '0.03', 'megapixels'),
  unit('flux-2-pro', '0.03', 'megapixels', 'edit'),
  unit('flux-2-klein-4b', '0.009', 'megapixels'),
  unit('flux-2-klein-4b', '0.01', 'processed megapixels', 'edit'),
  unit('flux-2-max', '0.07', 'megapixels'),
  unit('flux-2-max', '0.07', 'megapixels', 'edit'),
  unit('flux-1-kontext-pro', '0.04', 'images', 'edit'),
  unit('flux-1.1-pro-ultra', '0.05', 'images'),
  unit('flux-2-dev', '0.0003', 'compute seconds'),
  unit('flux-1-schnell', '0', 'megapixels'),
  unit('flux-1-dev', '0.03', 'images'),
  unit('unheard-of', '1', 'images'),
];
function read(units: unknown, readOn = '2026-11-20') {
  const outcome = parseUnitPrices('fal', from, units, readOn);
  if ('refused' in outcome) throw new Error(outcome.refused);
  return mergePrices(catalogue, outcome.list);
}
const one = { provider: 'fal', width: 1024, height: 1024 };
const [square] = [{ width: 1024, height: 1024 }];
function at(request: Partial<ImageRequest> & { model: string }, units: unknown = today): Quote {
  return quote(
    { ...one, ...request },
    { prices: read(units), at: Date.parse('2026-11-20T12:00:00Z') },
  );
}
function total(
  request: Partial<ImageRequest> & { model: string },
  units: unknown = today,
): readonly (string | undefined)[] {
  const made = at(request, units);
  return [made.total?.low, made.total?.high, made.sources[0]?.kind];
}

describe('today’s prices of a provider that tells them to its customers', () => {
  it('decide, and are cited with the day they were read', () => {
    expect(total({ model: 'flux-2-pro' })).to.deep.equal(['0.03', '0.03', 'live']);
    expect(at({ model: 'flux-2-pro' }).sources[0]).to.deep.include({
      ...from,
      readOn: '2026-11-20',
      kind: 'live',
      says: '$0.03 per megapixels',
    });
  });

  it('keep what is known of how it counts: first and further megapixels, references', () => {
    expect(total({ model: 'flux-2-pro', width: 1920, height: 1080 })).to.deep.equal([
      '0.045',
      '0.045',
      'live',
    ]);
    expect(
      total({ model: 'flux-2-pro', width: 1920, height: 1080, references: square ? [square] : [] }),
    ).to.deep.equal(['0.06', '0.06', 'live']);
    const dearer = [unit('flux-2-pro', '0.04', 'megapixels')];
    expect(total({ model: 'flux-2-pro', width: 1920, height: 1080 }, dearer)).to.deep.equal([
      '0.06',
      '0.06',
      'live',
    ]);
  });

  it('make an exact price of a range', () => {
    expect(quote({ ...one, model: 'flux-2-klein-4b' }).total).to.deep.equal({
      low: '0.005',
      high: '0.014',
    });
    expect(total({ model: 'flux-2-klein-4b' })).to.deep.equal(['0.009', '0.009', 'live']);
    expect(
      total({ model: 'flux-2-klein-4b', references: [{ width: 1024, height: 1024 }] }),
    ).to.deep.equal(['0.02', '0.02', 'live']);
  });

  it('price what had no price, as far as they tell how it is counted, and no further', () => {
    const dev = [unit('flux-2-dev', '0.012', 'megapixels')];
    expect(total({ model: 'flux-2-dev' }, dev)).to.deep.equal(['0.012', '0.012', 'live']);
    expect(at({ model: 'flux-2-dev', width: 1920, height: 1080 }, dev).total).to.equal(undefined);
    expect(
      at({ model: 'flux-2-dev', references: [{ width: 512, height: 512 }] }, dev).total,
    ).to.equal(undefined);
    expect(
      total({ model: 'flux-1-kontext-pro', references: [{ width: 512, height: 512 }] }),
    ).to.deep.equal(['0.04', '0.04', 'live']);
    expect(total({ model: 'flux-1.1-pro-ultra' })).to.deep.equal(['0.05', '0.05', 'live']);
  });

  it('change nothing where they speak of seconds, of nothing, of another unit or another model', () => {
    expect(at({ model: 'flux-2-dev' }).total).to.equal(undefined);
    expect(total({ model: 'flux-1-schnell' })).to.deep.equal(['0.003', '0.003', 'provider']);
    expect(total({ model: 'flux-1-dev' })).to.deep.equal(['0.025', '0.025', 'provider']);
    expect(quote({ ...one, model: 'unheard-of' }, { prices: read(today) }).problem?.code).to.equal(
      'unknown-model',
    );
  });

  it('are what the units on a bill are worth; a unit whose worth is a range is worth nothing certain', () => {
    const paid = (
      model: string,
      amount: string,
      prices = catalogue,
      references: ImageRequest['references'] = [],
    ): string | undefined =>
      charged({ unit: 'billable-units', amount }, { ...one, model, references }, { prices })
        ?.amount;
    expect(paid('flux-2-pro', '1.5', read([unit('flux-2-pro', '0.04', 'megapixels')]))).to.equal(
      '0.06',
    );
    expect(paid('flux-2-klein-4b', '1')).to.equal(undefined);
    expect(paid('flux-2-klein-4b', '1', read(today))).to.equal('0.009');
    expect(
      paid('flux-2-klein-4b', '2', catalogue, [{ width: 1024, height: 1024 }]),
      'an edit has its own price',
    ).to.equal('0.02');
    expect(paid('flux-2-max', '1.43', read(today))).to.equal('0.1001');
  });

  it('are what the provider said in money only where it told them itself; units at a listed price are our arithmetic', () => {
    const wide = { ...one, width: 1920, height: 1080, model: 'flux-2-pro' };
    const usage = { unit: 'billable-units', amount: '1.5' };
    expect(charged(usage, wide)).to.deep.equal({ amount: '0.045', basis: 'computed' });
    expect(
      charged(usage, wide, { prices: read([unit('flux-2-pro', '0.04', 'megapixels')]) }),
    ).to.deep.equal({ amount: '0.06', basis: 'reported' });
  });

  it('are worth the same at any size, also where nobody knows how many units a larger picture takes', () => {
    const wide = { ...one, width: 1920, height: 1080, model: 'flux-2-max' };
    const usage = { unit: 'billable-units', amount: '1.43' };
    expect(charged(usage, wide, { prices: read(today) })).to.deep.equal({
      amount: '0.1001',
      basis: 'reported',
    });
    const dev = read([unit('flux-2-dev', '0.012', 'megapixels')]);
    expect(
      charged({ ...usage, amount: '2.1' }, { ...wide, model: 'flux-2-dev' }, { prices: dev }),
    ).to.deep.equal({ amount: '0.0252', basis: 'reported' });
    const upTo = {
      rule: { kind: 'image', each: '0.5' },
      source: 'page',
      says: 'half a dollar',
      upTo: 1,
    } as const;
    const listed = parsePriceList({
      version: 1,
      sources: { page: { ...from, readOn: '2026-11-20', kind: 'provider' } },
      offers: [
        {
          provider: 'fal',
          model: 'a-small-one',
          name: 'A small one',
          sizes: { pixels: 'exact', min: 64, max: 2048, step: 16, area: 4_194_304 },
          references: 0,
          seed: true,
          prices: [upTo],
        },
      ],
    });
    if ('refused' in listed) throw new Error(listed.refused);
    expect(
      charged(usage, { ...wide, model: 'a-small-one' }, { prices: listed.list }),
      'a list that speaks of small pictures says nothing of large ones',
    ).to.equal(undefined);
  });

  it('stand beside another provider’s live prices, not in their place', () => {
    const mine = parsePriceList({
      version: 1,
      sources: {
        'live-units': { ...from, name: 'A page’s own', readOn: '2026-11-20', kind: 'live' },
      },
      offers: [
        {
          provider: 'bfl',
          model: 'flux-2-pro',
          name: 'FLUX.2 pro',
          sizes: { pixels: 'exact', min: 64, max: 2048, step: 16, area: 4_194_304 },
          references: 0,
          seed: true,
          prices: [
            { rule: { kind: 'image', each: '0.5' }, source: 'live-units', says: 'half a dollar' },
          ],
        },
      ],
    });
    if ('refused' in mine) throw new Error(mine.refused);
    const fal = parseUnitPrices('fal', from, today, '2026-11-20');
    if ('refused' in fal) throw new Error(fal.refused);
    for (const lists of [
      [mine.list, fal.list],
      [fal.list, mine.list],
    ]) {
      const prices = lists.reduce(mergePrices, catalogue);
      expect(
        quote({ ...one, provider: 'bfl', model: 'flux-2-pro' }, { prices }).sources[0],
      ).to.include({ name: 'A page’s own' });
      expect(quote({ ...one, model: 'flux-2-klein-4b' }, { prices }).sources[0]).to.include({
        name: from.name,
      });
    }
  });

  it('are left out with the reason where they can’t be right, and the others count', () => {
    const odd = [
      unit('flux-2-pro', '0.000000001', 'megapixels'),
      unit('flux-2-max', '1000000', 'megapixels'),
    ];
    const outcome = parseUnitPrices(
      'fal',
      from,
      [...odd, unit('flux-2-klein-4b', '0.009', 'megapixels')],
      '2026-11-20',
    );
    expect(outcome)
      .to.have.property('leftOut')
      .that.deep.equals([
        'flux-2-pro: $0.000000001 per megapixels is too little to be right',
        'flux-2-max: $1000000 per megapixels is too much to be right',
      ]);
    for (const model of ['flux-2-pro', 'flux-2-max'])
      expect(total({ model }, odd)[2], model).not.to.equal('live');
    expect(total({ model: 'flux-2-klein-4b' }, [...odd, ...today])).to.deep.equal([
      '0.009',
      '0.009',
      'live',
    ]);
    // A second of somebody's computer may cost next to nothing; what can be right is not judged.
    const fair = [
      unit('flux-2-dev', '0.000001', 'compute seconds'),
      ...['0.00001', '100'].map((each) => unit('flux-2-pro', each, 'megapixels')),
    ];
    expect(parseUnitPrices('fal', from, fair, '2026-11-20')).to.have.property('leftOut').that.is
      .empty;
  });

  it('are the same with the noise of float arithmetic in them', () => {
    for (const [noisy, model] of [
      ['0.030000000000000002', 'flux-2-pro'],
      ['0.029999999999999998', 'flux-2-pro'],
      ['0.07000000000000001', 'flux-2-max'],
    ] as const)
      for (const width of [1024, 1536, 2048]) {
        const [exact, found] = [today, [unit(model, noisy, 'megapixels')]].map((units) =>
          at({ model, width }, units),
        );
        expect(found?.sources[0]?.kind).to.equal('live');
        expect(found?.total, `${noisy} ${String(width)}`).to.deep.equal(exact?.total);
        expect(found?.lines.map(({ unitPrice }) => unitPrice)).to.deep.equal(
          exact?.lines.map(({ unitPrice }) => unitPrice),
        );
        const used = { unit: 'billable-units', amount: '1.5' } as const;
        expect(
          charged(
            used,
            { ...one, model, width },
            { prices: read([unit(model, noisy, 'megapixels')]) },
          )?.amount,
        ).to.equal(charged(used, { ...one, model, width }, { prices: read(today) })?.amount);
      }
  });

  it('are refused whole when something in them is odd', () => {
    for (const odd of [
      null,
      {},
      'x',
      [null],
      [{}],
      [unit('flux-2-pro', '0.03', '')],
      [unit('flux-2-pro', '0.03', 'mega\u202Epixels')],
      [{ ...unit('flux-2-pro', '0.03', 'images'), when: 'always' }],
      Array.from({ length: 201 }, () => today[0]),
    ]) {
      expect(parseUnitPrices('fal', from, odd, '2026-11-20'), JSON.stringify(odd)).to.have.property(
        'refused',
      );
    }
    expect(parseUnitPrices('fal', from, today, 'today')).to.have.property('refused');
    for (const amount of ['-1', 'x', '1e-5', '0.000'])
      expect(
        total({ model: 'flux-2-klein-4b' }, [unit('flux-2-klein-4b', amount, 'megapixels')])[2],
        amount,
      ).to.equal('provider');
  });
});
