import { expect } from 'chai';
import fc from 'fast-check';
import { catalogue, cheapestAdequate, models, quote } from '../../src/pricing/index.js';
import { mergePrices } from '../../src/pricing/merge-prices.js';
import { parsePuterCatalogue } from '../../src/pricing/parse-puter-catalogue.js';
import type { ImageRequest } from '../../src/pricing/quote-types.js';

const cents = 'usd-cents';
const microcents = 'usd-microcents';
function row(provider: string, id: string, costs_currency: string, costs: object, more?: object) {
  return { id, name: id, provider: `${provider}-image-generation`, costs_currency, costs, ...more };
}

/** Written after the shape of Puter's catalogue of August 2026; documentation, not a live reply. */
function sample() {
  return {
    models: [
      row(
        'replicate',
        'black-forest-labs/flux-2-pro',
        cents,
        { run: 1.5, input_mp: 1.5, output_mp: 1.5 },
        {
          billingScheme: 'megapixel',
          allowed_params: ['seed', 'output_megapixels'],
          index_cost_key: 'output_mp',
        },
      ),
      row(
        'replicate',
        'black-forest-labs/flux-2-dev',
        cents,
        { input_mp: 1.4, output_mp: 1.4 },
        {
          billingScheme: 'megapixel',
          costs_go_fast: { input_mp: 1.2, output_mp: 1.2 },
          param_transforms: { go_fast: { default: true } },
          allowed_params: ['go_fast'],
        },
      ),
      row(
        'replicate',
        'black-forest-labs/flux-2-klein-9b-base',
        cents,
        { input_mp: 1.1, output_mp: 1.1 },
        { billingScheme: 'megapixel', allowed_params: ['output_megapixels'] },
      ),
      row(
        'replicate',
        'black-forest-labs/flux-schnell',
        cents,
        { output: 0.3 },
        { billingScheme: 'per-image' },
      ),
      row(
        'together',
        'togetherai:black-forest-labs/flux.2-pro',
        cents,
        { 'per-image': 3 },
        { pricing_unit: 'per-image', index_cost_key: 'per-image' },
      ),
      row(
        'together',
        'togetherai:black-forest-labs/flux.1-schnell',
        cents,
        { '1MP': 0.27 },
        { pricing_unit: 'per-MP' },
      ),
      row(
        'together',
        'togetherai:google/flash-image-3.1',
        cents,
        { '0.5K': 4.5, '1K': 6.7, '4K': 15.1 },
        { pricing_unit: 'per-tier' },
      ),
      row(
        'cloudflare',
        '@cf/black-forest-labs/flux-1-schnell',
        microcents,
        { tile_512: 5280, step: 10_560 },
        { billingScheme: 'tile-plus-step', defaultSteps: 4 },
      ),
      row(
        'cloudflare',
        '@cf/black-forest-labs/flux-2-dev',
        microcents,
        { input_tile_512_per_step: 21_000, output_tile_512_per_step: 41_000 },
        { billingScheme: 'flux2-dev-tile-step', defaultSteps: 25 },
      ),
      row(
        'cloudflare',
        '@cf/black-forest-labs/flux-2-klein-4b',
        microcents,
        { input_tile_512: 5900, output_tile_512: 28_700 },
        { billingScheme: 'flux2-klein-4b-tile' },
      ),
      row(
        'cloudflare',
        '@cf/black-forest-labs/flux-2-klein-9b',
        microcents,
        { first_mp: 1_500_000, subsequent_mp: 200_000, input_image_mp: 200_000 },
        { billingScheme: 'flux2-klein-9b-mp' },
      ),
      row(
        'openai',
        'gpt-image-1',
        cents,
        {
          text_input: 500,
          image_output: 4000,
          'low:1024x1024': 1.1,
          'medium:1024x1024': 4.2,
          'high:1024x1024': 16.7,
        },
        { allowedQualityLevels: ['low', 'medium', 'high'], index_cost_key: 'low:1024x1024' },
      ),
      row(
        'openai',
        'gpt-image-2',
        cents,
        { text_input: 500, image_output: 3000, 'low:1024x1024': 0.588 },
        { allowedQualityLevels: ['low', 'medium', 'high', 'auto'] },
      ),
      row('gemini', 'gemini-2.5-flash-image', cents, {
        input: 30,
        output: 250,
        output_image: 3000,
        '1x1': 3.9,
      }),
      row('gemini', 'imagen-4.0-generate-001', cents, { 'per-image': 4 }),
      row(
        'xai',
        'grok-imagine-image-quality',
        cents,
        { 'output:1k': 5, 'output:2k': 7, media_input: 1 },
        { pricing_unit: 'per-image' },
      ),
      row('byteplus', 'seedream-4-5', cents, { 'per-image': 4 }, { pricing_unit: 'per-image' }),
    ],
  };
}

