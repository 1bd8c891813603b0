import { expect } from 'chai';
import { providerIds } from '../../src/base/provider-id.js';
import { catalogue, quote } from '../../src/pricing/index.js';
import { price } from '../../src/pricing/price.js';
import { decidingPrices } from '../../src/pricing/catalogue/deciding-prices.js';
import { ruleFacts } from '../../src/pricing/rule-facts.js';
import { kindOf } from '../../src/pricing/kind-of.js';
import { madeSize } from '../../src/pricing/snap-size.js';
import { readsLists } from '../../src/pricing/reads-lists.js';
import type { Rule } from '../../src/pricing/rule.js';
import type { ImageRequest, Source } from '../../src/pricing/quote-types.js';

const oneMegapixel = { width: 1024, height: 1024 };
function requestFor(
  { provider, model, route, needsReference, options = {} }: (typeof catalogue.offers)[number],
  more?: object,
): ImageRequest {
  const needed = Object.keys(options).filter((name) => options[name]?.needed);
  return {
    provider,
    model,
    ...oneMegapixel,
    ...(route !== undefined && { route }),
    ...(needsReference && { references: [{ width: 640, height: 480 }] }),
    ...(needed.length > 0 && { options: Object.fromEntries(needed.map((name) => [name, '{}'])) }),
    ...more,
  };
}

/** True if the whole list brings the size of this request inside the offer's limits. */
function snapsOf(
  { provider, model, route }: (typeof catalogue.offers)[number],
  { width, height }: ImageRequest,
): boolean {
  const known = catalogue.offers.find(
    (one) => one.provider === provider && one.model === model && one.route === route,
  );
  const made = known && madeSize(known.sizes, { width, height });
  return made !== undefined && (made.width !== width || made.height !== height);
}

/** What every reader loads quotes no words: they come with the whole catalogue. */
function saidAtRest({ provider }: (typeof catalogue.offers)[number], source: Source): Source {
  return ['bfl', 'sandbox', 'puter'].includes(provider) ? { ...source, says: '' } : source;
}

