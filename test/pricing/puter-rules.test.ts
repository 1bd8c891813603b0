import { expect } from 'chai';
import { snapSize } from '../../src/pricing/index.js';
import { isSameCharge } from '../../src/pricing/same-charge.js';
import { parsePriceList } from '../../src/pricing/parse-price-list.js';
import { parsePuterCatalogue } from '../../src/pricing/parse-puter-catalogue.js';
import { optionsOf } from '../../src/pricing/options.js';
import { byteplusOffer } from '../../src/pricing/puter/byteplus.js';
import { meteredOffer } from '../../src/pricing/puter/metered.js';
import { replicateOffer } from '../../src/pricing/puter/replicate.js';
import { puterRow, type PuterRow } from '../../src/pricing/puter/row.js';
import { kindOf } from '../../src/pricing/kind-of.js';
import type { Rule } from '../../src/pricing/rule.js';
import { sampleList } from './sample-list.js';

/**
 * How one row of Puter's catalogue is understood to be billed. Written after the shape of August
 * 2026; documentation, not a live reply.
 */
function ruleOf(provider: string, costs: object, more: object = {}): Rule | undefined {
  const read = parsePuterCatalogue(
    {
      models: [
        {
          id: 'some/model',
          name: 'Some',
          provider: `${provider}-image-generation`,
          costs_currency: 'usd-cents',
          costs,
          ...more,
        },
      ],
    },
    '2026-11-20',
  );
  if ('refused' in read) throw new Error(read.refused);
  return read.list.offers.find(({ model }) => model === 'some/model')?.prices[0]?.rule;
}