function read(json: unknown) {
  const outcome = parsePuterCatalogue(json, '2026-11-20');
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome.list;
}
function merged(json: unknown = sample()) {
  return mergePrices(catalogue, read(json));
}
function ask(model: string, route: string, more?: Partial<ImageRequest>, prices = merged()) {
  return quote({ provider: 'puter', model, route, width: 1024, height: 1024, ...more }, { prices });
}

describe('Puter’s live catalogue', () => {
  it('brings two units into one: cents and microcents', () => {
    expect(ask('flux-2-pro', 'replicate').total?.high).to.equal('0.03');
    expect(ask('flux-2-klein-9b', 'replicate').total?.high).to.equal('0.011');
    expect(ask('flux-1-schnell', 'replicate').total?.high).to.equal('0.003');
    expect(ask('flux-2-pro', 'together', { width: 2048, height: 2048 }).total?.high).to.equal(
      '0.03',
    );
    expect(ask('flux-1-schnell', 'together').total?.high).to.equal('0.0028311552');
    expect(ask('flux-1-schnell', 'cloudflare').total?.high).to.equal('0.0006336');
    expect(ask('flux-2-dev', 'cloudflare').total?.high).to.equal('0.062');
    expect(ask('flux-2-klein-4b', 'cloudflare').total?.high).to.equal('0.001384');
    expect(ask('flux-2-klein-9b', 'cloudflare', { width: 1536 }).total?.high).to.equal(
      '0.01614573',
    );
  });

  it('knows that Replicate’s dev goes fast by itself, and never declares megapixels', () => {
    const dev = ask('flux-2-dev', 'replicate', { width: 2048, height: 2048 });
    expect(dev.total?.high).to.equal('0.012');
    expect(dev.sends).to.include({ go_fast: true }).and.not.to.have.property('output_megapixels');
    const pro = ask('flux-2-pro', 'replicate', { width: 2048, height: 2048 });
    expect(pro.sends).to.include({ output_megapixels: '4' });
  });

  it('decides over the bundled prices, is called live, and dated', () => {
    const [source] = ask('flux-2-pro', 'replicate').sources;
    expect(source).to.deep.include({
      kind: 'live',
      readOn: '2026-11-20',
      url: 'https://api.puter.com/puterai/image/models/details',
    });
    const dearer = sample();
    dearer.models[4] = row(
      'together',
      'togetherai:black-forest-labs/flux.2-pro',
      cents,
      { 'per-image': 3.5 },
      { pricing_unit: 'per-image' },
    );
    const made = ask('flux-2-pro', 'together', {}, merged(dearer));
    expect([made.total?.high, made.conflicts.map((one) => one.total)]).to.deep.equal([
      '0.035',
      ['0.03'],
    ]);
    expect(
      quote(
        { provider: 'puter', model: 'flux-2-pro', width: 1024, height: 1024 },
        { prices: merged(dearer) },
      ).request.route,
    ).to.equal('replicate');
  });

  it('takes away the routes that Puter doesn’t list, and no other provider’s', () => {
    const fewer = {
      models: sample().models.filter(({ provider }) => provider === 'together-image-generation'),
    };
    expect(ask('flux-2-pro', 'replicate', {}, merged(fewer)).problem?.code).to.equal(
      'unknown-route',
    );
    expect(ask('flux-2-klein-4b', '', {}, merged(fewer)).problem?.code).to.equal('unknown-model');
    expect(
      quote(
        { provider: 'bfl', model: 'flux-2-klein-4b', width: 1024, height: 1024 },
        { prices: merged(fewer) },
      ).total?.high,
    ).to.equal('0.014');
  });

  it('gives what is billed by tokens as a range, or not at all', () => {
    expect(ask('gpt-image-1', 'openai').total).to.deep.equal({ low: '0.011', high: '0.20796' });
    expect(ask('gpt-image-1', 'openai').exactness).to.equal('range');
    expect(ask('gpt-image-1', 'openai', { width: 512, height: 512 }).problem?.code).to.equal(
      'size-not-offered',
    );
    expect(ask('gpt-image-2', 'openai').problem?.code).to.equal('no-price');
    expect(ask('gemini-2.5-flash-image', 'gemini').exactness).to.equal('range');
    expect(ask('imagen-4.0-generate-001', 'gemini').total?.high).to.equal('0.04');
  });

  it('gives tiers as a range from the cheapest to the dearest', () => {
    expect(ask('togetherai:google/flash-image-3.1', 'together').total).to.deep.equal({
      low: '0.045',
      high: '0.151',
    });
    expect(ask('grok-imagine-image-quality', 'xai').total).to.deep.equal({
      low: '0.05',
      high: '0.07',
    });
    expect(ask('grok-imagine-image-quality', 'xai').lines.map((line) => line.key)).to.deep.equal([
      'picture',
    ]);
    expect(ask('seedream-4-5', 'byteplus').total?.high).to.equal('0.04');
  });

  it('lists new models, but doesn’t start anybody on one', () => {
    expect(models('puter', merged()).map(({ id }) => id)).to.include('seedream-4-5');
    const bargain = {
      models: [
        ...sample().models,
        row(
          'together',
          'togetherai:new/cheap',
          cents,
          { 'per-image': 0.001 },
          { pricing_unit: 'per-image' },
        ),
      ],
    };
    expect(cheapestAdequate('puter', merged(bargain))).to.equal('flux-2-klein-4b');
  });

  it('has no price for a scheme, a unit or a supplier it doesn’t know', () => {
    const odd = (part: object) => {
      const models = [
        ...sample().models.slice(1),
        { ...row('replicate', 'black-forest-labs/flux-2-pro', cents, { output: 3 }), ...part },
      ];
      return ask(
        'flux-2-pro',
        'replicate',
        {},
        mergePrices({ ...catalogue, offers: [] }, read({ models })),
      );
    };
    for (const part of [
      { billingScheme: 'by-the-moon' },
      {},
      { billingScheme: 'per-image', costs: {} },
      { billingScheme: 'megapixel', costs: { run: 1 } },
    ]) {
      expect(odd(part).problem?.code, JSON.stringify(part)).to.equal('no-price');
    }
    expect(odd({ costs_currency: 'doubloons' }).problem?.code).to.equal('unknown-route');
    const elsewhere = {
      models: [
        ...sample().models,
        row('acme', 'acme/paint', cents, { 'per-image': 1 }, { pricing_unit: 'per-image' }),
      ],
    };
    expect(ask('acme/paint', 'acme', {}, merged(elsewhere)).problem?.code).to.equal('no-price');
  });

  it('prices the size that is made where it is fixed, says so, and sends it', () => {
    const fixed = {
      models: [
        row(
          'cloudflare',
          '@cf/x/y',
          microcents,
          { tile_512: 1, step: 1 },
          { billingScheme: 'tile-plus-step', fixedRatio: { w: 1024, h: 1024 } },
        ),
      ],
    };
    const quoted = ask(
      '@cf/x/y',
      'cloudflare',
      { width: 2048, height: 2048 },
      mergePrices({ ...catalogue, offers: [] }, read(fixed)),
    );
    expect(quoted.total?.high).to.equal('0.00000029');
    expect(quoted.sends).to.include({ width: 1024, height: 1024 });
    expect(quoted.hints.map(({ kind, facts }) => [kind, facts.width])).to.deep.equal([
      ['snap', '1024'],
    ]);
  });
});