describe('the catalogue', () => {
  it('has every provider, and each offer once', () => {
    expect(new Set(catalogue.offers.map((offer) => offer.provider))).to.deep.equal(
      new Set(providerIds),
    );
    const keys = catalogue.offers.map(
      ({ provider, model, route }) => `${provider} ${model} ${route ?? ''}`,
    );
    expect(new Set(keys).size).to.equal(keys.length);
  });

  it('has every model of BFL', () => {
    expect(
      catalogue.offers.filter((offer) => offer.provider === 'bfl').map((offer) => offer.model),
    ).to.include.members([
      'flux-2-klein-4b',
      'flux-2-klein-9b',
      'flux-2-pro',
      'flux-2-flex',
      'flux-2-max',
      'flux-2-dev',
      'flux-1-kontext-pro',
      'flux-1-kontext-max',
      'flux-1.1-pro',
      'flux-1.1-pro-ultra',
      'flux-1.1-pro-raw',
      'flux-1-fill-pro',
      'flux-1-schnell',
      'flux-1-dev',
    ]);
  });

  it('tells of every price its source, address, date and words', () => {
    const used = new Set<string>();
    for (const { provider, model, prices } of catalogue.offers) {
      for (const { source, says } of prices) {
        const where = `${provider} ${model}`;
        const listed = catalogue.sources[source];
        expect(listed, where).to.not.equal(undefined);
        if (listed?.url !== undefined) expect(listed.url, where).to.match(/^https:\/\/[^\s]+$/);
        expect(listed?.readOn, where).to.match(/^20\d\d-\d\d-\d\d$/);
        expect(listed?.kind, where).to.be.oneOf(['live', 'provider', 'third-party']);
        expect(says.length, where).to.be.within(7, 120);
        used.add(source);
      }
    }
    expect([...used].sort()).to.deep.equal(Object.keys(catalogue.sources).sort());
  });

  it('quotes every offer that has a price, from a source', () => {
    for (const offer of catalogue.offers) {
      const made = quote(requestFor(offer));
      if (offer.notHosted || !offer.prices.some((one) => !one.wrong)) {
        expect(made.problem?.code, offer.model).to.equal(
          offer.notHosted ? 'not-hosted' : 'no-price',
        );
      } else {
        expect(made.total, `${offer.provider} ${offer.model}`).to.not.equal(undefined);
        expect(made.sources.length).to.be.greaterThan(0);
      }
    }
  });

  it('calls the sandbox’s prices simulated, and only those', () => {
    for (const offer of catalogue.offers)
      expect(quote(requestFor(offer)).simulated).to.equal(
        offer.provider === 'sandbox' ? true : undefined,
      );
    expect(
      quote({ provider: 'sandbox', model: 'flux-2-pro', ...oneMegapixel }).sources[0]?.name,
    ).to.match(/^Simulated/);
    expect(
      quote({ provider: 'sandbox', model: 'flux-2-pro', ...oneMegapixel }).sources[0]?.says,
    ).to.contain('no real money');
  });

  it('decides alike with and without what other sources say', () => {
    for (const offer of decidingPrices.offers) {
      for (const more of [
        {},
        { width: 2048, height: 2048 },
        { references: [{ width: 1500, height: 1500 }] },
      ]) {
        const request = requestFor(offer, more);
        const [lean, full] = [price(request, { prices: decidingPrices }), quote(request)];
        const [first] = full.sources;
        // A size that only the whole list knows to be brought inside is refused at first look.
        if (lean.problem && full.total) {
          expect(snapsOf(offer, request), offer.model).to.equal(true);
          continue;
        }
        expect([lean.total, lean.id, lean.lines], offer.model).to.deep.equal([
          full.total,
          full.id,
          full.lines,
        ]);
        expect(lean.sources[0], offer.model).to.deep.equal(first && saidAtRest(offer, first));
      }
    }
  });

  it('says at a first look too why a price is in doubt', () => {
    let doubts = 0;
    for (const { provider, model, route, prices } of decidingPrices.offers) {
      if (provider === 'puter') continue;
      const whole = catalogue.offers.find(
        (one) => one.provider === provider && one.model === model && one.route === route,
      );
      for (const [index, { doubt }] of prices.entries()) {
        expect(doubt, `${provider} ${model}`).to.equal(whole?.prices[index]?.doubt);
        if (doubt) doubts += 1;
      }
    }
    expect(doubts).to.be.greaterThan(0);
  });

  it('can be written down as JSON and read back unchanged', () => {
    expect(JSON.parse(JSON.stringify(catalogue))).to.deep.equal(catalogue);
  });

  it('prices one’s own server at nothing, or at its owner’s figure', () => {
    const own = (more: object, options?: object) =>
      quote(
        { provider: 'openai-compatible', model: 'sd-cpp-local', ...oneMegapixel, ...more },
        options,
      ).total?.high;
    expect(own({})).to.equal('0');
    expect(own({ unitPrice: '0.002', count: 3 })).to.equal('0.006');
    expect(own({}, { unitPrice: '0.002' })).to.equal('0.002');
    expect(own({ unitPrice: '0.001' }, { unitPrice: '0.002' })).to.equal('0.001');
  });
});

