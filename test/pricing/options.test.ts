import { expect } from 'chai';
import { catalogue, parsePriceList, quote } from '../../src/pricing/index.js';
import type { ImageRequest, Quote } from '../../src/pricing/quote-types.js';

type Options = NonNullable<ImageRequest['options']>;

function ask(model: string, options: Options = {}, more: Partial<ImageRequest> = {}): Quote {
  return quote({ provider: 'puter', model, width: 1024, height: 1024, options, ...more });
}

/** What an order costs and what of it is sent beside model and size. */
function answer(made: Quote): readonly [high: string | undefined, sent: object] {
  const {
    model: _model,
    ratio: _ratio,
    width: _width,
    height: _height,
    ...sent
  } = made.sends ?? {};
  return [made.total?.high, sent];
}

const banana = 'google/nano-banana-2';
const lucid = '@cf/leonardo/lucid-origin';

describe('what may be chosen beside the size', () => {
  it('is the provider’s default where nothing is chosen, priced and sent', () => {
    expect(answer(ask(banana))).to.deep.equal(['0.067', { resolution: '1K' }]);
    expect(answer(ask('google/nano-banana-pro'))).to.deep.equal(['0.15', { resolution: '2K' }]);
    expect(answer(ask('openai/gpt-image-1.5'))).to.deep.equal(['0.136', { quality: 'auto' }]);
    expect(answer(ask('flux-2-dev', {}, { route: 'replicate' }))).to.deep.equal([
      '0.012',
      { go_fast: true },
    ]);
    expect(answer(ask(lucid))).to.deep.equal(['0.0313', { steps: 25 }]);
  });

  it('has the price of what is chosen', () => {
    expect(answer(ask(banana, { resolution: '4K' }))).to.deep.equal([
      '0.151',
      { resolution: '4K' },
    ]);
    expect(answer(ask('flux-2-dev', { go_fast: false }, { route: 'replicate' }))).to.deep.equal([
      '0.014',
      { go_fast: false },
    ]);
    expect(answer(ask('leonardoai/lucid-origin', { generation_mode: 'ultra' }))).to.deep.equal([
      '0.0765',
      { generation_mode: 'ultra' },
    ]);
    expect(
      answer(
        ask('sourceful/riverflow-2.0-pro', { font_urls: 'https://a.example https://b.example' }),
      ),
    ).to.deep.equal([
      '0.21',
      { resolution: '1K', font_urls: ['https://a.example', 'https://b.example'] },
    ]);
  });

  it('is told apart by neither case nor blanks, and sent as the list spells it', () => {
    for (const quality of ['2K', '2k', ' 2k '])
      expect(answer(ask(banana, { quality }))).to.deep.equal(['0.101', { resolution: '2K' }]);
    expect(answer(ask('openai/gpt-image-1.5', { quality: 'Medium' }))).to.deep.equal([
      '0.05',
      { quality: 'medium' },
    ]);
    expect(answer(ask('flux-2-dev', { go_fast: 'FALSE' }, { route: 'replicate' }))[0]).to.equal(
      '0.014',
    );
  });

  it('goes by its own name, in camel case too, or by the one that models share', () => {
    expect(answer(ask(banana, { quality: '2K' }))[0]).to.equal('0.101');
    expect(answer(ask('leonardoai/lucid-origin', { generationMode: 'ultra' }))[0]).to.equal(
      '0.0765',
    );
    for (const options of [
      { output_megapixels: '2' },
      { output_megapixels: 2 },
      { outputMegapixels: '2 MP' },
      { resolution: '2 mp' },
    ])
      expect(ask('flux-2-max', options).sends, JSON.stringify(options)).to.deep.equal({
        model: 'replicate:black-forest-labs/flux-2-max',
        ratio: { w: 1, h: 1 },
        resolution: '2 MP',
      });
    expect(
      ask('flux-2-max', { outputMegapixels: 2, output_quality: 90 }).sends,
      'the shape and no pixels, whatever is chosen beside the megapixels',
    ).to.deep.include({ ratio: { w: 1, h: 1 }, resolution: '2 MP', output_quality: 90 });
    expect(
      ask('flux-2-max', { output_quality: 90 }).sends,
      'another choice leaves the pixels',
    ).to.deep.include({ width: 1024, height: 1024, output_quality: 90 });
    expect(answer(ask('prunaai/z-image-turbo', { outputMegapixels: 2 }))[1]).to.deep.equal({
      megapixels: '2',
    });
  });

  it('may be decided by the pixels or by the megapixels where both are sent', () => {
    const total = (side: number, options: Options = {}) =>
      ask('prunaai/z-image-turbo', options, { width: side, height: side }).total;
    expect(total(1024)).to.deep.equal({ low: '0.005', high: '0.0053' });
    expect(total(2048)).to.deep.equal({ low: '0.005', high: '0.02097152' });
    expect(total(512)).to.deep.equal({ low: '0.00131072', high: '0.0053' });
    expect(total(1024, { megapixels: '2' })).to.deep.equal({ low: '0.01048576', high: '0.0212' });
  });

  it('is the megapixels of an older model where they are said, else those nearest to the size', () => {
    const pro = (options: Options, side = 1024) =>
      answer(ask('flux-2-pro', options, { route: 'replicate', width: side, height: side }));
    expect(pro({})).to.deep.equal(['0.03', { output_megapixels: '1' }]);
    expect(pro({}, 2048)).to.deep.equal(['0.075', { output_megapixels: '4' }]);
    expect(pro({ output_megapixels: '4' })).to.deep.equal(['0.075', { output_megapixels: '4' }]);
    expect(pro({ outputMegapixels: 0.5 }, 2048)).to.deep.equal([
      '0.0225',
      { output_megapixels: '0.5' },
    ]);
  });

  it('may be the file format by the name that older models have for it', () => {
    for (const name of ['response_format', 'output_format'])
      expect(answer(ask(banana, { [name]: 'png' }))[1], name).to.deep.equal({
        resolution: '1K',
        output_format: 'png',
      });
  });

  it('is Puter’s name before the model’s own where both are given', () =>
    expect(answer(ask(banana, { quality: '2K', resolution: '1K' }))).to.deep.equal([
      '0.101',
      { resolution: '2K' },
    ]));

  it('is nothing if it is blank or missing', () => {
    for (const resolution of ['', '  ', undefined])
      expect(answer(ask(banana, { resolution } as Options))).to.deep.equal([
        '0.067',
        { resolution: '1K' },
      ]);
  });

  it('is ignored under a name that the model does not have', () => {
    const odd = { colour: 'blue', n: 4, go_fast: true, constructor: 'x' };
    expect(answer(ask(banana, odd))).to.deep.equal(['0.067', { resolution: '1K' }]);
    expect(ask(banana, odd).problem).to.equal(undefined);
  });
});