describe('how a row of Puter’s catalogue is billed', () => {
  it('by Cloudflare, as its scheme says, and not at all by a scheme nobody knows', () => {
    const klein9 = { first_mp: 1.5, subsequent_mp: 0.2, input_image_mp: 0.2 };
    expect(ruleOf('cloudflare', klein9, { billingScheme: 'flux2-klein-9b-mp' })).to.deep.equal({
      kind: 'megapixel',
      pixels: 1e6,
      exact: true,
      first: '0.015',
      further: '0.002',
      input: '0.002',
      inputAsOutput: true,
      decimals: 8,
    });
    expect(
      ruleOf(
        'cloudflare',
        { ...klein9, input_image_mp: 0 },
        { billingScheme: 'flux2-klein-9b-mp' },
      ),
    ).not.to.have.any.keys('input', 'inputAsOutput');
    for (const costs of [{ first_mp: 1.5 }, { subsequent_mp: 0.2 }])
      expect(ruleOf('cloudflare', costs, { billingScheme: 'flux2-klein-9b-mp' })).to.equal(
        undefined,
      );
    const tile = { output_tile_512: 1, input_tile_512: 2, step: 3 };
    expect(
      ruleOf('cloudflare', tile, { billingScheme: 'tile-plus-step', defaultSteps: 4, maxSteps: 8 }),
    ).to.deep.equal({
      kind: 'tiles',
      tile: '0.01',
      input: '0.02',
      step: '0.03',
      steps: 4,
      maxSteps: 8,
    });
    expect(
      ruleOf('cloudflare', tile, { billingScheme: 'step-only', fixedSteps: 5, defaultSteps: 4 }),
    ).to.deep.equal({
      kind: 'tiles',
      tile: '0.01',
      input: '0.02',
      step: '0.03',
      steps: 5,
      fixed: true,
    });
    expect(
      ruleOf(
        'cloudflare',
        { output_tile_512_per_step: 1 },
        { billingScheme: 'flux2-dev-tile-step' },
      ),
    ).to.deep.equal({ kind: 'tiles', tile: '0.01', perStep: true });
    for (const odd of [
      { billingScheme: 'new' },
      {},
      { billingScheme: 'tile-plus-step', fixedRatio: '1:1' },
    ])
      expect(ruleOf('cloudflare', tile, odd)).to.equal(undefined);
    expect(
      ruleOf('cloudflare', { input_tile_512: 2 }, { billingScheme: 'tile-plus-step' }),
    ).to.equal(undefined);
  });

  it('by Replicate, from the table that the backend takes', () => {
    const costs = { run: 1, output_mp: 2, input_mp: 3 };
    const fast = { costs_go_fast: { output_mp: 0.5 } };
    const mp = { billingScheme: 'megapixel' };
    expect(ruleOf('replicate', costs, mp)).to.deep.equal({
      kind: 'declared-megapixel',
      run: '0.01',
      output: '0.02',
      input: '0.03',
    });
    const going = (go_fast: unknown): unknown =>
      (
        ruleOf('replicate', costs, { ...mp, ...fast, param_transforms: { go_fast } }) as
          { output?: string } | undefined
      )?.output;
    expect(going({ default: true })).to.equal('0.005');
    for (const slow of [{ default: false }, {}, undefined, { default: 'true' }])
      expect(going(slow), JSON.stringify(slow)).to.equal('0.02');
    expect(
      (
        ruleOf('replicate', costs, { ...mp, param_transforms: { go_fast: { default: true } } }) as {
          output?: string;
        }
      ).output,
    ).to.equal('0.02');
    expect(
      ruleOf('replicate', costs, { ...mp, allowed_params: ['output_megapixels'] }),
    ).to.deep.include({ choices: ['0.25', '0.5', '1', '2', '4'] });
    expect(ruleOf('replicate', costs, { ...mp, allowed_params: ['seed'] })).not.to.have.property(
      'choices',
    );
    expect(ruleOf('replicate', { output: 4 }, { billingScheme: 'per-image' })).to.deep.equal({
      kind: 'image',
      each: '0.04',
    });
    for (const odd of [{ billingScheme: 'per-second' }, {}, mp])
      expect(ruleOf('replicate', { output: 4 }, odd)).to.equal(undefined);
  });

  it('by Together and the others, by the unit that the row names', () => {
    expect(ruleOf('together', { 'per-image': 3 }, { pricing_unit: 'per-image' })).to.deep.equal({
      kind: 'image',
      each: '0.03',
    });
    expect(ruleOf('together', { '1MP': 3 }, { pricing_unit: 'per-MP' })).to.deep.equal({
      kind: 'megapixel',
      pixels: 1e6,
      exact: true,
      further: '0.03',
    });
    expect(
      ruleOf('together', { '4K': 9, '1K': 3, '2K': 10 }, { pricing_unit: 'per-tier' }),
    ).to.deep.equal({ kind: 'image', each: '0.1', from: '0.03' });
    expect(ruleOf('together', { '1K': 3 }, { pricing_unit: 'per-tier' })).to.deep.equal({
      kind: 'image',
      each: '0.03',
    });
    for (const [costs, unit] of [
      [{ '1MP': 3 }, 'per-image'],
      [{ 'per-image': 3 }, 'per-MP'],
      [{ '1MP': 3 }, 'per-word'],
    ] as const)
      expect(ruleOf('together', costs, { pricing_unit: unit })).to.equal(undefined);
    expect(ruleOf('byteplus', { 'per-image': 4 }, { pricing_unit: 'per-image' })).to.deep.equal({
      kind: 'image',
      each: '0.04',
    });
    expect(ruleOf('byteplus', { 'output:1k': 4, 'output:2k': 5, other: 9 }, {})).to.deep.equal({
      kind: 'image',
      each: '0.05',
      from: '0.04',
    });
    expect(ruleOf('xai', { 'output:1k': 4, media_input: 1 })).to.deep.equal({
      kind: 'image',
      each: '0.04',
      input: '0.01',
    });
    expect(ruleOf('xai', { media_input: 1 })).to.equal(undefined);
    expect(ruleOf('nobody', { 'per-image': 4 }, { pricing_unit: 'per-image' })).to.equal(undefined);
  });

  it('by tokens, from the least to the most that a picture can take', () => {
    const levels = { allowedQualityLevels: ['low', 'high', 'auto'] };
    const costs = {
      text_input: 500,
      image_output: 4000,
      'low:1024x1024': 4,
      'high:1024x1024': 16.7,
      'low:1024x1536': 2,
    };
    expect(ruleOf('openai', costs, levels)).to.deep.equal({
      kind: 'tokens',
      image: '0.00004',
      tokens: { '1024x1024': [1000, 4175] },
      prompt: '0.000005',
      promptTokens: 8192,
    });
    expect(ruleOf('openai', { ...costs, text_input: 0 }, levels)).not.to.have.any.keys(
      'prompt',
      'promptTokens',
    );
    for (const [other, more] of [
      [{ ...costs, image_output: 0 }, levels],
      [costs, {}],
      [{ image_output: 4000 }, levels],
    ] as const)
      expect(ruleOf('openai', other, more)).to.equal(undefined);
    expect(ruleOf('gemini', { 'per-image': 4 })).to.deep.equal({ kind: 'image', each: '0.04' });
    expect(ruleOf('gemini', { input: 30, output_image: 3000, '1x1': 3.9 })).to.deep.equal({
      kind: 'tokens',
      image: '0.00003',
      tokens: { '*': [1300, 2600] },
      prompt: '0.0000003',
      promptTokens: 8192,
    });
    for (const other of [
      { input: 30, output_image: 3000 },
      { input: 30, '1x1': 3.9 },
    ])
      expect(ruleOf('gemini', other)).to.equal(undefined);
  });
});

