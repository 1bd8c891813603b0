import { expect } from 'chai';
import fc from 'fast-check';
import { fitReference, models, price, quote, snapSize } from '../../src/pricing/index.js';
import { sizeProblem } from '../../src/pricing/size-problem.js';
import type { ImageRequest } from '../../src/pricing/quote-types.js';

function ask(more: Partial<ImageRequest>, at?: number) {
  return quote(
    { provider: 'bfl', model: 'flux-2-pro', width: 1024, height: 1024, ...more },
    at === undefined ? {} : { at },
  );
}
function kinds(more: Partial<ImageRequest>, at?: number): string[] {
  return ask(more, at).hints.map(({ kind }) => kind);
}

describe('the cliff hint', () => {
  it('says that 1040×1024 costs a second megapixel and 1024×1024 saves $0.015', () => {
    const [hint] = ask({ width: 1040 }).hints;
    expect(hint).to.deep.equal({
      kind: 'cliff',
      saving: '0.015',
      text: '1024×1024 instead of 1040×1024 saves $0.015',
      facts: { width: '1024', height: '1024' },
    });
  });

  it('saves it for every picture', () =>
    expect(ask({ width: 1040, count: 4 }).hints[0]?.saving).to.equal('0.06'));

  it('knows the tiles of Cloudflare', () => {
    const [hint] = ask({
      provider: 'puter',
      model: 'flux-2-dev',
      route: 'cloudflare',
      width: 1080,
      height: 1024,
    }).hints;
    expect(hint).to.deep.include({
      kind: 'cliff',
      saving: '0.031',
      facts: { width: '1024', height: '1024' },
    });
  });

  it('is silent where it would cost a large part of the picture, and where nothing is saved', () => {
    expect(kinds({ width: 2048, height: 2048 })).to.deep.equal([]);
    expect(kinds({ width: 1440, height: 1024 })).to.deep.equal([]);
    expect(kinds({ model: 'flux-1-kontext-pro', width: 1040 })).to.deep.equal([]);
    expect(kinds({ provider: 'puter', model: 'flux-2-max', width: 1032 })).to.deep.equal([]);
  });

  it('is true whenever it is given: the size it names costs exactly so much less', () => {
    const side = fc.integer({ min: 4, max: 128 }).map((n) => n * 16);
    const place = fc.constantFrom(
      ['bfl', 'flux-2-pro'],
      ['bfl', 'flux-2-max'],
      ['puter', 'flux-2-klein-4b'],
      ['puter', 'flux-1-schnell'],
      ['fal', 'flux-1-dev'],
    );
    fc.assert(
      fc.property(side, side, place, (width, height, [provider = '', model = '']) => {
        const here = ask({ provider, model, width, height });
        const hint = here.hints.find(({ kind }) => kind === 'cliff');
        if (!hint) return;
        const there = ask({
          provider,
          model,
          ...(here.request.route && { route: here.request.route }),
          width: Number(hint.facts.width),
          height: Number(hint.facts.height),
        });
        const milliards = (text = ''): bigint => BigInt(Math.round(Number(text) * 1e9));
        expect(milliards(here.total?.high) - milliards(there.total?.high)).to.equal(
          milliards(hint.saving),
        );
        expect(Number(hint.facts.width) * Number(hint.facts.height)).to.be.at.least(
          width * height * 0.8,
        );
      }),
    );
  });
});

describe('the reference hint', () => {
  it('says that a 1024×1024 reference is two megapixels on Replicate, and 1000×1000 saves $0.015', () => {
    const [hint] = ask({
      provider: 'puter',
      route: 'replicate',
      references: [{ width: 1024, height: 1024 }],
    }).hints;
    expect(hint).to.deep.include({
      kind: 'reference',
      saving: '0.015',
      facts: { width: '1000', height: '1000', pixels: '1000000' },
    });
  });

  it('fits a camera’s picture into one megapixel at BFL', () => {
    const [hint] = ask({ references: [{ width: 4000, height: 3000 }] }).hints;
    expect(hint).to.deep.include({
      kind: 'reference',
      saving: '0.165',
      facts: { width: '1182', height: '886', pixels: '1048576', atMost: '1' },
    });
    // At the lower end of the range it saves less.
    expect(hint?.text).to.contain('save ≤\u00a0$0.165');
  });

  it('is silent where references cost nothing or are small enough', () => {
    expect(kinds({ references: [{ width: 1024, height: 1024 }] })).to.deep.equal([]);
    expect(
      kinds({ provider: 'puter', route: 'together', references: [{ width: 4000, height: 3000 }] }),
    ).to.deep.equal([]);
  });
});

