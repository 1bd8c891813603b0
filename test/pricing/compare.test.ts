import { expect } from 'chai';
import {
  catalogue,
  charged,
  cheapestAdequate,
  compare,
  defaultRoute,
  models,
  parsePriceList,
  quote,
  picturesLeft,
} from '../../src/pricing/index.js';

const oneMegapixel = { width: 1024, height: 1024 };

describe('comparing one request everywhere', () => {
  const all = compare(oneMegapixel);

  it('has every offer on every route, cheapest first, unpriced last, no play money', () => {
    const totals = all.map((one) => (one.total ? Number(one.total.high) : Infinity));
    expect(totals).to.deep.equal([...totals].sort((a, b) => a - b));
    expect(totals.at(-1)).to.equal(Infinity);
    const expected = catalogue.offers.filter(
      ({ provider }) => provider !== 'sandbox' && provider !== 'openai-compatible',
    );
    expect(
      new Set(
        all.map(({ request: { provider, model, route } }) => `${provider} ${model} ${route ?? ''}`),
      ),
    ).to.deep.equal(
      new Set(expected.map(({ provider, model, route }) => `${provider} ${model} ${route ?? ''}`)),
    );
  });

  it('starts with what Puter’s list says is free, and then with what costs something', () => {
    const free = all.filter(({ total }) => total?.high === '0');
    expect(free.map(({ request: { provider, route, model } }) => [provider, route, model]))
      .to.deep //
      .equal([
        ['puter', 'cloudflare', '@cf/bytedance/stable-diffusion-xl-lightning'],
        ['puter', 'cloudflare', '@cf/stabilityai/stable-diffusion-xl-base-1.0'],
      ]);
    expect(free.map(({ sources }) => sources[0]?.says)).to.deep.equal(['step $0', 'step $0']);
    expect(all[free.length]?.total?.high).to.equal('0.0006336');
  });

  it('never has $0 for a server of one’s own: that is compared only at its owner’s figure', () => {
    expect(all.some(({ request }) => request.provider === 'openai-compatible')).to.equal(false);
    const paid = (compared: ReturnType<typeof compare>) =>
      compared.find(({ total }) => total?.high !== '0');
    expect(paid(compare(oneMegapixel, { unitPrice: '0.0001' }))?.request.provider).to.equal(
      'openai-compatible',
    );
    expect(paid(compare({ ...oneMegapixel, unitPrice: '0.0001' }))?.total?.high).to.equal('0.0001');
  });

  it('says what differs: pixel control, references, seed', () => {
    const dev = all.filter(
      ({ request }) => request.provider === 'puter' && request.model === 'flux-2-dev',
    );
    expect(
      dev.map(({ request, total, traits }) => [request.route, total?.high, traits]),
    ).to.deep.equal([
      ['replicate', '0.012', { pixels: 'ratio', references: 4, seed: true }],
      ['cloudflare', '0.062', { pixels: 'exact', references: 1, seed: true }],
      // No longer sold.
      ['together', undefined, { pixels: 'exact', references: 1, seed: true }],
    ]);
  });

  it('asks each for the references too', () => {
    const four = compare({
      ...oneMegapixel,
      references: Array.from({ length: 6 }, () => ({ width: 512, height: 512 })),
    });
    expect(
      four.filter(({ total }) => total).every(({ traits }) => (traits?.references ?? 0) >= 6),
    ).to.equal(true);
    expect(four.some(({ problem }) => problem?.code === 'too-many-references')).to.equal(true);
  });
});

describe('a provider’s models', () => {
  it('come with routes, sizes and what they can do', () => {
    const dev = models('puter').find(({ id }) => id === 'flux-2-dev');
    expect(dev).to.deep.include({
      name: 'FLUX.2 dev',
      routes: ['replicate', 'cloudflare'],
      references: 4,
      needsReference: false,
      seed: true,
    });
    expect(models('bfl').map(({ id }) => id)).to.not.include('flux-2-dev');
    expect(models('bfl').find(({ id }) => id === 'flux-2-klein-4b')?.name).to.equal(
      'FLUX.2 klein 4B',
    );
    expect(models('openai-compatible').map(({ id }) => id)).to.deep.equal(['default']);
    expect(models('nobody')).to.deep.equal([]);
  });

  it('start with the cheapest adequate one, never with a draft or a premium one', () => {
    const first = (provider: string) => cheapestAdequate(provider);
    expect(['puter', 'bfl', 'sandbox', 'openrouter', 'aigateway'].map(first)).to.deep.equal([
      'flux-2-klein-4b',
      'flux-2-klein-4b',
      'flux-2-klein-4b',
      'flux-2-klein-4b',
      'flux-2-klein-9b',
    ]);
    expect(first('huggingface')).to.equal('flux-1-schnell');
    expect(first('nobody')).to.equal('');
  });

  it('tell the route a request goes by', () => {
    expect(
      defaultRoute({ provider: 'puter', model: 'flux-2-dev', width: 1536, height: 1024 }),
    ).to.equal('cloudflare');
    expect(defaultRoute({ provider: 'puter', model: 'flux-2-dev', ...oneMegapixel })).to.equal(
      'replicate',
    );
    expect(defaultRoute({ provider: 'bfl', model: 'flux-2-pro', ...oneMegapixel })).to.equal(
      undefined,
    );
  });
});

