import { expect } from 'chai';
import fc from 'fast-check';
import { catalogue, cheapestAdequate, models, quote } from '../../src/pricing/index.js';
import { mergePrices } from '../../src/pricing/merge-prices.js';
import { parsePuterCatalogue } from '../../src/pricing/parse-puter-catalogue.js';
import type { ImageRequest } from '../../src/pricing/quote-types.js';

const cents = 'usd-cents';
const microcents = 'usd-microcents';
const row = (provider: string, id: string, costs_currency: string, costs: object, more?: object) =>
  ({ id, name: id, provider: `${provider}-image-generation`, costs_currency, costs, ...more });

/** Written after the shape of Puter's catalogue of August 2026; documentation, not a live reply. */
const sample = () => ({ models: [
  row('replicate', 'black-forest-labs/flux-2-pro', cents, { run: 1.5, input_mp: 1.5, output_mp: 1.5 }, { billingScheme: 'megapixel', allowed_params: ['seed', 'output_megapixels'], index_cost_key: 'output_mp' }),
  row('replicate', 'black-forest-labs/flux-2-dev', cents, { input_mp: 1.4, output_mp: 1.4 }, {
    billingScheme: 'megapixel', costs_go_fast: { input_mp: 1.2, output_mp: 1.2 }, param_transforms: { go_fast: { default: true } }, allowed_params: ['go_fast'],
  }),
  row('replicate', 'black-forest-labs/flux-2-klein-9b-base', cents, { input_mp: 1.1, output_mp: 1.1 }, { billingScheme: 'megapixel', allowed_params: ['output_megapixels'] }),
  row('replicate', 'black-forest-labs/flux-schnell', cents, { output: 0.3 }, { billingScheme: 'per-image' }),
  row('together', 'togetherai:black-forest-labs/flux.2-pro', cents, { 'per-image': 3 }, { pricing_unit: 'per-image', index_cost_key: 'per-image' }),
  row('together', 'togetherai:black-forest-labs/flux.1-schnell', cents, { '1MP': 0.27 }, { pricing_unit: 'per-MP' }),
  row('together', 'togetherai:google/flash-image-3.1', cents, { '0.5K': 4.5, '1K': 6.7, '4K': 15.1 }, { pricing_unit: 'per-tier' }),
  row('cloudflare', '@cf/black-forest-labs/flux-1-schnell', microcents, { tile_512: 5280, step: 10_560 }, { billingScheme: 'tile-plus-step', defaultSteps: 4 }),
  row('cloudflare', '@cf/black-forest-labs/flux-2-dev', microcents, { input_tile_512_per_step: 21_000, output_tile_512_per_step: 41_000 }, { billingScheme: 'flux2-dev-tile-step', defaultSteps: 25 }),
  row('cloudflare', '@cf/black-forest-labs/flux-2-klein-4b', microcents, { input_tile_512: 5900, output_tile_512: 28_700 }, { billingScheme: 'flux2-klein-4b-tile' }),
  row('cloudflare', '@cf/black-forest-labs/flux-2-klein-9b', microcents, { first_mp: 1_500_000, subsequent_mp: 200_000, input_image_mp: 200_000 }, { billingScheme: 'flux2-klein-9b-mp' }),
  row('openai', 'gpt-image-1', cents, {
    text_input: 500, image_output: 4000, 'low:1024x1024': 1.1, 'medium:1024x1024': 4.2, 'high:1024x1024': 16.7,
  }, { allowedQualityLevels: ['low', 'medium', 'high'], index_cost_key: 'low:1024x1024' }),
  row('openai', 'gpt-image-2', cents, { text_input: 500, image_output: 3000, 'low:1024x1024': 0.588 }, { allowedQualityLevels: ['low', 'medium', 'high', 'auto'] }),
  row('gemini', 'gemini-2.5-flash-image', cents, { input: 30, output: 250, output_image: 3000, '1x1': 3.9 }),
  row('gemini', 'imagen-4.0-generate-001', cents, { 'per-image': 4 }),
  row('xai', 'grok-imagine-image-quality', cents, { 'output:1k': 5, 'output:2k': 7, media_input: 1 }, { pricing_unit: 'per-image' }),
  row('byteplus', 'seedream-4-5', cents, { 'per-image': 4 }, { pricing_unit: 'per-image' }),
] });

const read = (json: unknown) => {
  const outcome = parsePuterCatalogue(json, '2026-11-20');
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome.list;
};
const merged = (json: unknown = sample()) => mergePrices(catalogue, read(json));
const ask = (model: string, route: string, more?: Partial<ImageRequest>, prices = merged()) =>
  quote({ provider: 'puter', model, route, width: 1024, height: 1024, ...more }, { prices });