describe('a cost of 0 in Puter’s catalogue', () => {
  const only = (...models: object[]) => mergePrices({ ...catalogue, offers: [] }, read({ models }));

  it('is a price where Puter says it, and names who says so', () => {
    // Cloudflare's step-only rows of Puter's catalogue of 2026-09-16.
    const free = only(
      row(
        'cloudflare',
        '@cf/bytedance/stable-diffusion-xl-lightning',
        microcents,
        { step: 0 },
        { billingScheme: 'step-only' },
      ),
      row('replicate', 'acme/gift', cents, { output: 0 }, { billingScheme: 'per-image' }),
    );
    for (const [model, route] of [
      ['@cf/bytedance/stable-diffusion-xl-lightning', 'cloudflare'],
      ['acme/gift', 'replicate'],
    ] as const) {
      const made = ask(model, route, {}, free);
      expect([made.total, made.exactness, made.sources[0]?.name], model).to.deep.equal([
        { low: '0', high: '0' },
        'exact',
        'Puter’s live price list',
      ]);
    }
  });

  it('is a part that costs nothing beside parts that do', () => {
    const prices = only(
      row(
        'replicate',
        'black-forest-labs/flux-2-pro',
        cents,
        { run: 0, output_mp: 1.5, input_mp: 0 },
        { billingScheme: 'megapixel' },
      ),
      row(
        'cloudflare',
        '@cf/x/y',
        microcents,
        { tile_512: 0, step: 10_000 },
        { billingScheme: 'tile-plus-step', defaultSteps: 4 },
      ),
    );
    const pro = ask(
      'flux-2-pro',
      'replicate',
      { references: [{ width: 512, height: 512 }] },
      prices,
    );
    expect([pro.total?.high, pro.lines.map(({ key }) => key)]).to.deep.equal([
      '0.015',
      ['megapixels'],
    ]);
    expect(ask('@cf/x/y', 'cloudflare', {}, prices).total?.high).to.equal('0.0004');
  });

  it('is never made of a missing one, a scheme nobody knows, or a 0 beside costs that do not count', () => {
    const prices = only(
      row('replicate', 'a/none', cents, {}, { billingScheme: 'per-image' }),
      row('replicate', 'a/odd', cents, { output: 0 }, { billingScheme: 'by-the-moon' }),
      row('together', 'a/half', cents, { 'per-image': 0, '1MP': 3 }, { pricing_unit: 'per-image' }),
    );
    for (const [model, route] of [
      ['a/none', 'replicate'],
      ['a/odd', 'replicate'],
      ['a/half', 'together'],
    ] as const) {
      expect(ask(model, route, {}, prices).problem?.code, model).to.equal('no-price');
    }
  });
});

