import { expect } from 'chai';
import { notes } from '../../src/pricing/catalogue/notes.js';
import { catalogue } from '../../src/pricing/index.js';
import { quote } from '../../src/pricing/index.js';
import type { ImageRequest, Quote } from '../../src/pricing/quote-types.js';
import { picturesLeft } from '../../src/pricing/pictures-left.js';
import { charged } from '../../src/pricing/settle.js';
import { en as calculator } from '../../src/ui/i18n/en/calculator.js';

/**
 * The figures of the five price guides the project starts from, 165 in all. Counted: every amount
 * of money, number of credits, share and multiple of
 * a price, and number of pictures a price is given for, each time it stands there (a cell of a
 * table is one, `$0.014 + $0.001 = $0.015` three, a
 * range by its two ends, `50-100%` and `60-70%` one each), and what stands in the place of one
 * (`Free`, `Custom`, “passes the rate on”, one
 * megapixel as one million pixels). Not counted: quality, time, limits of requests, free requests
 * for words, and prices “multiplied” without a number.
 *
 * Each is what we quote, or a conflict with its reason (shown in the calculator, in the receipt of
 * a price and in the widget's), or a note of the
 * calculator. Line numbers are the guides'.
 */
interface Figure {
  readonly line: number;
  readonly words: string;
  readonly holds: () => void;
}
type Ask = Partial<ImageRequest> & { readonly provider: string; readonly model: string };

const reference = { references: [{ width: 1000, height: 1000 }] };
const two = { width: 1440, height: 1024 };
const four = { width: 2048, height: 2048 };
function bfl(model: string, more?: Partial<ImageRequest>): Ask {
  return {
    provider: 'bfl',
    model,
    ...more,
  };
}
const klein4 = bfl('flux-2-klein-4b');
const pro = bfl('flux-2-pro');
const max = bfl('flux-2-max');
const schnell = { provider: 'fal', model: 'flux-1-schnell' };
const gateway = { provider: 'aigateway', model: 'flux-2-klein-9b' };

function made(ask: Ask): Quote {
  return quote({ width: 1024, height: 1024, ...ask });
}
function dollars(ask: Ask): number {
  return Number(made(ask).total?.high);
}

/** It is what we quote. */
function price(line: number, words: string, ask: Ask, total: string): Figure {
  return {
    line,
    words,
    holds: () => expect(made(ask).total).to.deep.equal({ low: total, high: total }),
  };
}
/** The same in credits of a cent. */
function credits(line: number, words: string, ask: Ask, number: number): Figure {
  return {
    line,
    words,
    holds: () => expect(dollars(ask) * 100).to.be.closeTo(number, 1e-9),
  };
}
/** What one more megapixel adds. */
function adds(line: number, words: string, less: Ask, more: Ask, amount: number): Figure {
  return {
    line,
    words,
    holds: () => expect(dollars(more) - dollars(less)).to.be.closeTo(amount, 1e-9),
  };
}
function times(
  line: number,
  words: string,
  less: Ask,
  more: Ask,
  factor: number,
  more2 = 0,
): Figure {
  return {
    line,
    words,
    holds: () =>
      expect(dollars(more) / dollars(less)).to.be.within(factor - 1e-9, factor + more2 + 1e-9),
  };
}
/** It is shown as a conflict, with the reason. */
function conflict(
  line: number,
  words: string,
  ask: Ask,
  total: string,
  why: RegExp,
  low?: string,
): Figure {
  return {
    line,
    words,
    holds: () => {
      const { conflicts, total: ours } = made(ask);
      const shown = conflicts.find((one) => one.total === total && one.low === low);
      expect(shown, JSON.stringify(conflicts)).to.not.equal(undefined);
      expect(shown?.why).to.match(why);
      expect(shown?.source.says.length).to.be.greaterThan(7);
      expect(ours?.high).to.not.equal(total);
    },
  };
}
/** It stands among the calculator's notes, with what can be said of it. */
function note(line: number, words: string, says: string): Figure {
  return {
    line,
    words,
    holds: () => {
      const [found] = notes.filter((one) => one.says.includes(says));
      expect(found?.answer.length).to.be.greaterThan(20);
      expect(catalogue.sources[found?.source ?? '']?.name).to.be.a('string');
    },
  };
}
function worth(line: number): Figure {
  return {
    line,
    words: '1 credit = $0.01',
    holds: () =>
      expect(
        charged({ unit: 'credits', amount: '1' }, { ...pro, width: 1024, height: 1024 })?.amount,
      ).to.equal('0.01'),
  };
}
function topUp(
  line: number,
  words: string,
  fact: 'share' | 'least' | 'wallet',
  value: string,
): Figure {
  return {
    line,
    words,
    holds: () =>
      expect(
        made({ ...gateway, count: 2375 }).hints.find(({ kind }) => kind === 'top-up')?.facts[fact],
      ).to.equal(value),
  };
}
function runs(line: number): Figure {
  return {
    line,
    words: '$1, 25 runs',
    holds: () => expect(picturesLeft(made(bfl('flux-1.1-pro')), '1')).to.equal(25),
  };
}