describe('Puter’s live catalogue', () => {
  it('brings two units into one: cents and microcents', () => {
    expect(ask('flux-2-pro', 'replicate').total?.high).to.equal('0.03');
    expect(ask('flux-2-klein-9b', 'replicate').total?.high).to.equal('0.011');
    expect(ask('flux-1-schnell', 'replicate').total?.high).to.equal('0.003');
    expect(ask('flux-2-pro', 'together', { width: 2048, height: 2048 }).total?.high).to.equal('0.03');
    expect(ask('flux-1-schnell', 'together').total?.high).to.equal('0.0028311552');
    expect(ask('flux-1-schnell', 'cloudflare').total?.high).to.equal('0.0006336');
    expect(ask('flux-2-dev', 'cloudflare').total?.high).to.equal('0.062');
    expect(ask('flux-2-klein-4b', 'cloudflare').total?.high).to.equal('0.001384');
    expect(ask('flux-2-klein-9b', 'cloudflare', { width: 1536 }).total?.high).to.equal('0.01614573');
  });

  it('knows that Replicate’s dev goes fast by itself, and never declares megapixels', () => {
    const dev = ask('flux-2-dev', 'replicate', { width: 2048, height: 2048 });
    expect([dev.total?.high, dev.sends]).to.deep.equal(['0.012', undefined]);
    expect(ask('flux-2-pro', 'replicate', { width: 2048, height: 2048 }).sends).to.deep.equal({ output_megapixels: '4' });
  });

  it('decides over the bundled prices, is called live, and dated', () => {
    const [source] = ask('flux-2-pro', 'replicate').sources;
    expect(source).to.deep.include({ kind: 'live', readOn: '2026-11-20', url: 'https://api.puter.com/puterai/image/models/details' });
    const dearer = sample();
    dearer.models[4] = row('together', 'togetherai:black-forest-labs/flux.2-pro', cents, { 'per-image': 3.5 }, { pricing_unit: 'per-image' });
    const made = ask('flux-2-pro', 'together', {}, merged(dearer));
    expect([made.total?.high, made.conflicts.map((one) => one.total)]).to.deep.equal(['0.035', ['0.03']]);
    expect(quote({ provider: 'puter', model: 'flux-2-pro', width: 1024, height: 1024 }, { prices: merged(dearer) }).request.route).to.equal('replicate');
  });

  it('takes away the routes that Puter doesn’t list, and no other provider’s', () => {
    const fewer = { models: sample().models.filter(({ provider }) => provider === 'together-image-generation') };
    expect(ask('flux-2-pro', 'replicate', {}, merged(fewer)).problem?.code).to.equal('unknown-route');
    expect(ask('flux-2-klein-4b', '', {}, merged(fewer)).problem?.code).to.equal('unknown-model');
    expect(quote({ provider: 'bfl', model: 'flux-2-klein-4b', width: 1024, height: 1024 }, { prices: merged(fewer) }).total?.high).to.equal('0.014');
  });

  it('gives what is billed by tokens as a range, or not at all', () => {
    expect(ask('gpt-image-1', 'openai').total).to.deep.equal({ low: '0.01096', high: '0.20796' });
    expect(ask('gpt-image-1', 'openai').exactness).to.equal('range');
    expect(ask('gpt-image-1', 'openai', { width: 512, height: 512 }).problem?.code).to.equal('size-not-offered');
    expect(ask('gpt-image-2', 'openai').problem?.code).to.equal('no-price');
    expect(ask('gemini-2.5-flash-image', 'gemini').exactness).to.equal('range');
    expect(ask('imagen-4.0-generate-001', 'gemini').total?.high).to.equal('0.04');
  });

  it('gives tiers as a range from the cheapest to the dearest', () => {
    expect(ask('togetherai:google/flash-image-3.1', 'together').total).to.deep.equal({ low: '0.045', high: '0.151' });
    expect(ask('grok-imagine-image-quality', 'xai').total).to.deep.equal({ low: '0.05', high: '0.07' });
    expect(ask('grok-imagine-image-quality', 'xai').lines.map((line) => line.key)).to.deep.equal(['picture']);
    expect(ask('seedream-4-5', 'byteplus').total?.high).to.equal('0.04');
  });

  it('lists new models, but doesn’t start anybody on one', () => {
    expect(models('puter', merged()).map(({ id }) => id)).to.include('seedream-4-5');
    const bargain = { models: [...sample().models, row('together', 'togetherai:new/cheap', cents, { 'per-image': 0.001 }, { pricing_unit: 'per-image' })] };
    expect(cheapestAdequate('puter', merged(bargain))).to.equal('flux-2-klein-4b');
  });

  it('has no price for a scheme, a unit or a supplier it doesn’t know', () => {
    const odd = (part: object) => {
      const models = [...sample().models.slice(1), { ...row('replicate', 'black-forest-labs/flux-2-pro', cents, { output: 3 }), ...part }];
      return ask('flux-2-pro', 'replicate', {}, mergePrices({ ...catalogue, offers: [] }, read({ models })));
    };
    for (const part of [{ billingScheme: 'by-the-moon' }, {}, { billingScheme: 'per-image', costs: {} }, { billingScheme: 'per-image', costs: { output: 0 } }, { billingScheme: 'megapixel', costs: { run: 1 } }]) {
      expect(odd(part).problem?.code, JSON.stringify(part)).to.equal('no-price');
    }
    expect(odd({ costs_currency: 'doubloons' }).problem?.code).to.equal('unknown-route');
    const elsewhere = { models: [...sample().models, row('acme', 'acme/paint', cents, { 'per-image': 1 }, { pricing_unit: 'per-image' })] };
    expect(ask('acme/paint', 'acme', {}, merged(elsewhere)).problem?.code).to.equal('no-price');
  });

  it('has no price where the picture’s size is fixed whatever is asked', () => {
    const fixed = { models: [row('cloudflare', '@cf/x/y', microcents, { tile_512: 1, step: 1 }, { billingScheme: 'tile-plus-step', fixedRatio: { w: 1024, h: 1024 } })] };
    expect(ask('@cf/x/y', 'cloudflare', {}, mergePrices({ ...catalogue, offers: [] }, read(fixed))).problem?.code).to.equal('no-price');
  });
});

