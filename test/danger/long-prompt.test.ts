import { expect } from 'chai';
import { noAccount } from '../../src/accounts/no-account.js';
import type { CreateOptions } from '../../src/checkout/index.js';
import { repriced } from '../../src/generation/repriced.js';
import type { ImageRequest, Quote } from '../../src/pricing/quote-types.js';
import { quote } from '../../src/pricing/quote.js';
import { createCheckout, type Checkout } from '../../src/testing.js';
import { ended } from '../support/paying.js';
import { makerOf, picture } from '../support/ports-in-memory.js';
import { september as prices } from '../support/puter-lists.js';
import { readerActs } from '../support/reader-acts.js';
import { until } from '../support/until.js';

const square = { provider: 'puter', width: 1024, height: 1024 };
const low = { model: 'gpt-image-2', options: { quality: 'low' } };

function highOf({ total }: Pick<Quote, 'total'>): number {
  return Number(total?.high);
}
function priced(more: Partial<ImageRequest>): Quote {
  return quote({ ...square, ...low, ...more }, { prices });
}

/** Models billed per token, each with US dollars per token of a prompt (Puter's list, 2026-09-16). */
const perToken = [
  ['gpt-image-2', 5e-6],
  ['gemini-3-pro-image', 2e-6],
  ['gemini-3.1-flash-image', 5e-7],
] as const;

describe('a prompt of many words, billed per token', () => {
  const long = 'x'.repeat(20_000);

  it('is in the price: what Puter charged for 20,000 characters is within it', () => {
    expect(highOf(priced({}))).to.be.below(0.012);
    expect(highOf(priced({ prompt: long }))).to.be.at.least(0.03088);
    const pro = priced({ model: 'gemini-3-pro-image', options: {}, prompt: 'y'.repeat(32_400) });
    expect(highOf(pro)).to.be.at.least(0.1662);
  });

  it('costs at most what is said, in every script and for every such model', () => {
    const scripts = [
      ['x', 0.25],
      ['狐', 1.5],
      ['ह', 1.5],
      ['\u{1F98A}', 3],
    ] as const;
    for (const [model, each] of perToken)
      for (const [sign, tokens] of scripts)
        for (const length of [4000, 20_000]) {
          const without = highOf(priced({ model, options: {} }));
          const prompt = sign.repeat(length);
          const most = without + (length * tokens - 1000) * each;
          expect(highOf(priced({ model, options: {}, prompt })), `${model} ${sign}`) //
            .to.be.at.least(most - 1e-9);
        }
  });

  it('leaves the low end, and prices that no word changes', () => {
    expect(priced({ prompt: long }).total?.low).to.equal(priced({}).total?.low);
    const flux = { model: 'flux-1-schnell', options: {} };
    expect(priced({ ...flux, prompt: long }).total).to.deep.equal(priced(flux).total);
  });

  it('stays in the price when a script orders at a quote for fewer words', () => {
    const cheap = priced({ prompt: 'a fox' });
    const { quote: real } = repriced(cheap, { prompt: long, references: [] }, { prices });
    expect(highOf(real)).to.equal(highOf(priced({ prompt: long })));
    expect(highOf(cheap)).to.be.below(0.012);
  });
});

describe('a checkout with a prompt of many words', () => {
  const open: Checkout[] = [];
  const maker = makerOf(() => Promise.resolve(picture), { id: 'puter' });
  const create = (options: CreateOptions): Checkout => {
    const services = { prices, account: noAccount, imageProvider: () => Promise.resolve(maker) };
    const checkout = createCheckout({ services, provider: 'puter', ...low, ...options });
    open.push(checkout);
    return checkout;
  };
  let stopActing: () => void;
  before(() => {
    stopActing = readerActs();
  });
  afterEach(() => {
    for (const each of open.splice(0)) each.close();
    expect(maker.orders).to.have.length(0);
  });
  after(() => stopActing());

  const scripts = {
    English: 'a fox in the snow, ',
    Chinese: '一只狐狸',
    Hindi: 'लोमड़ी ',
    emoji: '🦊',
  };
  for (const [script, words] of Object.entries(scripts)) {
    const prompt = words.repeat(Math.ceil(20_000 / words.length));

    it(`in ${script} shows it in the price, and keeps the budget`, async () => {
      const checkout = create({ prompt: 'a fox', budget: '0.02' });
      expect(highOf(checkout.quote)).to.be.below(0.012);
      checkout.update({ prompt });
      expect(highOf(checkout.quote)).to.be.at.least(0.03088);
      const refused = await ended(checkout.generate());
      expect(refused).to.include({ code: 'over-budget', charge: 'none' });
    });

    it(`in ${script} is asked about over the limit`, async () => {
      const checkout = create({ prompt, confirmOver: '0.02' });
      const promise = ended(checkout.generate());
      await until(() => checkout.generation.name === 'confirming');
      checkout.cancel();
      expect(await promise).to.include({ code: 'aborted', charge: 'none' });
    });
  }

  it('prices the choices with it', () => {
    const checkout = create({ prompt: 'a fox' });
    const before = checkout.choices.models.find(({ value }) => value === 'gpt-image-2');
    checkout.update({ prompt: 'x'.repeat(20_000) });
    const now = checkout.choices.models.find(({ value }) => value === 'gpt-image-2');
    expect(Number(now?.total?.high) - Number(before?.total?.high)).to.be.at.least(0.02);
    checkout.update({ prompt: '狐'.repeat(20_000) });
    const chinese = checkout.choices.models.find(({ value }) => value === 'gpt-image-2');
    expect(Number(chinese?.total?.high)).to.be.above(Number(now?.total?.high));
  });
});
