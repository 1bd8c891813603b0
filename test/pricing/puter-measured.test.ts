import { expect } from 'chai';
import { catalogue, quote } from '../../src/pricing/index.js';
import { replicateMegapixels } from '../../src/pricing/rules/declared-megapixel.js';
import { decidingPrices } from '../../src/pricing/catalogue/deciding-prices.js';
import type { PriceList } from '../../src/pricing/price-list-types.js';
import type { ImageRequest } from '../../src/pricing/quote-types.js';
import { august } from '../support/puter-lists.js';

/** Microcents (100,000,000 a dollar) as plain dollars. */
function dollars(microcents: number): string {
  const [whole = '0', fraction = ''] = microcents.toFixed(2).split('.');
  const digits = (whole + fraction).padStart(11, '0');
  return `${digits.slice(0, -10)}.${digits.slice(-10)}`.replace(/0+$/, '').replace(/\.$/, '');
}

/** By the list of August 2026, on whose backend all of this was measured. */
function puter(
  model: string,
  route: string,
  width: number,
  height: number,
  more?: Partial<ImageRequest>,
) {
  return quote({ provider: 'puter', model, route, width, height, ...more }, { prices: august });
}

describe('Puter’s prices of August against what its meter charged', () => {
  // Charges read off a running backend (2026-08-21), in microcents.
  const charges: readonly (readonly [
    model: string,
    route: string,
    width: number,
    height: number,
    microcents: number,
  ])[] = [
    ['flux-2-pro', 'replicate', 1024, 1024, 3_000_000],
    ['flux-2-pro', 'replicate', 1920, 1080, 4_500_000],
    ['flux-2-dev', 'replicate', 1024, 1024, 1_200_000],
    ['flux-1-schnell', 'replicate', 1024, 1024, 300_000],
    ['flux-2-pro', 'together', 2048, 2048, 3_000_000],
    ['flux-2-dev', 'together', 1024, 1024, 1_540_000],
    ['flux-1-schnell', 'together', 512, 512, 70_778.88],
    ['flux-1-schnell', 'together', 1024, 1024, 283_115.52],
    ['flux-1-schnell', 'cloudflare', 1024, 1024, 63_360],
    ['flux-2-klein-4b', 'cloudflare', 1024, 1024, 138_400],
    ['flux-2-klein-9b', 'cloudflare', 1536, 1024, 1_614_573],
    ['flux-2-dev', 'cloudflare', 1024, 1024, 6_200_000],
  ];
  for (const [model, route, width, height, microcents] of charges) {
    it(`asks what was charged for ${model} by ${route} at ${width}×${height}`, () => {
      expect(puter(model, route, width, height).total).to.deep.equal({
        low: dollars(microcents),
        high: dollars(microcents),
      });
    });
  }

  it('shows FLUX.2 dev’s three prices for one request', () => {
    expect(
      ['replicate', 'together', 'cloudflare'].map(
        (route) => puter('flux-2-dev', route, 1024, 1024).total?.high,
      ),
    ).to.deep.equal(['0.012', '0.0154', '0.062']);
  });

  it('counts each reference by the million pixels on Replicate: a 1024×1024 one is two', () => {
    const square = { width: 1024, height: 1024 };
    expect(
      puter('flux-2-pro', 'replicate', 1024, 1024, { references: [square] }).total?.high,
    ).to.equal('0.06');
    expect(
      puter('flux-2-pro', 'replicate', 1024, 1024, {
        references: [square, { width: 1000, height: 1000 }],
      }).total?.high,
    ).to.equal('0.075');
    expect(
      puter('flux-2-pro', 'together', 1024, 1024, { references: [square] }).total?.high,
    ).to.equal('0.03');
  });
});