describe('what a provider says it used, as money', () => {
  const bfl = { provider: 'bfl', model: 'flux-2-pro', ...oneMegapixel };
  const fal = { provider: 'fal', model: 'flux-2-pro', width: 1920, height: 1080 };
  const amount = (unit: string, used: string, request = bfl) =>
    charged({ unit, amount: used }, request)?.amount;

  it('is exact', () => {
    expect(amount('credits', '4.5')).to.equal('0.045');
    expect(amount('usd', '0.0421')).to.equal('0.0421');
    expect(amount('billable-units', '1.5', fal)).to.equal('0.045');
    expect(amount('microcents', '283115.52', { ...bfl, provider: 'puter' })).to.equal(
      '0.0028311552',
    );
    expect(amount('usd', '1e-5')).to.equal('0.00001');
    for (const amount of [['1'], {}, null, undefined, NaN, '', 'free'])
      expect(charged({ unit: 'usd', amount: amount as string }, bfl)).to.equal(undefined);
    expect(charged({ unit: 'usd', amount: '0.03' }, bfl)).to.deep.equal({
      amount: '0.03',
      basis: 'reported',
    });
    expect(charged({ unit: 'credits', amount: '3' }, bfl), 'credits are cents').to.deep.equal({
      amount: '0.03',
      basis: 'reported',
    });
    const deepinfra = { provider: 'deepinfra', model: 'flux-2-dev', width: 1536, height: 1536 };
    expect(charged({ unit: 'image-units', amount: '2.25' }, deepinfra)).to.deep.equal({
      amount: '0.0225',
      basis: 'computed',
    });
  });

  it('is by the unit of the route that was taken', () => {
    const studio = (model: string, route: string | undefined, each: string) => ({
      provider: 'studio',
      model,
      ...(route && { route }),
      name: 'M',
      sizes: { pixels: 'exact', min: 64, max: 2048, step: 8, area: 4_194_304 },
      references: 0,
      seed: false,
      prices: [{ rule: { kind: 'image', each }, source: 'house', says: `$${each}` }],
    });
    const url = 'https://prices.example/list';
    const read = parsePriceList({
      version: 1,
      sources: { house: { name: 'House', url, readOn: '2026-11-20', kind: 'provider' } },
      offers: [
        studio('m', 'east', '0.03'),
        studio('m', 'west', '0.045'),
        studio('one', 'west', '0.07'),
        studio('none', undefined, '0.08'),
      ],
    });
    if ('refused' in read) throw new Error(read.refused);
    const by = (model: string, route?: string): string | undefined =>
      charged(
        { unit: 'billable-units', amount: '2' },
        { provider: 'studio', model, ...(route && { route }), ...oneMegapixel },
        { prices: read.list },
      )?.amount;
    expect([by('m', 'east'), by('m', 'west'), by('m', 'north')]).to.deep.equal([
      '0.06',
      '0.09',
      undefined,
    ]);
    expect([by('one'), by('none'), by('none', 'west')]).to.deep.equal(['0.14', '0.16', '0.16']);
  });

  it('is not known for a unit, an amount or a model we can’t read, and is never $0 for that', () => {
    for (const [unit, used] of [
      ['credits', 'many'],
      ['credits', '-1'],
      ['credits', ''],
      ['bananas', '1'],
      ['constructor', '1'],
      ['billable-units', '1'],
    ] as const) {
      const request = unit === 'billable-units' ? { ...fal, model: 'unheard-of' } : bfl;
      expect(amount(unit, used, request), `${used} ${unit}`).to.equal(undefined);
    }
    expect(amount('credits', '60', { ...bfl, provider: 'puter' })).to.equal(undefined);
    expect(amount('billable-units', '1', { ...fal, provider: 'nobody' })).to.equal(undefined);
    const tiles = { provider: 'puter', model: 'flux-1-schnell', route: 'cloudflare' };
    expect(
      amount('billable-units', '1', { ...oneMegapixel, ...tiles }),
      'no one unit has a price where several things are counted',
    ).to.equal(undefined);
    expect(amount('usd', '0')).to.equal('0');
  });
});

describe('runway', () => {
  const pro = (count = 1) =>
    quote({ provider: 'puter', model: 'flux-2-pro', ...oneMegapixel, count });

  it('counts the purchases an allowance covers for certain', () => {
    expect(picturesLeft(pro(), '0.50')).to.equal(16);
    expect(picturesLeft(pro(4), '0.50')).to.equal(4);
    expect(
      picturesLeft(
        quote({ provider: 'pollinations', model: 'flux-1-schnell', ...oneMegapixel }),
        '0.01',
      ),
    ).to.equal(5);
    expect(picturesLeft(pro(), '0.029')).to.equal(0);
  });

  it('is not told where the price is unknown or nothing', () => {
    expect(
      picturesLeft(quote({ provider: 'fal', model: 'flux-2-dev', ...oneMegapixel }), '5'),
    ).to.equal(undefined);
    expect(
      picturesLeft(quote({ provider: 'openai-compatible', model: 'x', ...oneMegapixel }), '5'),
    ).to.equal(undefined);
    for (const odd of ['', 'x', '-1', 'NaN']) expect(picturesLeft(pro(), odd)).to.equal(undefined);
  });
});