describe('an odd row of Puter’s catalogue', () => {
  const outcome = (...more: readonly object[]) => {
    const made = parsePuterCatalogue({ models: [...sample().models, ...more] }, '2026-11-20');
    if ('refused' in made) throw new Error(made.refused);
    return { leftOut: made.leftOut, prices: mergePrices(catalogue, made.list) };
  };
  const together = (id: string, part: object = {}) => ({
    ...row('together', id, cents, { 'per-image': 3 }, { pricing_unit: 'per-image' }),
    ...part,
  });

  it('is left out and said, and every other row is read', () => {
    const odd = [
      ...[-1, '3', null, Number.NaN, Infinity, 1e12, {}, true].map((cost, at) =>
        together(`a/cost${at}`, { costs: { 'per-image': cost } }),
      ),
      together('a/costs', { costs: null }),
      together('<b>'),
      together('a/b', { provider: 5 }),
      null,
      together('c/d', {
        defaultSteps: 0,
        provider: 'cloudflare-image-generation',
        billingScheme: 'step-only',
        costs: { step: 1 },
      }),
    ];
    for (const one of odd) {
      const { leftOut, prices } = outcome(one as object);
      expect(leftOut, JSON.stringify(one)).to.have.length(1);
      expect(leftOut[0]).to.match(/^models\[17\]/);
      expect(ask('flux-2-pro', 'replicate', {}, prices).sources[0]?.kind).to.equal('live');
      expect(ask('seedream-4-5', 'byteplus', {}, prices).total?.high).to.equal('0.04');
    }
    expect(outcome(...(odd as object[])).leftOut).to.have.length(odd.length);
  });

  it('leaves a model we know with the last price that was read', () => {
    const broken = sample();
    broken.models[0] = { ...broken.models[0]!, costs: { run: 'a lot' } };
    const made = parsePuterCatalogue(broken, '2026-11-20');
    if ('refused' in made) throw new Error(made.refused);
    const {
      total,
      sources: [source],
    } = ask('flux-2-pro', 'replicate', {}, mergePrices(catalogue, made.list));
    expect([made.leftOut.length, total?.high, source?.kind]).to.deep.equal([1, '0.03', 'provider']);
  });

  it('leaves no price to a model that is now billed in a way nobody knows, and says what it was', () => {
    const changed = sample();
    Object.assign(changed.models[0]!, { billingScheme: 'by-the-moon' });
    const made = parsePuterCatalogue(changed, '2026-11-20');
    if ('refused' in made) throw new Error(made.refused);
    const { total, problem, conflicts } = ask(
      'flux-2-pro',
      'replicate',
      {},
      mergePrices(catalogue, made.list),
    );
    expect([total, problem?.code]).to.deep.equal([undefined, 'no-price']);
    expect(conflicts.map(({ total, why }) => [total, why])).to.deep.equal([
      ['0.03', 'Read earlier'],
    ]);
  });

  it('may be a second spelling of a model: the plain one is ours, the other keeps Puter’s name', () => {
    const plain = row(
      'replicate',
      'black-forest-labs/flux-2-klein-9b',
      cents,
      { input_mp: 2, output_mp: 2 },
      { billingScheme: 'megapixel', allowed_params: ['output_megapixels'] },
    );
    const { leftOut, prices } = outcome(plain);
    expect(leftOut).to.deep.equal([]);
    expect(ask('flux-2-klein-9b', 'replicate', {}, prices).total?.high).to.equal('0.02');
    expect(
      ask('black-forest-labs/flux-2-klein-9b-base', 'replicate', {}, prices).total?.high,
    ).to.equal('0.011');
  });

  it('may be the same row twice: one price where they agree, a range where they don’t', () => {
    const [, , , , pro] = sample().models;
    expect(ask('flux-2-pro', 'together', {}, outcome(pro!).prices).total).to.deep.equal({
      low: '0.03',
      high: '0.03',
    });
    expect(
      ask('flux-2-pro', 'together', {}, outcome({ ...pro, costs: { 'per-image': 4 } }).prices)
        .total,
    ).to.deep.equal({ low: '0.03', high: '0.04' });
  });
});