describe('every Puter route at several sizes, against the backend’s own formulae', () => {
  const sizes = [
    [512, 512],
    [768, 512],
    [1024, 768],
    [1024, 1024],
    [1280, 720],
    [1536, 1024],
    [1920, 1080],
    [2048, 2048],
  ] as const;
  const tiles = (w: number, h: number): number => Math.ceil(w / 512) * Math.ceil(h / 512);
  const declared = (w: number, h: number, choices: readonly string[]): number =>
    Number(replicateMegapixels(w, h, choices));
  const pro = ['0.5', '1', '2', '4'];
  const klein = ['0.25', ...pro];
  // In microcents, written from the facts about the backend, not from the catalogue.
  const formulae: Readonly<Record<string, (w: number, h: number) => number>> = {
    'replicate flux-2-pro': (w, h) => 1_500_000 + 1_500_000 * declared(w, h, pro),
    'replicate flux-2-klein-4b': (w, h) => 100_000 * declared(w, h, klein),
    'replicate flux-2-klein-9b': (w, h) => 1_100_000 * declared(w, h, klein),
    'replicate flux-2-dev': () => 1_200_000,
    'replicate flux-1.1-pro': () => 4_000_000,
    'replicate flux-1-schnell': () => 300_000,
    'together flux-2-pro': () => 3_000_000,
    'together flux-2-flex': () => 3_000_000,
    'together flux-2-dev': () => 1_540_000,
    'together flux-2-max': (w, h) => 7 * w * h,
    'together flux-1.1-pro': (w, h) => 4 * w * h,
    'together flux-1-schnell': (w, h) => 0.27 * w * h,
    'together togetherai:black-forest-labs/flux.1-krea-dev': (w, h) => 2.5 * w * h,
    'together togetherai:rundiffusion/juggernaut-pro-flux': (w, h) => 0.49 * w * h,
    'together togetherai:rundiffusion/juggernaut-lightning-flux': (w, h) => 0.17 * w * h,
    'cloudflare flux-2-dev': (w, h) => 62_000 * tiles(w, h) * 25,
    'cloudflare flux-2-klein-4b': (w, h) => 34_600 * tiles(w, h),
    'cloudflare flux-2-klein-9b': (w, h) =>
      Math.round(1.5 * Math.min(w * h, 1e6)) + Math.round(0.2 * Math.max(0, w * h - 1e6)),
    'cloudflare flux-1-schnell': (w, h) => 5280 * tiles(w, h) + 10_560 * 4,
  };
  for (const [key, formula] of Object.entries(formulae)) {
    const [route = '', model = ''] = key.split(' ');
    it(`is the meter’s for ${model} by ${route}`, () => {
      for (const [w, h] of sizes)
        expect(puter(model, route, w, h).total?.high, `${w}x${h}`).to.equal(dollars(formula(w, h)));
    });
  }

  it('is the meter’s for Kontext, which needs a picture to start from', () => {
    const references = [{ width: 800, height: 600 }];
    for (const [w, h] of sizes) {
      expect(puter('flux-1-kontext-pro', 'together', w, h, { references }).total?.high).to.equal(
        dollars(4 * w * h),
      );
      expect(puter('flux-1-kontext-max', 'together', w, h, { references }).total?.high).to.equal(
        dollars(8 * w * h),
      );
    }
  });

  it('follows the steps where they are billed, up to the fifty that are made', () => {
    expect(puter('flux-2-dev', 'cloudflare', 1024, 1024, { steps: 10 }).total?.high).to.equal(
      dollars(62_000 * 4 * 10),
    );
    expect(puter('flux-1-schnell', 'cloudflare', 1024, 1024, { steps: 200 }).total?.high).to.equal(
      dollars(5280 * 4 + 10_560 * 50),
    );
    expect(puter('flux-2-pro', 'together', 1024, 1024, { steps: 10 }).total?.high).to.equal('0.03');
  });

  it('bills klein 9B’s reference on Cloudflare as large as the picture', () => {
    const { total } = puter('flux-2-klein-9b', 'cloudflare', 1536, 1024, {
      references: [{ width: 3000, height: 3000 }],
    });
    expect(total?.high).to.equal(dollars(1_614_573 + Math.round(0.2 * 1536 * 1024)));
  });
});

