import { expect } from 'chai';
import { quote } from '../../src/pricing/headless.js';
import { runway } from '../../src/pricing/runway.js';
import type { ImageRequest, Quote } from '../../src/pricing/quote-types.js';

/** A figure a price guide gives for a request: what we quote, or a conflict shown with the reason. */
interface Figure {
  readonly words: string;
  readonly ask: Partial<ImageRequest> & { readonly provider: string; readonly model: string };
  readonly total: string;
  /** The guide is not followed; the reason shown contains this. */
  readonly why?: RegExp;
  /** Its low end, for a range. */
  readonly low?: string;
}

const reference = { references: [{ width: 1000, height: 1000 }] };
const bfl = (model: string, more?: Partial<ImageRequest>) => ({ provider: 'bfl', model, ...more });
const left = /leaves the reference/;

/** What a table of “from” prices says: one megapixel, without and with a reference. */
const table = (rows: readonly (readonly [model: string, text: string, edit: string, whyText?: RegExp | undefined, whyEdit?: RegExp])[]): Figure[] =>
  rows.flatMap(([model, text, edit, whyText, whyEdit]) => [
    { words: `${model} from $${text}`, ask: bfl(model), total: text, ...whyText && { why: whyText } },
    { words: `${model} editing from $${edit}`, ask: bfl(model, reference), total: edit, ...whyEdit && { why: whyEdit } },
  ]);

const perImage = (rows: Readonly<Record<string, string>>): Figure[] => Object.entries(rows).map(([model, total]) => ({
  words: `${model} $${total} per image`, ask: bfl(model, model === 'flux-1-fill-pro' ? reference : {}), total,
}));

const monthly = (count: number, rows: Readonly<Record<string, string>>, more?: Partial<ImageRequest>): Figure[] =>
  Object.entries(rows).map(([model, total]) => ({ words: `${count} of ${model} $${total}`, ask: bfl(model, { count, ...more }), total }));

const flux1 = {
  'flux-1-kontext-pro': '0.04', 'flux-1-kontext-max': '0.08', 'flux-1.1-pro': '0.04', 'flux-1.1-pro-ultra': '0.06', 'flux-1.1-pro-raw': '0.06', 'flux-1-fill-pro': '0.05',
};
const twoMegapixels: Figure = { words: '2MP with klein 4B $0.015', ask: bfl('flux-2-klein-4b', { width: 1440, height: 1024 }), total: '0.015' };
const january = /before 28 January/;