const leftOut = /leaves the reference/;
const january = /before 28 January/;
const perMegapixel = /every megapixel at the price of the first/;

/** Two cells of a table of “from” prices: one megapixel, without and with a reference. */
function cells(
  line: number,
  model: string,
  text: string,
  edit: string,
  whyText?: RegExp,
  whyEdit?: RegExp,
): Figure[] {
  return [
    whyText
      ? conflict(line, `from $${text}`, bfl(model), text, whyText)
      : price(line, `from $${text}`, bfl(model), text),
    whyEdit
      ? conflict(line, `editing from $${edit}`, bfl(model, reference), edit, whyEdit)
      : price(line, `editing from $${edit}`, bfl(model, reference), edit),
  ];
}
/** Credits and dollars of a model whose price is flat. */
function flat(
  line: number,
  model: string,
  cents: number,
  more: Partial<ImageRequest> = {},
): Figure[] {
  return [
    credits(line, `${cents} credits`, bfl(model, more), cents),
    price(line, `$0.0${cents}`, bfl(model, more), `0.0${cents}`),
  ];
}
function month(
  line: number,
  count: number,
  model: string,
  total: string,
  more?: Partial<ImageRequest>,
): Figure {
  return price(line, `${count} of ${model} $${total}`, bfl(model, { count, ...more }), total);
}

function guideTable(first: number): Figure[] {
  return [
    ...cells(first, 'flux-2-klein-4b', '0.014', '0.014', undefined, leftOut),
    ...cells(first + 1, 'flux-2-klein-9b', '0.015', '0.015', undefined, leftOut),
    ...cells(first + 2, 'flux-2-pro', '0.03', '0.045'),
    ...cells(first + 3, 'flux-2-flex', '0.05', '0.05', undefined, leftOut),
    ...cells(first + 4, 'flux-2-max', '0.07', '0.07', undefined, leftOut),
  ];
}
function flux1(lines: readonly [number, number, number, number, number, number]): Figure[] {
  return [
    ...flat(lines[0], 'flux-1-kontext-pro', 4),
    ...flat(lines[1], 'flux-1-kontext-max', 8),
    ...flat(lines[2], 'flux-1.1-pro', 4),
    ...flat(lines[3], 'flux-1.1-pro-ultra', 6),
    ...flat(lines[4], 'flux-1.1-pro-raw', 6),
    ...flat(lines[5], 'flux-1-fill-pro', 5, reference),
  ];
}
function kleinSum(line: number): Figure[] {
  return [
    price(line, 'the first megapixel costs $0.014', klein4, '0.014'),
    adds(line, 'each additional megapixel adds $0.001', klein4, { ...klein4, ...two }, 0.001),
    price(line, 'a 2MP image costs $0.015', { ...klein4, ...two }, '0.015'),
  ];
}
const fal = { provider: 'fal', model: 'flux-2-pro' };
const thirds = {
  fal: /fal’s own page/,
  replicate: /not by time/,
  together: /older than the cost table/,
};
const dev = /fal bills every megapixel/;

