import { expect } from 'chai';
import { fields } from '../../src/base/json.js';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { quote } from '../../src/pricing/index.js';
import type { Quote } from '../../src/pricing/quote-types.js';
import type { PictureOrder } from '../../src/providers/picture-order.js';
import { everyProvider } from './every-provider.js';

const sizes = [
  [1024, 1024],
  [1040, 1024],
  [2048, 2048],
  [512, 512],
  [768, 1344],
  [1344, 768],
  [1920, 1080],
  [64, 64],
  [2048, 512],
  [512, 2048],
  [1440, 1440],
] as const;
const image = { width: 512, height: 512, mediaType: 'image/png', base64: 'aGVsbG8=' };

interface Ordered {
  readonly quote: Quote;
  readonly order: PictureOrder;
  readonly url: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** Everything of a provider that has a price, as it is quoted and as it is then ordered. */
function ordered(provider: string): Ordered[] {
  return catalogue.offers
    .filter((offer) => offer.provider === provider && !offer.notHosted)
    .flatMap(({ model, references: most }) =>
      sizes.flatMap(([width, height]) =>
        [0, 1, 2]
          .filter((count) => count <= most)
          .flatMap((count) =>
            [undefined, 4, 100].flatMap((steps) => {
              const references = Array.from({ length: count }, () => image);
              const asked = {
                width,
                height,
                references,
                ...(steps === undefined ? {} : { steps }),
              };
              const priced = quote({ provider, model, ...asked }, { prices: catalogue });
              const [adapter] = everyProvider.find(([{ id }]) => id === provider) ?? expect.fail();
              if (!priced.total) return [];
              const order = {
                model,
                prompt: 'A lighthouse',
                seed: 7,
                ...asked,
                ...(priced.sends ? { sends: priced.sends } : {}),
              };
              const bare = { ...order, sends: {} };
              const { url, json } = adapter.submit(order);
              expect(
                adapter.submit(bare).json,
                'the same, whether the quote says what to send or not',
              ).to.deep.equal(json);
              return [{ quote: priced, order, url, json: fields(json) }];
            }),
          ),
      ),
    );
}

function counted({ lines }: Quote): number {
  return lines
    .filter(({ key }) => /megapixel/.test(key))
    .reduce((sum, { quantity }) => sum + Number(quantity), 0);
}
function title({ order }: Ordered): string {
  return `${order.model} ${String(order.width)}×${String(order.height)}, ${String(order.references.length)} references`;
}

describe('what is ordered is what was priced', () => {
  it('at Black Forest Labs: on the grid of each model, and the megapixels of the quote', () => {
    const all = ordered('bfl');
    expect(all.length).to.be.greaterThan(300);
    for (const one of all) {
      const { width, height, aspect_ratio: ratio, steps } = one.json as Record<string, number>;
      if (width && height) {
        expect([width, height], title(one)).to.deep.equal([one.order.width, one.order.height]);
        if (one.order.model.startsWith('flux-2'))
          expect(Math.ceil((width * height) / 1_048_576), title(one)).to.equal(counted(one.quote));
        else
          expect(
            (width % 32) +
              (height % 32) +
              Number(Math.max(width, height) > 1440) +
              Number(Math.min(width, height) < 256),
            title(one),
          ).to.equal(0);
      } else if (!one.url.endsWith('fill')) expect(String(ratio), title(one)).to.match(/^\d+:\d+$/);
      if (steps !== undefined)
        expect(steps, title(one)).to.be.within(one.url.endsWith('fill') ? 15 : 1, 50);
    }
  });

  it('at Replicate: the declared megapixels of the quote, and one of its shapes', () => {
    const all = ordered('replicate');
    expect(all.length).to.be.greaterThan(50);
    for (const one of all) {
      const {
        resolution,
        output_megapixels: declared,
        megapixels,
        aspect_ratio: ratio,
      } = fields(one.json['input']) as Record<string, string>;
      const sent = declared ?? resolution?.replace(' MP', '');
      expect(sent, title(one)).to.equal(one.quote.sends?.['output_megapixels']);
      if (sent !== undefined) expect(Number(sent), title(one)).to.equal(counted(one.quote));
      expect(megapixels, 'one megapixel is what it makes, and what the reader was told').to.equal(
        undefined,
      );
      expect(
        ['1:1', '16:9', '9:16', '3:2', '2:3', '4:3', '3:4', '5:4', '4:5'],
        title(one),
      ).to.include(ratio);
    }
  });

  it('at fal: pixel for pixel where it takes pixels, and no field that the model has not', () => {
    const all = ordered('fal');
    expect(all.length).to.be.greaterThan(100);
    for (const one of all) {
      const {
        image_size: size,
        aspect_ratio: ratio,
        num_inference_steps: steps,
        image_urls: urls,
      } = one.json;
      if (one.quote.traits?.pixels === 'exact')
        expect(size, title(one)).to.deep.equal({
          width: one.order.width,
          height: one.order.height,
        });
      else
        expect(
          ['21:9', '16:9', '4:3', '3:2', '1:1', '2:3', '3:4', '9:16', '9:21'],
          title(one),
        ).to.include(ratio);
      if (/flux-2-(pro|max)|v1\.1/.test(one.url)) expect(steps, title(one)).to.equal(undefined);
      expect(one.url.endsWith('/edit'), title(one)).to.equal(Array.isArray(urls));
    }
  });

  it('at DeepInfra: one picture, pixel for pixel, with the steps that were priced', () => {
    const all = ordered('deepinfra');
    expect(all).not.to.be.empty;
    for (const { json, order, url } of all) {
      const steps = /FLUX-2-dev$/.test(url) ? order.steps : undefined;
      expect(json, order.model).to.deep.equal({
        prompt: 'A lighthouse',
        width: order.width,
        height: order.height,
        ...(steps === undefined ? {} : { num_inference_steps: steps }),
      });
    }
  });

  for (const provider of [
    'together',
    'aigateway',
    'openrouter',
    'pollinations',
    'openai-compatible',
  ]) {
    it(`at ${provider}: one picture, pixel for pixel`, () => {
      const all = ordered(provider);
      expect(all).not.to.be.empty;
      for (const one of all) {
        const { n, size = `${String(one.json['width'])}x${String(one.json['height'])}` } = one.json;
        expect([n, size], title(one)).to.deep.equal([
          1,
          `${String(one.order.width)}x${String(one.order.height)}`,
        ]);
      }
    });
  }

  it('never more than was asked for, from a page that asks an adapter for what nothing can make', () => {
    const bfl = everyProvider.find(([{ id }]) => id === 'bfl')?.[0] ?? expect.fail();
    for (const [width, height] of [
      [4096, 4096],
      [1000, 1000],
      [9000, 64],
      [1, 1],
      [2049, 2049],
    ] as const) {
      const { width: w = 0, height: h = 0 } = fields(
        bfl.submit({ model: 'flux-2-pro', prompt: 'x', width, height, references: [] }).json,
      ) as Record<string, number>;
      expect(
        [w % 16, h % 16, w >= 64, h >= 64, w * h <= 2048 ** 2],
        `${String(width)}×${String(height)}`,
      ).to.deep.equal([0, 0, true, true, true]);
      expect(w <= Math.max(64, width) && h <= Math.max(64, height)).to.equal(true);
    }
    for (const [width, height, ratio] of [
      [4096, 64, '21:9'],
      [64, 4096, '9:21'],
      [1344, 768, '7:4'],
    ] as const) {
      expect(
        bfl.submit({ model: 'flux-1-kontext-pro', prompt: 'x', width, height, references: [] })
          .json,
      ).to.include({ aspect_ratio: ratio });
    }
  });
});