describe('what a row of September’s list offers', () => {
  const rowOf = (costs: object, more: object): PuterRow =>
    puterRow({ costs_currency: 'usd-cents', costs, ...more }, 'row')!;

  describe('at BytePlus', () => {
    const tiers = { 'output:1k': 4.5, 'output:2k': 9 };
    const pro = {
      pricing_unit: 'per-tier',
      pixelSizeThreshold: 921_600,
      maxPixels: 4_624_220,
      allowedQualityLevels: ['1k', '2k'],
    };
    const byteplus = (costs: object, more: object) => byteplusOffer(rowOf(costs, more));

    it('is priced by tier, else by pixels, with ten references at most', () => {
      const made = byteplus({ ...tiers, input_image: 0.3 }, pro);
      const input = { input: '0.003', free: 1 };
      expect(made?.prices).to.deep.equal([
        { rule: { kind: 'tiered-image', each: '0.045', ...input }, options: { quality: '1k' } },
        { rule: { kind: 'tiered-image', each: '0.09', ...input }, options: { quality: '2k' } },
        {
          rule: { kind: 'tiered-image', each: '0.045', ...input, above: 2_610_000, large: '0.09' },
          options: { quality: '' },
        },
      ]);
      expect([made?.references, made?.sizes?.least, made?.sizes?.area]).to.deep.equal([
        10, 921_600, 4_624_220,
      ]);
      expect(byteplus({ ...tiers, input_image: 0 }, pro)?.prices[0]?.rule).to.deep.equal({
        kind: 'tiered-image',
        each: '0.045',
      });
    });

    it('has no price with the cost of a tier missing', () => {
      for (const costs of [{ 'output:1k': 4.5 }, { 'output:2k': 9 }])
        expect(byteplus(costs, { ...pro, allowedQualityLevels: [] })?.prices).to.deep.equal([]);
      const allowedQualityLevels = ['1k', '1.5k', '2k'];
      expect(byteplus(tiers, { ...pro, allowedQualityLevels })?.prices).to.deep.equal([]);
      expect(byteplus(tiers, { ...pro, pricing_unit: 'per-word' })?.prices).to.deep.equal([]);
      expect(ruleOf('byteplus', tiers, { ...pro, allowedQualityLevels })).to.equal(undefined);
      expect(ruleOf('byteplus', tiers, { pricing_unit: 'per-word' })).to.equal(undefined);
    });

    it('takes no more references than the row says', () =>
      expect(byteplus(tiers, { ...pro, maxInputImages: 4 })?.references).to.equal(4));

    it('is a price per picture without tiers, in the shapes it names', () => {
      const lite = { pricing_unit: 'per-image', pixelSizeThreshold: 3_686_400, maxPixels: 1e7 };
      const made = (more: object) => byteplus({ 'per-image': 3.5 }, { ...lite, ...more });
      expect(made({})?.prices).to.deep.equal([{ rule: { kind: 'image', each: '0.035' } }]);
      expect([made({})?.references, made({})?.options]).to.deep.equal([14, {}]);
      expect(
        made({ resolution_map: { '16:9': {}, adaptive: {}, '0:1': {} } })?.sizes?.ratios,
      ).to.deep.equal(['16:9']);
      for (const resolution_map of [undefined, null, {}, '16:9', { adaptive: {} }])
        expect(
          made({ resolution_map })?.sizes?.ratios,
          JSON.stringify(resolution_map),
        ).to.deep.equal(['1:1']);
      expect(byteplus({ 'per-image': 3.5 }, { pricing_unit: 'per-image' })).to.equal(undefined);
    });
  });

  it('is not priced as August’s rows were, where it can’t be understood', () => {
    const beside = { billingRates: [] };
    for (const [provider, costs, more] of [
      ['gemini', { input: 30, output_image: 3000, '1K:1x1': 3.9 }, {}],
      ['xai', { 'output:1k': 4 }, { defaultQuality: 'low' }],
      ['xai', { 'output:1k:low': 4 }, { defaultQuality: 'low', defaultEditQuality: 'high' }],
      ['xai', { 'output:1k': 4 }, { pricing_unit: 'per-second' }],
    ] as const) {
      expect(ruleOf(provider, costs, { ...more, ...beside }), provider).to.equal(undefined);
    }
    expect(ruleOf('xai', { 'output:1k': 4 }, { pricing_unit: 'per-second' })).to.equal(undefined);
    expect(ruleOf('gemini', { 'per-image': 4 }, beside)).to.deep.equal({
      kind: 'image',
      each: '0.04',
    });
  });

  describe('by the rates of its inputs', () => {
    const metered = (billingRates: unknown, inputSchema: object, more: object = {}) =>
      meteredOffer(rowOf({}, { billingScheme: 'metered', billingRates, inputSchema, ...more }));
    const rates = [
      { when: { mode: 'fast' }, costs: { output: 3 } },
      { when: { mode: 'slow' }, costs: { output: 5 } },
    ];

    it('has the price of each, and of none if one can’t be told', () => {
      const mode = { type: 'string', default: 'fast' };
      expect(metered(rates, { mode })?.prices.map(({ rule, options }) => [rule, options]))
        .to //
        .deep.equal([
          [{ kind: 'image', each: '0.03' }, { mode: 'fast' }],
          [{ kind: 'image', each: '0.05' }, { mode: 'slow' }],
        ]);
      expect(metered(rates, { mode: { type: 'string' } })?.prices, 'no usual value').to.deep.equal(
        [],
      );
      const unknown = { when: { mode: 'odd' }, costs: { output: 1, words: 2 } };
      expect(metered([...rates, unknown], { mode })?.prices, 'an unknown part').to.deep.equal([]);
      expect(metered([], { mode })?.prices).to.deep.equal([]);
      const all = { costs: { output: 9 } };
      expect(
        metered([all, ...rates], { mode })?.prices.map(({ rule }) => rule),
        'none after one without conditions',
      ).to.deep.equal([{ kind: 'image', each: '0.09' }]);
      const unset = { when: { style: 'oil' }, costs: { output: 1 } };
      expect(
        metered([...rates, unset], { mode, style: { type: 'string' } })?.prices,
        'one of them without a usual value',
      ).to.deep.equal([]);
    });

    it('asks for what rates name, as one of their values; for other words as they are', () => {
      const made = metered(rates, {
        mode: { type: 'string', default: 'fast' },
        style: { type: 'string' },
        tiled: { type: 'boolean' },
        strength: { type: 'number', minimum: 0, maximum: 1 },
      });
      expect(made?.options).to.deep.equal({
        mode: { type: 'choice', values: ['fast', 'slow'], usual: 'fast' },
        style: { type: 'text' },
        tiled: { type: 'switch', usual: 'false' },
        strength: { type: 'number', min: 0, max: 1 },
      });
    });

    it('starts from a picture where one is required, by any of its names', () => {
      const rate = [{ costs: { output: 4 } }];
      for (const [name, most] of [
        ['image', 1],
        ['image_prompt', 1],
        ['init_image', 1],
        ['image_input', 10],
        ['images', 10],
        ['source_file', 0],
      ] as const) {
        const schema = { [name]: { type: 'string' } };
        const made = metered(rate, schema, { requiredInputs: [name] });
        expect([made?.needsReference, made?.references, made?.options], name).to.deep.equal([
          true,
          most,
          {},
        ]);
      }
      const made = metered(rate, { images: { type: 'array', maxItems: 3 } });
      expect([made?.needsReference, made?.references]).to.deep.equal([undefined, 3]);
      expect(metered(rate, { style: { type: 'string' } })?.references).to.equal(0);
    });
  });

  it('lets an older row’s reader choose what it allows, within limits', () => {
    const read = (options: Record<string, string | number>) => {
      const specs = replicateOffer(
        rowOf(
          { output: 4 },
          { billingScheme: 'per-image', allowed_params: ['steps', 'guidance', 'output_quality'] },
        ),
      )?.options;
      const made = optionsOf(specs, { options });
      return 'code' in made ? made.text : made;
    };
    for (const steps of [1, 50])
      expect(read({ num_inference_steps: steps })).to.deep.equal({ steps: String(steps) });
    for (const steps of [0, 51, 2.5])
      expect(read({ steps })).to.equal('steps: a whole number from 1 to 50');
    for (const guidance of [0, 7.5, 20])
      expect(read({ guidance })).to.deep.equal({ guidance: String(guidance) });
    for (const guidance of [-0.1, 21])
      expect(read({ guidance })).to.equal('guidance: a number from 0 to 20');
    for (const output_quality of [0, 100])
      expect(read({ output_quality })).to.deep.equal({ output_quality: String(output_quality) });
    expect(read({ output_quality: 0.5 })).to.equal('output_quality: a whole number from 0 to 100');
    expect(read({ style: 'oil', contrast: 'low' }), 'not allowed').to.deep.equal({});
  });
});

