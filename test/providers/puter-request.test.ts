import { expect } from 'chai';
import { puter } from '../../src/pricing/catalogue/puter.js';
import { puterHistory } from '../../src/pricing/catalogue/puter-history.js';
import type { Offer } from '../../src/pricing/price-list-types.js';
import { quote } from '../../src/pricing/quote.js';
import type { ImageRequest, Quote } from '../../src/pricing/quote-types.js';
import type { PictureOrder, ReferenceImage } from '../../src/providers/picture-order.js';
import { puterRequest, type PuterRequest } from '../../src/providers/puter-request.js';
import {
  isMeterOf,
  puterModelRoute,
  puterModelRoutes,
} from '../../src/providers/puter-model-route.js';
import { september, septemberRows } from '../support/puter-lists.js';
import { charge } from '../support/puter-september.js';
import type { Row } from '../support/puter-september.types.js';

/** What we price by ids of our own: the first look's routes, and those Puter sold before. */
const known: readonly Offer[] = [...puter, ...puterHistory];

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
  it('names model and supplier for every offer with an id of ours, so that no alias can make it dearer', () => {
    expect(known.length).to.be.greaterThan(20);
    for (const { model, route = '', needsReference } of known) {
      const asked = args({ model, route, references: needsReference ? [reference] : [] });
      expect(asked.provider, model).to.equal(`${route}-image-generation`);
      expect(asked.model, model).to.be.a('string').and.equal(String(asked.model).toLowerCase());
      expect(asked).not.to.have.any.keys('n', 'aspect_ratio', 'test_mode', 'driver');
    }
  });

  it('has a lane only where we have a price, and the other way round', () => {
    const priced = known
      .filter(({ model }) => !model.includes(':'))
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
    for (const { model, route, references } of known) {
      const taken = puterModelRoute(model, route)?.references;
      const place = `${model} ${String(route)}`;
      expect(taken, place).to.be.at.least(references);
      if (puterModelRoutes(model).length > 0) expect(taken, place).to.equal(references);
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

/** One order of a listed row, made from its quote. */
interface Listed {
  readonly offer: Offer;
  readonly row: Row;
  readonly quote: Quote;
  readonly request: PuterRequest;
}

/** Options without which a model makes nothing: a workflow. */
function neededOf({ options = {} }: Offer): Readonly<Record<string, string>> {
  const names = Object.keys(options).filter((name) => options[name]?.needed);
  return Object.fromEntries(names.map((name) => [name, '{}']));
}

/** A row that can be ordered, with nothing chosen unless told otherwise. */
function listed(offer: Offer, more: Partial<ImageRequest> = {}): Listed {
  const { model, route = '', wire, needsReference } = offer;
  const size = { width: 1920, height: 1080 };
  const made = quote(
    {
      provider: 'puter',
      model,
      route,
      ...size,
      references: Array.from({ length: Number(needsReference ?? 0) }, () => reference),
      ...more,
      options: { ...neededOf(offer), ...more.options },
    },
    { prices: september },
  );
  if (!made.sends) throw new Error(`${String(wire)}: ${JSON.stringify(made.problem)}`);
  const references = (made.request.references ?? []).map(() => reference);
  const request = puterRequest(order({ model, route, ...size, references, sends: made.sends }));
  if ('problem' in request) throw new Error(`${String(wire)}: ${request.problem}`);
  return { offer, row: rowOf(wire), quote: made, request };
}

function rowOf(wire: string | undefined): Row {
  const row = septemberRows.find(({ puterId }) => puterId === wire);
  if (!row) throw new Error(`${String(wire)} is not in the list`);
  return row;
}

/** Each value of each option by itself. */
function chosenIn({ options = {} }: Offer): Readonly<Record<string, string>>[] {
  return Object.entries(options).flatMap(([name, { type, values = [] }]) =>
    (type === 'switch' ? ['true', 'false'] : values).map((value) => ({ [name]: value })),
  );
}

function listedOffer(wire: string): Offer {
  const found = september.offers.find((offer) => offer.wire === wire);
  if (!found) throw new Error(`${wire} is not in the list`);
  return found;
}

/** Every row, with nothing chosen and with each value of each option. */
const everyOrder = september.offers.flatMap((offer) => [
  listed(offer),
  ...chosenIn(offer).map((options) => listed(offer, { options })),
]);

describe('what is asked of Puter for a row of its own list', () => {
  it('is asked of every row', () => {
    expect(september.offers.length).to.equal(septemberRows.length);
    expect(everyOrder.length).to.be.greaterThan(2 * septemberRows.length);
  });

  it('names the row by the id that no other has, and who serves it', () => {
    for (const { row, request } of everyOrder)
      expect([request.args.model, request.args.provider]).to.deep.equal([
        row.puterId,
        row.provider,
      ]);
  });

  it('has pixels or a shape, never both and never a name that Puter reads in another way', () => {
    for (const { row, request } of everyOrder) {
      const { width, height, ratio } = request.args;
      expect(request.args, row.puterId).not.to.have.any.keys(
        'n',
        'aspect_ratio',
        'test_mode',
        'driver',
        'size',
      );
      if (ratio === undefined)
        for (const side of [width, height]) expect(side, row.puterId).to.be.a('number').above(0);
      else {
        expect(ratio, row.puterId).to.have.all.keys('w', 'h');
        expect([width, height], row.puterId).to.deep.equal([undefined, undefined]);
      }
    }
  });

  it('has exactly what the quote says to send, with a size where a model’s own inputs are read', () => {
    for (const { row, quote: made, request } of everyOrder) {
      const { prompt, provider, input_images, input_image, providerOptions, ...rest } =
        request.args;
      const { size, ...sends } = made.sends ?? {};
      expect(rest, row.puterId).to.deep.equal(sends);
      expect(providerOptions, row.puterId).to.deep.equal(size === undefined ? undefined : { size });
      expect([prompt, provider]).to.deep.equal(['a fox', row.provider]);
      expect(Number(Boolean(input_images)) + Number(Boolean(input_image)), row.puterId).to.equal(
        made.request.references?.length ? 1 : 0,
      );
    }
    const sized = everyOrder.filter(({ request }) => request.args.providerOptions);
    expect(sized.length).to.be.greaterThan(0);
  });

  it('has options as the values that the row names: a text that looks like a number stays one', () => {
    const values = (wire: string, options: Readonly<Record<string, string>>) =>
      listed(listedOffer(wire), { options }).request.args;
    for (const { offer, row, request } of everyOrder)
      for (const [name, { type }] of Object.entries(offer.options ?? {})) {
        const value = request.args[name];
        if (value === undefined) continue;
        if (type === 'switch') expect(value, `${row.puterId} ${name}`).to.be.a('boolean');
        const choices = row.inputSchema?.[name]?.enum;
        // A tier of megapixels is a number in some rows: Puter takes it as text as well.
        if (choices) expect(choices.map(String), `${row.puterId} ${name}`).to.include(value);
      }
    expect(values('replicate:black-forest-labs/flux-2-dev', { go_fast: 'false' }).go_fast).to.equal(
      false,
    );
    expect(values('workers-ai:leonardo/lucid-origin', { steps: '10' }).steps).to.equal(10);
    expect(values('google:google/gemini-3.1-flash-image', { quality: '512' }).quality).to.equal(
      '512',
    );
  });

  it('is served and billed by that row', () => {
    for (const { row, request } of everyOrder) {
      const bill = charge(septemberRows, request.args, { seconds: 5 });
      expect(bill.status === 200 && bill.row, row.puterId).to.equal(row);
    }
  });

  it('brings every reference that was priced, in a list; FLUX1.1 pro takes one by itself', () => {
    for (const offer of september.offers.filter(({ references }) => references > 0)) {
      const { request } = listed(offer, {
        references: Array.from({ length: offer.references }, () => reference),
      });
      const { input_image, input_images } = request.args;
      const uri = 'data:image/png;base64,AAAA';
      const isAlone = offer.wire === 'replicate:black-forest-labs/flux-1.1-pro';
      expect([input_image, input_images], String(offer.wire)).to.deep.equal(
        isAlone ? [uri, undefined] : [undefined, Array<string>(offer.references).fill(uri)],
      );
    }
  });
});

describe('the usage report’s lines of a listed row', () => {
  /** As they are stored: with `_dot_` for each dot. */
  const keysOf = ({ row, request }: Listed): string[] => {
    const bill = charge(septemberRows, request.args, { seconds: 5 });
    if (bill.status !== 200) throw new Error(`${row.puterId}: ${JSON.stringify(bill.body)}`);
    return bill.usageRows.map(({ usageType }) => usageType.replaceAll('.', '_dot_'));
  };
  const meters = new Map(
    september.offers.map(
      (offer) => [offer.wire, isMeterOf(listed(offer).request.modelRoute)] as const,
    ),
  );
  const countedBy = (key: string): (string | undefined)[] =>
    [...meters].filter(([, isMine]) => isMine(key)).map(([wire]) => wire);

  it('count for that row and for no other', () => {
    const counted = new Set<string>();
    for (const one of everyOrder)
      for (const key of keysOf(one)) {
        expect(countedBy(key), key).to.deep.equal([one.row.puterId]);
        counted.add(one.row.puterId);
      }
    const free = september.offers.filter(({ wire }) => !counted.has(String(wire)));
    expect(free.every(({ prices }) => prices.every((price) => price.free))).to.equal(true);
    expect(free).to.have.length(3);
  });

  // The keys are as measured, `openai` and `cloudflare` with a dot in the id among them.
  for (const [key, wire] of [
    ['xai:grok-imagine-image:output:1k', 'x-ai:x-ai/grok-imagine-image'],
    ['xai:grok-imagine-image-2_dot_0:output:1k:low', 'x-ai:x-ai/grok-imagine-image-2.0'],
    ['xai:grok-imagine-image-quality:output:2k', 'x-ai:x-ai/grok-imagine-image-quality'],
    ['replicate:xai/grok-imagine-image:output', 'replicate:xai/grok-imagine-image'],
    ['openai:gpt-image-2:low:1024x1024:output', 'openai:openai/gpt-image-2'],
    ['openai:gpt-image-2_dot_5-flare:high:1024x1024:input', 'openai:openai/gpt-image-2.5-flare'],
    ['replicate:openai/gpt-image-2:output', 'replicate:openai/gpt-image-2'],
    [
      'replicate:black-forest-labs/flux-2-klein-4b:output_mp',
      'replicate:black-forest-labs/flux-2-klein-4b',
    ],
    [
      'cloudflare:workers-ai:black-forest-labs/flux_dot_2-klein-4b:output_tile_512',
      'workers-ai:black-forest-labs/flux.2-klein-4b',
    ],
    [
      'byteplus-image-generation:dola-seedream-5-0-pro-260628:output:1_dot_5k',
      'byteplus:byteplus/dola-seedream-5-0-pro-260628',
    ],
    ['gemini:gemini-3_dot_1-flash-image:output:image', 'google:google/gemini-3.1-flash-image'],
    ['egress:bytes', undefined],
  ] as const)
    it(`are told apart where ids start alike: ${key}`, () => {
      expect(countedBy(key)).to.deep.equal(wire === undefined ? [] : [wire]);
    });
});
