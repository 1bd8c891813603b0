import { expect } from 'chai';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { quote } from '../../src/pricing/index.js';
import type { PictureOrder, ReferenceImage } from '../../src/providers/adapter.js';
import { puterRequest } from '../../src/providers/puter-request.js';
import {
  isMeterOf,
  puterModelRoute,
  puterModelRoutes,
} from '../../src/providers/puter-model-route.js';

const reference: ReferenceImage = { width: 64, height: 64, mediaType: 'image/png', base64: 'AAAA' };
function order(more: Partial<PictureOrder>): PictureOrder {
  return {
    model: 'flux-2-pro',
    prompt: 'a fox',
    width: 1024,
    height: 1024,
    references: [],
    ...more,
  };
}
function args(more: Partial<PictureOrder>): Readonly<Record<string, unknown>> {
  const request = puterRequest(order(more));
  if ('problem' in request) throw new Error(request.problem);
  return request.args;
}
function problem(more: Partial<PictureOrder>): string | undefined {
  const request = puterRequest(order(more));
  return 'problem' in request ? request.problem : undefined;
}

describe('what is asked of Puter for one picture', () => {
  it('names model and supplier for every offer in our catalogue, so that no alias can make it dearer', () => {
    const offers = catalogue.offers.filter(({ provider }) => provider === 'puter');
    expect(offers.length).to.be.greaterThan(20);
    for (const { model, route = '', needsReference } of offers) {
      const asked = args({ model, route, references: needsReference ? [reference] : [] });
      expect(asked.provider, model).to.equal(`${route}-image-generation`);
      expect(asked.model, model).to.be.a('string').and.equal(String(asked.model).toLowerCase());
      expect(asked).not.to.have.any.keys('n', 'aspect_ratio', 'test_mode', 'driver');
    }
  });

  it('has a lane only where our catalogue has a price, and the other way round', () => {
    const priced = catalogue.offers
      .filter(({ provider, model }) => provider === 'puter' && !model.includes(':'))
      .map(({ model, route }) => `${model} ${String(route)}`);
    const lanes = [...new Set(priced.map((name) => name.split(' ')[0] ?? ''))].flatMap((model) =>
      puterModelRoutes(model).map((route) => `${model} ${route}`),
    );
    expect(lanes.sort()).to.deep.equal(priced.sort());
  });

  it('asks for a place in the reader’s drive only when they want it and there is one', () => {
    expect(args({ route: 'together' })).not.to.have.property('puter_output_path');
    expect(args({ route: 'together', keepAs: 'one.png' })).not.to.have.property(
      'puter_output_path',
    );
    expect(
      puterRequest(order({ route: 'together', keepAs: 'one.png' }), '~/AppData/app-1/'),
    ).to.have.nested.property('args.puter_output_path', '~/AppData/app-1/one.png');
    expect(
      puterRequest(order({ route: 'together' }), '~/AppData/app-1/'),
    ).not.to.have.nested.property('args.puter_output_path');
  });

  it('takes as many reference pictures as the price was quoted for', () => {
    for (const { provider, model, route, references } of catalogue.offers) {
      if (provider === 'puter')
        expect(
          puterModelRoute(model, route)?.references,
          `${model} ${String(route)}`,
        ).to.be.at.least(references);
    }
  });

  it('gives Replicate a shape it knows, and pixels to those who read pixels', () => {
    expect(args({ route: 'replicate', width: 1920, height: 1080 }).ratio).to.deep.equal({
      w: 16,
      h: 9,
    });
    expect(args({ route: 'replicate', width: 1000, height: 1003 }).ratio).to.deep.equal({
      w: 1,
      h: 1,
    });
    expect(args({ route: 'replicate', width: 600, height: 4000 }).ratio).to.deep.equal({
      w: 9,
      h: 16,
    });
    for (const route of ['together', 'cloudflare']) {
      const asked = args({ model: 'flux-2-dev', route, width: 1920, height: 1080 });
      expect([asked.width, asked.height, asked.ratio]).to.deep.equal([1920, 1080, undefined]);
    }
  });

  it('sends the megapixels of the quote as text, and only to models that are billed for what they get', () => {
    const sendsOf = (model: string): Partial<PictureOrder> => {
      const { sends } = quote({
        provider: 'puter',
        model,
        route: 'replicate',
        width: 1920,
        height: 1080,
      });
      return { model, route: 'replicate', width: 1920, height: 1080, ...(sends ? { sends } : {}) };
    };
    expect(args(sendsOf('flux-2-pro')).output_megapixels).to.equal('2');
    expect(args({ ...sendsOf('flux-2-pro'), model: 'flux-2-dev' })).not.to.have.property(
      'output_megapixels',
    );
    expect(args({ ...sendsOf('flux-2-pro'), route: 'together' })).not.to.have.property(
      'output_megapixels',
    );
  });

  it('says outright what decides FLUX.2 dev’s price at Replicate', () => {
    expect(args({ model: 'flux-2-dev', route: 'replicate' }).go_fast).to.equal(true);
  });

  it('passes steps on only where they are used', () => {
    expect(args({ model: 'flux-1-schnell', route: 'cloudflare', steps: 4 }).steps).to.equal(4);
    expect(args({ route: 'replicate', steps: 4 })).not.to.have.property('steps');
    expect(args({ model: 'flux-2-klein-4b', route: 'cloudflare', steps: 4 })).not.to.have.property(
      'steps',
    );
  });

  it('refuses what would be dropped or turned down, before anything is sent', () => {
    expect(problem({ route: 'together', references: [reference, reference] })).to.contain(
      'at most 1',
    );
    expect(
      problem({ model: 'flux-1-schnell', route: 'cloudflare', references: [reference] }),
    ).to.contain('at most 0');
    expect(problem({ model: 'flux-2-flex', route: 'replicate' })).to.contain('no way');
    expect(problem({ model: 'flux-2-max', route: 'elsewhere' })).to.contain('no way');
    expect(problem({ model: 'flux-1-kontext-pro', route: 'together' })).to.contain(
      'none was given',
    );
    expect(problem({ prompt: '  ', route: 'together' })).to.contain('empty');
    expect(args({ route: 'together', references: [reference] }).input_images).to.deep.equal([
      'data:image/png;base64,AAAA',
    ]);
  });

  it('names a reference picture as the model reads it: FLUX1.1 pro by Replicate takes one, in a field of its own', () => {
    const asked = args({ model: 'flux-1.1-pro', route: 'replicate', references: [reference] });
    expect(asked)
      .to.include({ input_image: 'data:image/png;base64,AAAA' })
      .and.not.to.have.property('input_images');
    expect(
      args({ route: 'replicate', references: [reference, reference] }).input_images,
    ).to.have.length(2);
  });

  it('never guesses which of several suppliers was meant', () => {
    expect(problem({})).to.contain('unnamed route');
    expect(args({ model: 'flux-2-max' }).provider).to.equal('together-image-generation');
  });
});