describe('an option with a value that can’t be taken', () => {
  const bad: readonly (readonly [model: string, options: Options, text: string])[] = [
    [banana, { quality: '3K' }, 'resolution: one of 1K, 2K, 4K'],
    [banana, { quality: 'constructor' }, 'resolution: one of 1K, 2K, 4K'],
    ['openai/gpt-image-1.5', { quality: 'best' }, 'quality: one of low, medium, high, auto'],
    [banana, { google_search: 'maybe' }, 'google_search: true or false'],
    ['flux-2-max', { output_quality: 101 }, 'output_quality: a whole number from 0 to 100'],
    ['flux-2-max', { output_quality: 1.5 }, 'output_quality: a whole number from 0 to 100'],
    ['prunaai/z-image-turbo', { guidance: 'much' }, 'guidance_scale: a number from 0 to 20'],
    ['sourceful/riverflow-2.0-pro', { font_urls: 'a b c' }, 'font_urls: at most 2'],
  ];
  for (const [model, options, text] of bad)
    it(`is refused with what it may be: ${JSON.stringify(options)}`, () => {
      const made = ask(model, options);
      expect(made.problem).to.deep.equal({ code: 'invalid-option', text });
      expect([made.total, made.sends, made.exactness]).to.deep.equal([
        undefined,
        undefined,
        'unknown',
      ]);
    });

  it('is refused for any model if it is no text, number or switch', () => {
    for (const resolution of [null, {}, ['1K'], () => '1K'])
      expect(ask('flux-2-pro', { resolution } as unknown as Options).problem?.code).to.equal(
        'invalid-option',
      );
    expect(ask('flux-2-pro', 'steps' as unknown as Options).problem?.code).to.equal(
      'invalid-option',
    );
  });
});

describe('steps at Cloudflare', () => {
  const steps = (model: string, given: object) => answer(ask(model, {}, given));

  it('are brought inside the limits, and sent as they are billed', () => {
    expect(steps(lucid, { steps: 10 })).to.deep.equal(['0.02932', { steps: 10 }]);
    expect(steps(lucid, { steps: 40 })).to.deep.equal(['0.03328', { steps: 40 }]);
    expect(steps(lucid, { steps: 900 })).to.deep.equal(['0.03328', { steps: 40 }]);
    expect(steps('workers-ai:black-forest-labs/flux.1-schnell', { steps: 50 })).to.deep.equal([
      '0.001056',
      { steps: 8 },
    ]);
  });

  it('count where they are all that is given', () => {
    const request = { provider: 'puter', model: lucid, width: 1024, height: 1024, steps: 10 };
    expect(answer(quote(request))).to.deep.equal(['0.02932', { steps: 10 }]);
  });

  it('may be an option too, under either name', () => {
    for (const options of [{ steps: 10 }, { num_steps: '10' }, { numSteps: 10 }])
      expect(answer(ask(lucid, options))).to.deep.equal(['0.02932', { steps: 10 }]);
    expect(answer(ask(lucid, { steps: 0 }))[1]).to.deep.equal({ steps: 1 });
  });

  it('are none of the reader’s where the number is fixed', () => {
    const klein = (given: object) => ask('flux-2-klein-4b', {}, { route: 'cloudflare', ...given });
    expect(klein({ steps: 40 }).total).to.deep.equal(klein({}).total);
    expect(klein({ steps: 40 }).sends).to.not.have.property('steps');
  });
});