const seeds: Readonly<Record<string, readonly Figure[]>> = {
  '000_35044b8ed1d90284.txt': [
    worth(10),
    ...cells(23, 'flux-2-klein-4b', '0.014', '0.014', undefined, leftOut),
    ...cells(24, 'flux-2-klein-9b', '0.015', '0.015', undefined, leftOut),
    ...cells(25, 'flux-2-pro', '0.03', '0.045'),
    ...cells(26, 'flux-2-flex', '0.06', '0.12', january, january),
    conflict(27, 'Free', bfl('flux-2-dev'), '0', /run oneself/),
    conflict(27, 'Free', bfl('flux-2-dev', reference), '0', /run oneself/),
    ...kleinSum(30),
    ...flux1([41, 42, 44, 45, 46, 47]),
    ...flat(58, 'flux-1-kontext-pro', 4),
    credits(59, '16 credits', bfl('flux-1-kontext-pro', { count: 4 }), 16),
    price(59, '$0.16', bfl('flux-1-kontext-pro', { count: 4 }), '0.16'),
  ],
  '001_520aa82e26307b91.txt': [
    price(5, 'starts at $0.07', max, '0.07'),
    price(5, 'cheapest at $0.014', klein4, '0.014'),
    ...guideTable(8),
    price(13, '$0.04', bfl('flux-1-kontext-pro'), '0.04'),
    price(13, 'editing $0.04', bfl('flux-1-kontext-pro', reference), '0.04'),
    price(14, '$0.08', bfl('flux-1-kontext-max'), '0.08'),
    price(14, 'editing $0.08', bfl('flux-1-kontext-max', reference), '0.08'),
    conflict(19, 'one megapixel is one million pixels', pro, '0.045', /1,048,576 pixels/),
    ...kleinSum(19),
    worth(21),
    ...flat(21, 'flux-1.1-pro', 4),
    ...flat(21, 'flux-1-kontext-pro', 4),
    ...flat(21, 'flux-1-kontext-max', 8),
    price(23, 'from $0.045', { ...pro, ...reference }, '0.045'),
    price(23, 'from $0.03', pro, '0.03'),
    price(28, '$0.03', pro, '0.03'),
    price(28, '$0.045', { ...pro, ...reference }, '0.045'),
    times(30, 'a batch of 4 costs 4 times', pro, { ...pro, count: 4 }, 4),
    price(32, '$0.07', max, '0.07'),
    times(32, 'five times', klein4, max, 5),
    price(32, '$0.014', klein4, '0.014'),
    price(35, '$0.014', klein4, '0.014'),
    price(35, '$0.07', max, '0.07'),
    {
      line: 58,
      words: '500 users, 20 images: 10,000',
      holds: () => expect(500 * 20).to.equal(10_000),
    },
    price(58, '$0.014', klein4, '0.014'),
    month(58, 10_000, 'flux-2-klein-4b', '140'),
    month(58, 10_000, 'flux-2-pro', '300'),
    month(58, 10_000, 'flux-2-max', '700'),
    {
      line: 59,
      words: 'costs you $0 at any scale',
      holds: () =>
        expect(`${calculator.youPay} ${calculator.nothing}`).to.equal('The site pays nothing'),
    },
    ...[
      ['flux-2-klein-4b', '0.014', '140'],
      ['flux-2-klein-9b', '0.015', '150'],
      ['flux-2-pro', '0.03', '300'],
      ['flux-2-flex', '0.05', '500'],
      ['flux-2-max', '0.07', '700'],
    ].flatMap(([model = '', each = '', all = ''], at) => [
      price(67 + at, `$${each}`, bfl(model), each),
      month(67 + at, 10_000, model, all),
    ]),
    month(72, 1000, 'flux-2-klein-4b', '14'),
    month(72, 1000, 'flux-2-pro', '30'),
    month(72, 1000, 'flux-2-max', '70'),
    price(73, '$0.04', bfl('flux-1-kontext-pro', reference), '0.04'),
    month(73, 5000, 'flux-1-kontext-pro', '200', reference),
    price(73, '$0.045', { ...pro, ...reference }, '0.045'),
    month(73, 5000, 'flux-2-pro', '225', reference),
    ...guideTable(78),
    worth(84),
    ...flux1([87, 88, 89, 90, 91, 92]),
    note(97, '10K images/month', '10K images/month'),
    note(98, '100K images/month', '100K images/month'),
    note(99, '100K images/month, up to 3 domains', 'up to 3 domains'),
    note(100, 'Custom', 'Custom'),
    price(103, '$0.07', max, '0.07'),
    price(103, '$0.014', klein4, '0.014'),
  ],
  '002_6d609a745db5945d.txt': [
    price(6, '$0.03 per megapixel', pro, '0.03'),
    conflict(
      7,
      '$0.045 per megapixel, at four',
      { ...pro, ...four, ...reference },
      '0.18',
      perMegapixel,
    ),
    conflict(
      8,
      '$0.06 per megapixel, at four',
      bfl('flux-1.1-pro-ultra', four),
      '0.24',
      /per image/,
    ),
    price(9, 'about $0.03', pro, '0.03'),
    conflict(9, 'approximately $0.12', { ...pro, ...four }, '0.12', perMegapixel),
    conflict(12, 'fal approximately $0.045 per megapixel', fal, '0.045', thirds.fal),
    conflict(
      13,
      'Replicate roughly $0.05',
      { provider: 'replicate', model: 'flux-2-pro' },
      '0.08',
      thirds.replicate,
      '0.05',
    ),
    conflict(
      13,
      'to $0.08',
      { provider: 'replicate', model: 'flux-2-pro' },
      '0.08',
      thirds.replicate,
      '0.05',
    ),
    price(14, 'DeepInfra around $0.07', { provider: 'deepinfra', model: 'flux-2-pro' }, '0.07'),
    conflict(
      15,
      'Together approximately $0.05',
      { provider: 'together', model: 'flux-2-pro' },
      '0.05',
      thirds.together,
    ),
    month(19, 500, 'flux-2-pro', '15'),
    month(20, 10_000, 'flux-2-pro', '300'),
    conflict(20, '$450 at third parties', { ...fal, count: 10_000 }, '450', thirds.fal),
    price(
      20,
      '$700 at third parties',
      { provider: 'deepinfra', model: 'flux-2-pro', count: 10_000 },
      '700',
    ),
    note(20, '50-100% premium', '50-100% premium'),
    month(21, 100_000, 'flux-2-pro', '3000'),
    note(21, 'break even around 50,000', '50,000 images'),
    conflict(97, 'Flux Schnell ($0.003/image), at 4 MP', { ...schnell, ...four }, '0.003', dev),
    conflict(
      98,
      'Flux Dev ($0.025/image), at 2 MP',
      { provider: 'fal', model: 'flux-1-dev', ...two },
      '0.025',
      dev,
    ),
    note(98, 'half the cost', 'half the cost'),
    price(99, 'Flux 2 Pro ($0.03/megapixel)', pro, '0.03'),
    note(100, '60-70%', '60-70%'),
    price(109, '$0.03 per image', pro, '0.03'),
    conflict(109, '2048x2048 about $0.12', { ...pro, ...four }, '0.12', perMegapixel),
    conflict(109, 'third parties $0.045', fal, '0.045', thirds.fal),
    conflict(
      109,
      'to $0.08',
      { provider: 'replicate', model: 'flux-2-pro' },
      '0.08',
      thirds.replicate,
      '0.05',
    ),
    conflict(115, 'Max $0.07 per megapixel, at four', { ...max, ...four }, '0.28', perMegapixel),
    times(115, 'more than double Pro', pro, max, 2, 1),
  ],
  '003_d2e09c8300b8cacf.txt': [
    conflict(
      7,
      '$0.04 per megapixel, at two',
      bfl('flux-1.1-pro', { width: 1440, height: 1440 }),
      '0.08',
      /per image/,
    ),
    price(17, '$0.04 per megapixel', bfl('flux-1.1-pro'), '0.04'),
    conflict(
      20,
      '1000x1000 $0.04',
      bfl('flux-1.1-pro', { width: 1000, height: 1000 }),
      '0.04',
      /per image/,
    ),
    conflict(
      20,
      '2000x2000 $0.16',
      bfl('flux-1.1-pro', { width: 2000, height: 2000 }),
      '0.16',
      /1440 pixels/,
    ),
    runs(26),
    price(
      32,
      '$0.04 per megapixel is what fal asks',
      { provider: 'fal', model: 'flux-1.1-pro', width: 2000, height: 2000 },
      '0.16',
    ),
    runs(33),
  ],
  '004_36740d0cdd0d2d15.txt': [
    price(5, '$0.040 per image', gateway, '0.04'),
    conflict(5, 'passes BFL’s rate on', gateway, '0.015', /2\.7 times/),
    topUp(5, '5% platform fee', 'share', '0.05'),
    topUp(15, '5% platform fee', 'share', '0.05'),
    topUp(15, '$100 funds $95', 'wallet', '100'),
    conflict(15, 'cache hits at 10%', gateway, '0.004', /repeat of the same request/),
    topUp(19, '$5 top-up', 'least', '5'),
    price(64, '$0.040 per image', gateway, '0.04'),
    topUp(68, '$5 top-up', 'least', '5'),
    conflict(72, 'cached hits at 10%', gateway, '0.004', /repeat of the same request/),
    topUp(76, '5% platform fee', 'share', '0.05'),
  ],
};