describe('the usage report’s lines', () => {
  const meter = (model: string, route: string): ((key: string) => boolean) => {
    const modelRoute = puterModelRoute(model, route);
    if (!modelRoute) throw new Error('no lane');
    return isMeterOf(modelRoute);
  };

  // The keys are as measured.
  const lines = {
    'flux-2-pro together': 'togetherai:black-forest-labs/flux_dot_2-pro:per-image',
    'flux-2-pro replicate': 'replicate:black-forest-labs/flux-2-pro:run',
    'flux-1-schnell cloudflare': 'cloudflare:workers-ai:black-forest-labs/flux_dot_1-schnell:step',
    'flux-1-schnell together': 'togetherai:black-forest-labs/flux_dot_1-schnell:1MP',
    'flux-2-klein-9b replicate': 'replicate:black-forest-labs/flux-2-klein-9b-base:output_mp',
    'flux-2-klein-9b cloudflare':
      'cloudflare:workers-ai:black-forest-labs/flux_dot_2-klein-9b:first_mp',
    'flux-1.1-pro replicate': 'replicate:black-forest-labs/flux-1_dot_1-pro:output',
  };

  for (const name of Object.keys(lines)) {
    it(`are told apart by model and supplier: ${name}`, () => {
      const [model = '', route = ''] = name.split(' ');
      expect(
        Object.entries(lines)
          .filter(([, key]) => meter(model, route)(key))
          .map(([mine]) => mine),
      ).to.deep.equal([name]);
      expect(meter(model, route)('egress:bytes')).to.equal(false);
    });
  }
});