describe('what a price makes us send', () => {
  const lists = { 'first look': decidingPrices, 'whole list': catalogue };
  const sent = (prices: PriceList, model: string, side: number) =>
    quote({ provider: 'puter', model, route: 'replicate', width: side, height: side }, { prices });

  for (const [name, prices] of Object.entries(lists)) {
    it(`is the declared megapixels as text, the nearest that Replicate makes: ${name}`, () => {
      for (const [model, side, output_megapixels] of [
        ['flux-2-pro', 1024, '1'],
        ['flux-2-pro', 2048, '4'],
        ['flux-2-klein-4b', 512, '0.25'],
        ['flux-2-pro', 512, '0.5'],
      ] as const)
        expect(sent(prices, model, side).sends).to.deep.include({ output_megapixels });
    });

    it(`is never megapixels for FLUX.2 dev, which doesn’t make them: ${name}`, () => {
      const dev = sent(prices, 'flux-2-dev', 2048);
      expect(dev.sends ?? {}).to.not.have.property('output_megapixels');
      expect(dev.total?.high).to.equal('0.012');
    });
  }

  it('is the whole order, by Puter’s own id, where its list says so', () => {
    expect(sent(decidingPrices, 'flux-2-pro', 1024).sends).to.deep.equal({
      output_megapixels: '1',
    });
    expect(sent(catalogue, 'flux-2-pro', 1024).sends).to.deep.equal({
      model: 'replicate:black-forest-labs/flux-2-pro',
      ratio: { w: 1, h: 1 },
      output_megapixels: '1',
    });
    expect(sent(catalogue, 'flux-2-dev', 1024).sends).to.deep.equal({
      model: 'replicate:black-forest-labs/flux-2-dev',
      ratio: { w: 1, h: 1 },
      go_fast: true,
    });
  });

  it('goes down to the smaller of two that are equally near', () =>
    expect(replicateMegapixels(1040, 1024)).to.equal('1'));
});

describe('the route when none is named', () => {
  const chosen = (
    prices: PriceList,
    model: string,
    width: number,
    height: number,
    more?: Partial<ImageRequest>,
  ) => {
    const {
      request: { route },
      total,
    } = quote({ provider: 'puter', model, width, height, ...more }, { prices });
    return `${route ?? ''} ${total?.high ?? ''}`;
  };

  it('is the cheapest that makes the size asked for', () => {
    for (const prices of [catalogue, august]) {
      expect(chosen(prices, 'flux-2-dev', 1024, 1024)).to.equal('replicate 0.012');
      expect(chosen(prices, 'flux-2-klein-4b', 1024, 1024)).to.equal('replicate 0.001');
      expect(chosen(prices, 'flux-2-klein-4b', 1000, 704)).to.equal('cloudflare 0.001384');
    }
    expect(chosen(catalogue, 'flux-2-dev', 1536, 1024)).to.equal('cloudflare 0.093');
    expect(chosen(catalogue, 'flux-2-pro', 2048, 2048)).to.equal('replicate 0.075');
  });

  it('was Together’s in August, where it was cheaper', () => {
    expect(chosen(august, 'flux-2-dev', 1536, 1024)).to.equal('together 0.0154');
    expect(chosen(august, 'flux-2-pro', 2048, 2048)).to.equal('together 0.03');
  });

  it('is the first of equals', () =>
    expect(chosen(august, 'flux-2-pro', 1024, 1024)).to.equal('replicate 0.03'));

  it('takes the references too', () => {
    const references = Array.from({ length: 3 }, () => ({ width: 1000, height: 1000 }));
    for (const prices of [catalogue, august]) {
      expect(chosen(prices, 'flux-2-pro', 1024, 1024, { references })).to.equal('replicate 0.075');
      // Replicate makes half a megapixel of it; Together, which made 1000×704, took one reference.
      expect(chosen(prices, 'flux-2-pro', 1000, 704, { references })).to.equal('replicate 0.0675');
    }
  });

  it('is kept when it is named', () => {
    expect(
      quote({
        provider: 'puter',
        model: 'flux-2-dev',
        route: 'cloudflare',
        width: 1024,
        height: 1024,
      }).request.route,
    ).to.equal('cloudflare');
  });

  it('is never one that Puter no longer sells', () => {
    for (const { model, route } of catalogue.offers.filter(({ notHosted }) => notHosted))
      expect(chosen(catalogue, model, 1024, 1024), model).to.satisfy(
        (text: string) => !text.startsWith(`${route ?? ''} 0`),
      );
    const gone = quote({
      provider: 'puter',
      model: 'flux-2-dev',
      route: 'together',
      width: 1024,
      height: 1024,
    });
    expect(gone.problem?.code).to.equal('not-hosted');
    expect(gone.problem?.text).to.contain('no longer sells');
  });
});