describe('every figure of the price guides is what we quote, a conflict with its reason, or a note', () => {
  for (const [file, figures] of Object.entries(seeds)) {
    describe(file, () => {
      for (const { line, words, holds } of figures) it(`${line}: ${words}`, holds);
    });
  }

  it('counts 165 of them', () => {
    expect(Object.values(seeds).map(({ length }) => length)).to.deep.equal([30, 89, 28, 7, 11]);
    expect(Object.values(seeds).flat()).to.have.length(165);
  });

  it('says what is missing where one image price is held against one by the megapixel, or a host was unknown', () => {
    expect(made({ ...schnell, ...four }).total?.high).to.equal('0.012');
    expect(made({ provider: 'fal', model: 'flux-1-dev', ...two }).total?.high).to.equal('0.05');
    expect(made({ provider: 'replicate', model: 'flux-1-dev' }).total?.high).to.equal('0.025');
    for (const host of ['fal', 'replicate']) {
      expect(
        made({ provider: host, model: 'flux-1-dev' }).sources.map(({ says }) => says),
        host,
      ).to.include('Flux Dev ($0.025/image)');
      expect(
        made({ provider: host, model: 'flux-1-schnell' }).sources.map(({ says }) => says),
        host,
      ).to.include('Flux Schnell ($0.003/image)');
    }
  });

  it('answers in its notes with what the catalogue says', () => {
    const at = (provider: string): number => dollars({ provider, model: 'flux-2-pro' });
    expect([at('fal'), at('replicate'), at('together')]).to.deep.equal([
      at('bfl'),
      at('bfl'),
      at('bfl'),
    ]);
    expect(Math.round((at('deepinfra') / at('bfl') - 1) * 100)).to.equal(133);
    expect(dollars(bfl('flux-1-dev', { count: 50_000 }))).to.equal(1250);
    const [draft, middle, best] = [dollars(schnell), dollars(bfl('flux-1-dev')), dollars(pro)];
    expect(middle / best).to.be.closeTo(5 / 6, 1e-9);
    const saved = (share: number): number => 1 - (share * draft + (1 - share) * middle) / best;
    expect(saved(0.6)).to.be.greaterThan(0.6);
    expect(saved(0.5)).to.be.lessThan(0.6);
    expect([dollars({ ...max, ...four }), dollars({ ...klein4, ...four })]).to.deep.equal([
      0.16, 0.017,
    ]);
  });

  it('tells that FLUX.2 dev is local only, and never that it is free', () => {
    const dev2 = made(bfl('flux-2-dev'));
    expect([dev2.total, dev2.problem?.code]).to.deep.equal([undefined, 'not-hosted']);
    expect(dev2.problem?.text).to.contain('local only');
  });
});