describe('what a price list may hold', () => {
  const refusal = (list: unknown): string | undefined => {
    const read = parsePriceList(list);
    return 'refused' in read ? read.refused : undefined;
  };

  it('is at most five hundred sources', () => {
    const list = sampleList();
    const many = (count: number) => ({
      ...list,
      sources: {
        ...list.sources,
        ...Object.fromEntries(
          Array.from({ length: count - Object.keys(list.sources).length }, (_, at) => [
            `s${at}`,
            list.sources['house'],
          ]),
        ),
      },
    });
    expect(refusal(many(500))).to.equal(undefined);
    expect(refusal(many(501))).to.equal('sources has more than 500 entries');
  });

  it('is no rule that is worth one picture where its price is not fixed', () => {
    const unit = (rule: Rule): string | undefined => kindOf(rule).unit?.(rule);
    expect([
      unit({ kind: 'image', each: '0.04' }),
      unit({ kind: 'image', each: '0.04', from: '0.02' }),
      unit({ kind: 'seconds', second: '0.001', from: 1, to: 2 }),
    ]).to.deep.equal(['0.04', undefined, '0.001']);
  });
});

describe('two charges', () => {
  it('are the same less than a millionth of a dollar apart, whichever is more', () => {
    expect(
      [
        ['0.03', '0.03'],
        ['0.03', '0.0300009'],
        ['0.0300009', '0.03'],
        ['0.03', '0.030001'],
        ['0.030001', '0.03'],
        ['0.03', '0.04'],
      ].map(([a, b]) => isSameCharge(a!, b!)),
    ).to.deep.equal([true, true, true, false, false, false]);
  });
});