describe('a hostile or broken Puter catalogue is refused whole', () => {
  const refused = (json: unknown): string => {
    const outcome = parsePuterCatalogue(json, '2026-11-20');
    return 'refused' in outcome ? outcome.refused : 'taken';
  };
  const withRow = (part: object) => ({ models: [...sample().models, { ...row('together', 'a/b', cents, { 'per-image': 3 }, { pricing_unit: 'per-image' }), ...part }] });

  it('when it is no catalogue', () => {
    for (const json of [null, 5, 'x', [], {}, { models: {} }, { models: [] }, { models: [null] }, { models: Array.from({ length: 2001 }) }, '<html>']) {
      expect(refused(json), JSON.stringify(json)?.slice(0, 40)).to.not.equal('taken');
    }
  });

  it('when a cost is no amount', () => {
    for (const cost of [-1, '3', null, Number.NaN, Infinity, 1e12, {}, true]) {
      expect(refused(withRow({ costs: { 'per-image': cost } })), JSON.stringify(cost)).to.match(/models\[17\]\.costs\.per-image is not a cost/);
    }
    expect(refused(withRow({ costs: null }))).to.match(/not an object/);
  });

  it('when an id is odd or comes twice', () => {
    expect(refused(withRow({ id: '<b>' }))).to.match(/not an id/);
    expect(refused(withRow({ provider: 5 }))).to.match(/not an id/);
    expect(refused({ models: [...sample().models, ...sample().models] })).to.match(/twice/);
    expect(refused(withRow({ defaultSteps: 'many', provider: 'cloudflare-image-generation', billingScheme: 'step-only', costs: { step: 1 } }))).to.match(/defaultSteps/);
  });

  it('when the day it was read is none', () => expect(parsePuterCatalogue(sample(), 'today')).to.have.property('refused'));

  it('and never throws or lists a price of nothing', () => {
    const cost = fc.oneof(fc.double(), fc.integer(), fc.string(), fc.constant(null), fc.constantFrom(0, 0.27, 1.5, 5280));
    const anyRow = fc.record({
      id: fc.constantFrom('black-forest-labs/flux-2-pro', 'a/b', 'c', '', '__proto__'), provider: fc.constantFrom(...sample().models.map(({ provider }) => provider), 'x', ''),
      costs_currency: fc.constantFrom(cents, microcents, 'x', undefined), costs: fc.dictionary(fc.constantFrom('run', 'output', 'output_mp', '1MP', 'per-image', 'tile_512', 'step', 'first_mp'), cost),
      billingScheme: fc.constantFrom('megapixel', 'per-image', 'tile-plus-step', undefined), pricing_unit: fc.constantFrom('per-image', 'per-MP', 'per-tier', undefined),
    }, { requiredKeys: [] });
    fc.assert(fc.property(fc.array(anyRow, { maxLength: 4 }), (rows) => {
      const outcome = parsePuterCatalogue({ models: rows }, '2026-11-20');
      if ('refused' in outcome) return;
      for (const { model, route = '' } of outcome.list.offers) {
        const made = quote({ provider: 'puter', model, route, width: 1024, height: 1024 }, { prices: outcome.list });
        if (made.total) expect(Number(made.total.low)).to.be.greaterThan(0);
      }
    }), { numRuns: 1500 });
  });
});