describe('the stale hint', () => {
  const readOn = ask({}).sources[0]?.readOn ?? '';
  const read = Date.parse(readOn);
  const day = 86_400_000;

  it('comes when a price is past its limit, with its age and the day it was read', () => {
    expect(kinds({}, read + 60 * day)).to.deep.equal([]);
    expect(ask({}, read + 60 * day).asOf).to.equal(undefined);
    const late = ask({}, read + 61 * day);
    expect(late.hints).to.deep.equal([
      {
        kind: 'stale',
        text: `Price read 61 days ago, on ${readOn}`,
        facts: { days: '61', readOn },
      },
    ]);
    expect(late.asOf).to.equal(readOn);
  });

  it('comes sooner where a gateway passes prices on, also for a menu’s price', () => {
    const puter = { provider: 'puter', model: 'flux-2-pro', width: 1024, height: 1024 };
    const then = quote(puter).sources[0]?.readOn ?? '';
    for (const ask of [quote, price]) {
      expect(ask(puter, { at: Date.parse(then) + 14 * day }).asOf).to.equal(undefined);
      expect(ask(puter, { at: Date.parse(then) + 15 * day }).asOf).to.equal(then);
    }
  });

  it('needs to be told the time, and changes no price', () => {
    expect(kinds({})).to.deep.equal([]);
    expect(ask({}, read + 1e6 * day).total).to.deep.equal(ask({}).total);
    expect(kinds({}, Number.NaN)).to.deep.equal([]);
  });

  it('never comes for one’s own server, nor for play money', () => {
    for (const more of [{ provider: 'openai-compatible', model: 'x' }, { provider: 'sandbox' }]) {
      expect(
        [kinds(more, read + 4000 * day), ask(more, read + 4000 * day).asOf],
        more.provider,
      ).to.deep.equal([[], undefined]);
    }
  });
});

describe('the snap hint', () => {
  it('says where a route makes a size of its own', () => {
    expect(
      ask({ provider: 'puter', model: 'flux-2-dev', route: 'replicate', width: 2048, height: 2048 })
        .hints[0],
    ).to.deep.equal({
      kind: 'snap',
      text: 'Comes in about this shape, at about 1 megapixel',
      facts: { megapixels: '1' },
    });
    const ultra = { provider: 'bfl', model: 'flux-1.1-pro-ultra', width: 1024, height: 1024 };
    expect(ask(ultra).hints[0]?.text).to.equal('Comes in about this shape, at about 4 megapixels');
    expect(
      kinds({
        provider: 'puter',
        model: 'flux-2-pro',
        route: 'replicate',
        width: 1920,
        height: 1080,
      }),
    ).to.deep.equal([]);
  });

  it('always names a size the model makes', () => {
    const sizes = [...models('bfl'), ...models('puter'), ...models('openai-compatible')].flatMap(
      ({ offers }) => offers.map((offer) => offer.sizes),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...sizes),
        fc.integer({ min: 1, max: 40_000 }),
        fc.integer({ min: 1, max: 40_000 }),
        (allowed, width, height) => {
          const size = snapSize(allowed, width, height);
          expect(sizeProblem(allowed, size), JSON.stringify({ allowed, size })).to.equal(undefined);
          expect(snapSize(allowed, size.width, size.height)).to.deep.equal(size);
        },
      ),
      { numRuns: 2000 },
    );
    for (const [width, height] of [
      [0, 0],
      [NaN, NaN],
      [0, NaN],
      [-1, Infinity],
    ] as const) {
      for (const allowed of sizes)
        expect(sizeProblem(allowed, snapSize(allowed, width, height))).to.equal(undefined);
      expect(fitReference({ width, height }, 1e6)).to.deep.equal({ width, height });
    }
    for (const odd of [Number.NaN, 0, -5, Infinity])
      expect(snapSize(sizes[0]!, odd, 512)).to.deep.equal(snapSize(sizes[0]!, 1024, 512));
  });

  it('keeps a long shape within its longest, also where rounding would bend it past that', () => {
    const allowed = {
      pixels: 'exact',
      min: 64,
      max: 16_384,
      step: 8,
      area: 4096 * 4096,
      least: 921_600,
      longest: 16,
      snaps: 'shape',
    } as const;
    expect(snapSize(allowed, 15_932, 1)).to.deep.equal({ width: 15_936, height: 1000 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40_000 }),
        fc.integer({ min: 1, max: 40_000 }),
        fc.constantFrom(1, 8, 16, 32),
        fc.constantFrom(2_000_000, 4096 * 4096),
        (width, height, step, area) => {
          const sizes = { ...allowed, step, area };
          const size = snapSize(sizes, width, height);
          const [short = 0, long = 0] = [size.width, size.height].sort((a, b) => a - b);
          expect(long / short, JSON.stringify(size)).to.be.at.most(16);
          expect(sizeProblem(sizes, size), JSON.stringify(size)).to.equal(undefined);
          expect(snapSize(sizes, size.width, size.height)).to.deep.equal(size);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('picks from a fixed set of sizes the one most alike in shape', () => {
    const allowed = {
      pixels: 'exact',
      min: 1,
      max: 4096,
      step: 1,
      area: 1e7,
      also: ['1024x1024', '1024x1536', '1536x1024'],
      only: true,
    } as const;
    expect(snapSize(allowed, 1920, 1080)).to.deep.equal({ width: 1536, height: 1024 });
    expect(snapSize(allowed, 600, 600)).to.deep.equal({ width: 1024, height: 1024 });
  });

  it('fits references under a bound without growing or bending them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 1, max: 20_000 }),
        fc.constantFrom(1e6, 1_048_576),
        (width, height, pixels) => {
          const fit = fitReference({ width, height }, pixels);
          expect(
            fit.width >= 1 && fit.height >= 1 && fit.width <= width && fit.height <= height,
          ).to.equal(true);
          if (width < 1000 * height && height < 1000 * width)
            expect(fit.width * fit.height).to.be.at.most(pixels);
        },
      ),
    );
  });
});