describe('a hostile or broken Puter catalogue is refused whole', () => {
  const refused = (json: unknown): string => {
    const outcome = parsePuterCatalogue(json, '2026-11-20');
    return 'refused' in outcome ? outcome.refused : 'taken';
  };
  it('when it is no catalogue', () => {
    for (const json of [
      null,
      5,
      'x',
      [],
      {},
      { models: {} },
      { models: [] },
      { models: [null] },
      { models: Array.from({ length: 2001 }) },
      '<html>',
    ]) {
      expect(refused(json), JSON.stringify(json)?.slice(0, 40)).to.not.equal('taken');
    }
  });

  it('when none of its rows can be read', () => {
    expect(refused({ models: [{ ...sample().models[0]!, costs: { run: 'x' } }] })).to.match(
      /models\[0\]\.costs\.run is not a cost/,
    );
  });

  it('and takes no longer for two thousand rows of one name', () => {
    const many = Array.from({ length: 2000 }, (_, at) =>
      row('together', 'a/b', cents, { 'per-image': at + 1 }, { pricing_unit: 'per-image' }),
    );
    const made = parsePuterCatalogue({ models: [...many] }, '2026-11-20');
    expect(
      'list' in made && [made.list.offers[0]?.prices.length, made.leftOut.length],
    ).to.deep.equal([10, 1990]);
  });

  it('when the day it was read is none', () =>
    expect(parsePuterCatalogue(sample(), 'today')).to.have.property('refused'));

  it('and never throws or lists a price of nothing', () => {
    const cost = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.string(),
      fc.constant(null),
      fc.constantFrom(0, 0.27, 1.5, 5280),
    );
    const anyRow = fc.record(
      {
        id: fc.constantFrom('black-forest-labs/flux-2-pro', 'a/b', 'c', '', '__proto__'),
        provider: fc.constantFrom(...sample().models.map(({ provider }) => provider), 'x', ''),
        costs_currency: fc.constantFrom(cents, microcents, 'x', undefined),
        costs: fc.dictionary(
          fc.constantFrom(
            'run',
            'output',
            'output_mp',
            '1MP',
            'per-image',
            'tile_512',
            'step',
            'first_mp',
          ),
          cost,
        ),
        billingScheme: fc.constantFrom('megapixel', 'per-image', 'tile-plus-step', undefined),
        pricing_unit: fc.constantFrom('per-image', 'per-MP', 'per-tier', undefined),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 4 }), (rows) => {
        const outcome = parsePuterCatalogue({ models: rows }, '2026-11-20');
        if ('refused' in outcome) return;
        for (const { model, route = '' } of outcome.list.offers) {
          const made = quote(
            { provider: 'puter', model, route, width: 1024, height: 1024 },
            { prices: outcome.list },
          );
          if (!made.total || Number(made.total.low) > 0) continue;
          // Nothing is $0 but what Puter itself lists at 0.
          expect(
            rows.some(
              ({ id, costs = {} }) =>
                (id === model || model.startsWith('flux')) && Object.values(costs).includes(0),
            ),
          ).to.equal(true);
        }
      }),
      { numRuns: 1500 },
    );
  });
});