describe('steps at a model with options of another kind', () => {
  it('still count as given', () => {
    const read = parsePriceList({
      version: 1,
      sources: { s: { name: 'S', readOn: '2026-11-20', kind: 'provider' } },
      offers: [
        {
          provider: 'studio',
          model: 'm',
          name: 'M',
          sizes: { pixels: 'exact', min: 64, max: 2048, step: 8, area: 4_194_304 },
          references: 0,
          seed: false,
          options: { style: { type: 'text' } },
          prices: [
            {
              rule: { kind: 'area-steps', each: '0.01', width: 1024, height: 1024, steps: 28 },
              source: 's',
              says: 'x',
            },
          ],
        },
      ],
    });
    if ('refused' in read) throw new Error(read.refused);
    const request = { provider: 'studio', model: 'm', width: 1024, height: 1024, steps: 14 };
    const made = quote({ ...request, options: { style: 'oil' } }, { prices: read.list });
    expect(made.total).to.deep.equal({ low: '0.005', high: '0.005' });
  });
});

describe('a model by the provider’s own id', () => {
  it('is the same as by ours, with or without the name of who serves it', () => {
    const pro = ask('flux-2-pro', {}, { route: 'replicate' });
    for (const id of ['replicate:black-forest-labs/flux-2-pro', 'black-forest-labs/flux-2-pro']) {
      const { total, sends, lines } = ask(id);
      expect({ total, sends, lines }, id).to.deep.equal({
        total: pro.total,
        sends: pro.sends,
        lines: pro.lines,
      });
    }
  });

  it('is by that route and no other', () => {
    const one = ask('workers-ai:black-forest-labs/flux.1-schnell');
    expect([one.request.route, one.total?.high]).to.deep.equal(['cloudflare', '0.0006336']);
    expect(ask('black-forest-labs/flux-schnell').request.route).to.equal('replicate');
    expect(
      ask('workers-ai:black-forest-labs/flux.1-schnell', {}, { route: 'replicate' }).problem?.code,
    ).to.equal('unknown-route');
    expect(ask('workers-ai:nobody/nothing').problem?.code).to.equal('unknown-model');
  });

  it('reaches every offer of Puter’s that has one', () => {
    for (const { wire, model, route, notHosted } of catalogue.offers) {
      if (wire === undefined) continue;
      const made = ask(wire);
      expect([made.request.model, made.request.route], wire).to.deep.equal([model, route]);
      if (notHosted === undefined && made.sends) expect(made.sends['model']).to.equal(wire);
    }
  });

  it('may be the row’s own or another that Puter takes for it, and pins what it priced', () => {
    const reached = (model: string, route?: string): unknown =>
      ask(model, {}, { ...(route !== undefined && { route }) }).sends?.['model'];
    for (const id of ['@cf/black-forest-labs/flux-1-schnell', '@cf/leonardo/lucid-origin'])
      expect(ask(id).request.route, id).to.equal('cloudflare');
    expect(reached('nano-banana-pro')).to.equal('google:google/gemini-3-pro-image');
    expect(reached('grok-image')).to.equal('x-ai:x-ai/grok-imagine-image');
    expect(reached('flux-schnell')).to.equal('replicate:black-forest-labs/flux-schnell');
    expect(reached('openai/gpt-image-2'), 'the model of that name').to.equal(
      'replicate:openai/gpt-image-2',
    );
    expect(reached('openai/gpt-image-2', 'openai')).to.equal('openai:openai/gpt-image-2');
    expect(ask('openai/gpt-image-2', {}, { route: 'xai' }).problem?.code).to.equal('unknown-route');
    expect(ask('flux-2-klein-4b').request.model, 'ours before theirs').to.equal('flux-2-klein-4b');
  });
});

describe('the id of a quote', () => {
  it('differs with the options, even at the same price', () => {
    const ids = [
      {},
      { resolution: '1K' },
      { quality: '1K' },
      { resolution: '2K' },
      { resolution: '1K', output_format: 'png' },
    ].map((options) => ask(banana, options).id);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(ask(banana, {}).id).to.equal(
      quote({ provider: 'puter', model: banana, width: 1024, height: 1024 }).id,
    );
  });

  it('is the same for the same options', () =>
    expect(ask(banana, { resolution: '2K' }).id).to.equal(ask(banana, { resolution: '2K' }).id));
});