const seeds: Readonly<Record<string, readonly Figure[]>> = {
  '000_35044b8ed1d90284.txt': [
    ...table([
      ['flux-2-klein-4b', '0.014', '0.014', undefined, left], ['flux-2-klein-9b', '0.015', '0.015', undefined, left], ['flux-2-pro', '0.03', '0.045'],
      ['flux-2-flex', '0.06', '0.12', january, january],
    ]),
    { words: 'FLUX.2 [dev] Free (local)', ask: bfl('flux-2-dev'), total: '0', why: /run oneself/ },
    twoMegapixels,
    ...perImage(flux1),
    { words: 'batch of 4 Kontext [pro] $0.16', ask: bfl('flux-1-kontext-pro', { count: 4 }), total: '0.16' },
  ],
  '001_520aa82e26307b91.txt': [
    ...table([
      ['flux-2-klein-4b', '0.014', '0.014', undefined, left], ['flux-2-klein-9b', '0.015', '0.015', undefined, left], ['flux-2-pro', '0.03', '0.045'],
      ['flux-2-flex', '0.05', '0.05', undefined, left], ['flux-2-max', '0.07', '0.07', undefined, left],
    ]),
    { words: 'Kontext [pro] editing $0.04', ask: bfl('flux-1-kontext-pro', reference), total: '0.04' },
    { words: 'Kontext [max] editing $0.08', ask: bfl('flux-1-kontext-max', reference), total: '0.08' },
    twoMegapixels,
    ...perImage(flux1),
    { words: 'a batch of 4 costs 4 times', ask: bfl('flux-2-pro', { count: 4 }), total: '0.12' },
    ...monthly(10_000, { 'flux-2-klein-4b': '140', 'flux-2-klein-9b': '150', 'flux-2-pro': '300', 'flux-2-flex': '500', 'flux-2-max': '700' }),
    ...monthly(1000, { 'flux-2-klein-4b': '14', 'flux-2-pro': '30', 'flux-2-max': '70' }),
    ...monthly(5000, { 'flux-1-kontext-pro': '200', 'flux-2-pro': '225' }, reference),
  ],
  '002_6d609a745db5945d.txt': [
    { words: '$0.03 per megapixel', ask: bfl('flux-2-pro'), total: '0.03' },
    { words: '2048x2048 about $0.12', ask: bfl('flux-2-pro', { width: 2048, height: 2048 }), total: '0.12', why: /every megapixel/ },
    { words: 'image editing $0.045 per megapixel, at one', ask: bfl('flux-2-pro', reference), total: '0.045' },
    { words: 'image editing $0.045 per megapixel, at four', ask: bfl('flux-2-pro', { width: 2048, height: 2048, ...reference }), total: '0.18', why: /every megapixel/ },
    { words: 'Ultra $0.06 per megapixel', ask: bfl('flux-1.1-pro-ultra', { width: 2048, height: 2048 }), total: '0.24', why: /per image/ },
    { words: 'Max $0.07 per megapixel, at one', ask: bfl('flux-2-max'), total: '0.07' },
    { words: 'Max $0.07 per megapixel, at four', ask: bfl('flux-2-max', { width: 2048, height: 2048 }), total: '0.28', why: /every megapixel/ },
    { words: 'fal about $0.045 per megapixel', ask: { provider: 'fal', model: 'flux-2-pro' }, total: '0.045', why: /fal’s own page/ },
    { words: 'Replicate $0.05 to $0.08, by time', ask: { provider: 'replicate', model: 'flux-2-pro' }, low: '0.05', total: '0.08', why: /not by time/ },
    { words: 'DeepInfra around $0.07', ask: { provider: 'deepinfra', model: 'flux-2-pro' }, total: '0.07' },
    { words: 'Together approximately $0.05', ask: { provider: 'together', model: 'flux-2-pro' }, total: '0.05', why: /older/ },
    ...monthly(500, { 'flux-2-pro': '15' }), ...monthly(10_000, { 'flux-2-pro': '300' }), ...monthly(100_000, { 'flux-2-pro': '3000' }),
    { words: '10,000 at third parties $450', ask: { provider: 'fal', model: 'flux-2-pro', count: 10_000 }, total: '450', why: /fal’s own page/ },
    { words: '10,000 at third parties $700', ask: { provider: 'deepinfra', model: 'flux-2-pro', count: 10_000 }, total: '700' },
    { words: 'Flux Schnell $0.003/image', ask: { provider: 'fal', model: 'flux-1-schnell' }, total: '0.003' },
    { words: 'Flux Schnell $0.003/image', ask: { provider: 'replicate', model: 'flux-1-schnell' }, total: '0.003' },
    { words: 'Flux Dev $0.025/image', ask: { provider: 'fal', model: 'flux-1-dev' }, total: '0.025' },
    { words: 'Flux Dev $0.025/image', ask: bfl('flux-1-dev'), total: '0.025' },
  ],
  '003_d2e09c8300b8cacf.txt': [
    { words: '$0.04 per megapixel, at 1000x1000', ask: bfl('flux-1.1-pro', { width: 1000, height: 1000 }), total: '0.04', why: /per image/ },
    { words: 'per megapixel, at 1024x1024', ask: bfl('flux-1.1-pro'), total: '0.04' },
    { words: '2000x2000 $0.16', ask: bfl('flux-1.1-pro', { width: 2000, height: 2000 }), total: '0.16', why: /1440 pixels/ },
    { words: 'per megapixel is what fal asks', ask: { provider: 'fal', model: 'flux-1.1-pro', width: 2000, height: 2000 }, total: '0.16' },
  ],
  '004_36740d0cdd0d2d15.txt': [
    { words: '$0.040 per image', ask: { provider: 'aigateway', model: 'flux-2-klein-9b' }, total: '0.04' },
    { words: 'passes BFL’s rate on', ask: { provider: 'aigateway', model: 'flux-2-klein-9b' }, total: '0.015', why: /2\.7 times/ },
    { words: 'cache hits at 10%', ask: { provider: 'aigateway', model: 'flux-2-klein-9b' }, total: '0.004', why: /repeat of the same request/ },
  ],
};

const conflictOf = ({ conflicts }: Quote, { total, low }: Figure) => conflicts.find((one) => one.total === total && one.low === low);

describe('every figure of the price guides is what we quote, or a conflict with its reason', () => {
  for (const [file, figures] of Object.entries(seeds)) {
    describe(file, () => {
      for (const figure of figures) {
        it(`${figure.words} (${figure.ask.provider})`, () => {
          const made = quote({ width: 1024, height: 1024, ...figure.ask });
          if (!figure.why) return expect(made.total).to.deep.equal({ low: figure.total, high: figure.total });
          const conflict = conflictOf(made, figure);
          expect(conflict, JSON.stringify(made.conflicts)).to.not.equal(undefined);
          expect(conflict?.why).to.match(figure.why);
          expect(made.total?.high).to.not.equal(figure.total);
          return expect(conflict?.source.url).to.match(/^https:/);
        });
      }
    });
  }

  it('runs Flux 1.1 pro 25 times for a dollar', () => {
    expect(runway(quote({ ...bfl('flux-1.1-pro'), width: 1024, height: 1024 }), '1')).to.equal(25);
  });

  it('says what AIgateway’s 5 % of a top-up costs the wallet: $100 funds $95', () => {
    const [hint] = quote({ provider: 'aigateway', model: 'flux-2-klein-9b', width: 1024, height: 1024, count: 2375 }).hints;
    expect(hint).to.deep.include({ kind: 'top-up', facts: { wallet: '100', share: '0.05' } });
  });

  it('tells that FLUX.2 dev is local only, and never that it is free', () => {
    const made = quote({ ...bfl('flux-2-dev'), width: 1024, height: 1024 });
    expect(made.total).to.equal(undefined);
    expect(made.problem?.code).to.equal('not-hosted');
    expect(made.problem?.text).to.contain('local only');
  });
});