describe('a rule', () => {
  const samples: Readonly<Record<Rule['kind'], Rule>> = {
    image: { kind: 'image', each: '0.04', input: '0.01' },
    'tiered-image': {
      kind: 'tiered-image',
      each: '0.04',
      above: 1_500_000,
      large: '0.08',
      input: '0.01',
    },
    megapixel: {
      kind: 'megapixel',
      pixels: 1_048_576,
      first: '0.03',
      further: '0.015',
      input: '0.015',
    },
    'declared-megapixel': {
      kind: 'declared-megapixel',
      run: '0.015',
      output: '0.015',
      input: '0.015',
      choices: ['0.5', '1', '2', '4'],
    },
    tiles: { kind: 'tiles', tile: '0.001', input: '0.0005', step: '0.0001', steps: 4 },
    'area-steps': { kind: 'area-steps', each: '0.01', width: 1024, height: 1024, steps: 28 },
    seconds: { kind: 'seconds', second: '0.000725', from: 2, to: 9 },
    tokens: {
      kind: 'tokens',
      image: '0.00004',
      tokens: { '1024x1024': [272, 4160], '*': [100, 9000] },
      prompt: '0.000005',
      promptTokens: 1000,
      input: '0.000005',
      inputTokens: 560,
    },
    'area-tokens': {
      kind: 'area-tokens',
      image: '0.00003',
      side: 96,
      from: 16,
      prompt: '0.000005',
      promptTokens: 1000,
      input: '0.000008',
      inputTokens: 1600,
    },
    metered: { kind: 'metered', run: '0.04', input: '0.03', made: '0.03', declares: 'resolution' },
    'self-hosted': { kind: 'self-hosted', each: '0' },
  };
  const base = {
    provider: 'p',
    model: 'm',
    width: 1024,
    height: 1024,
    references: [{ width: 900, height: 900 }],
    steps: 10,
    unitPrice: '0.5',
    options: {},
  };
  const changes: Partial<Record<keyof ImageRequest, object>> = {
    width: { width: 2048 },
    height: { height: 2048 },
    references: {
      references: [
        { width: 3000, height: 3000 },
        { width: 500, height: 500 },
      ],
    },
    steps: { steps: 25 },
    unitPrice: { unitPrice: '0.7' },
    options: { options: { resolution: '2 MP', output_megapixels: '2' } },
  };

  before(readsLists);

  for (const [kind, rule] of Object.entries(samples)) {
    it(`reads the request fields it says it reads, and no others: ${kind}`, () => {
      const bill = (request: object) =>
        JSON.stringify(kindOf(rule).bill(rule, request as never)?.items);
      for (const [field, change] of Object.entries(changes)) {
        const reads = ruleFacts[rule.kind].reads.includes(field as keyof ImageRequest);
        expect(bill({ ...base, ...change }) !== bill(base), field).to.equal(reads);
      }
    });
  }

  it('of steps and area takes them in proportion, and rounds up what doesn’t come out even', () => {
    const deepinfra = (width: number, height: number, steps?: number) =>
      quote({ provider: 'deepinfra', model: 'flux-2-dev', width, height, ...(steps && { steps }) });
    expect(deepinfra(1024, 1024).total?.high).to.equal('0.01');
    expect(deepinfra(2048, 1024, 28).total?.high).to.equal('0.02');
    expect(deepinfra(1024, 1024, 10).total?.high).to.equal('0.003571428572');
    expect(deepinfra(1024, 768).lines).to.deep.equal([
      {
        key: 'area-steps',
        label: 'Area steps',
        quantity: '0.75',
        unitPrice: '0.01',
        amount: '0.0075',
      },
    ]);
  });

  it('of seconds or tokens is a range, and of tokens nothing for a size it doesn’t know', () => {
    const listed = (rule: Rule) =>
      ({
        version: 1,
        sources: catalogue.sources,
        offers: [
          {
            provider: 'p',
            model: 'm',
            name: 'M',
            sizes: { pixels: 'exact', min: 1, max: 4096, step: 1, area: 1e8 },
            references: 0,
            seed: false,
            prices: [{ rule, source: 'bfl', says: 'so and so much' }],
          },
        ],
      }) as const;
    const ask = (rule: Rule, width = 1024) =>
      quote({ provider: 'p', model: 'm', width, height: 1024 }, { prices: listed(rule) });
    expect(ask(samples.seconds).total).to.deep.equal({ low: '0.00145', high: '0.006525' });
    expect(ask(samples.tokens).total).to.deep.equal({ low: '0.01088', high: '0.1714' });
    expect(
      ask({ ...samples.tokens, tokens: { '1024x1024': [1, 2] } } as Rule, 512).problem?.code,
    ).to.equal('no-price');
  });
});