describe('a size that is not offered', () => {
  it('becomes the listed one nearest in shape, before the one nearest in area', () => {
    const only = {
      pixels: 'exact' as const,
      min: 64,
      max: 2048,
      step: 1,
      area: 4_194_304,
      only: true as const,
      also: ['512x512', '1024x512', '2048x2048'],
    };
    expect(snapSize(only, 1000, 1000)).to.deep.equal({ width: 512, height: 512 });
    expect(snapSize(only, 1800, 1800)).to.deep.equal({ width: 2048, height: 2048 });
    expect(snapSize(only, 1500, 900)).to.deep.equal({ width: 1024, height: 512 });
  });

  it('is lengthened on its shorter side where the shape is too long', () => {
    const openai = {
      pixels: 'exact' as const,
      min: 16,
      max: 3840,
      step: 16,
      area: 8_294_400,
      least: 655_360,
      longest: 3,
      snaps: 'shape' as const,
    };
    expect(snapSize(openai, 600, 2000)).to.deep.equal({ width: 672, height: 2000 });
    expect(snapSize(openai, 2016, 640)).to.deep.equal({ width: 2016, height: 672 });
    expect(snapSize(openai, 8, 256)).to.deep.equal({ width: 480, height: 1408 });
    expect(snapSize(openai, 672, 2016)).to.deep.equal({ width: 672, height: 2016 });
  });

  it('becomes whole pixels where it was none', () => {
    const free = { pixels: 'exact' as const, min: 64, max: 2048, step: 1, area: 4_194_304 };
    expect(snapSize(free, 512.4, 512)).to.deep.equal({ width: 512, height: 512 });
    expect(snapSize(free, 512, 512.6)).to.deep.equal({ width: 512, height: 513 });
  });
});
