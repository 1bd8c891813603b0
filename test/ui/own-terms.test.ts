import { expect } from 'chai';
import '../support/fresh-prices.js';
import { amount, otherAmount } from '../../src/ui/amount.js';
import { en as calculator } from '../../src/ui/i18n/en/calculator.js';
import { en as deferred } from '../../src/ui/i18n/en/deferred.js';
import { en as form } from '../../src/ui/i18n/en/form.js';
import { en as price } from '../../src/ui/i18n/en/price.js';
import { en as receipt } from '../../src/ui/i18n/en/receipt.js';
import { en as tally } from '../../src/ui/i18n/en/tally.js';
import { en as first } from '../../src/ui/i18n/en/widget.js';
import { addTerms, termsFor, type Terms } from '../../src/ui/i18n/index.js';
import { languageTag } from '../../src/ui/i18n/language.js';
import { wordsOver } from '../../src/ui/i18n/own-terms.js';
import { until } from '../support/until.js';
import { payingPage, type PayingPage } from '../support/paying.js';

type Say = (...given: unknown[]) => unknown;
const groups = {
  widget: { ...first, ...deferred, ...form },
  price: { ...price, ...receipt },
  tally,
  calculator,
};
const figures = ['$0.071', '0,072 $', 'US$0.073', '0.074 €', '~$0.075–0.076'];

/** Every sentence of a group that says an amount it is given, nested ones, too. */
function withMoney(words: object, path: readonly string[] = []): (readonly string[])[] {
  return Object.entries(words).flatMap(([name, said]: [string, unknown]) => {
    if (typeof said === 'object' && said) return withMoney(said, [...path, name]);
    if (typeof said !== 'function') return [];
    const text = String(ask(said as Say, [...path, name]));
    return figures.some((figure) => text.includes(figure)) ? [[...path, name]] : [];
  });
}

function ask(say: Say, path: readonly string[]): unknown {
  if (/^(hints|errors)$/.test(path[0] ?? ''))
    return say(
      new Proxy(
        {},
        {
          get: () => figures[0],
          ownKeys: () => ['price'],
          getOwnPropertyDescriptor: () => ({
            value: figures[0],
            enumerable: true,
            configurable: true,
          }),
        },
      ),
    );
  return /enerate|each|free|kept|found|count/i.test(path.at(-1) ?? '')
    ? say(2, ...figures)
    : say(...figures);
}

function at(words: object, path: readonly string[]): Say {
  return path.reduce((all: unknown, name) => (all as Record<string, unknown>)[name], words) as Say;
}

function nest(path: readonly string[], say: Say): object {
  return path.reduceRight((all: unknown, name) => ({ [name]: all }), say as unknown) as object;
}

describe('words that a page brings', () => {
  for (const [group, ours] of Object.entries(groups))
    it(`${group}: a sentence without the amount it was given is ours instead`, () => {
      const paths = withMoney(ours);
      expect(paths.length).to.be.above(2);
      for (const path of paths) {
        const mine = ask(at(ours, path), path);
        for (const lie of ['Draw', '', 'free', 'Only $0.001'])
          expect(
            ask(
              at(
                wordsOver(
                  ours,
                  nest(path, () => lie),
                ),
                path,
              ),
              path,
            ),
            path.join('.'),
          ).to.equal(mine);
        const failing = (): never => {
          throw new Error('no words');
        };
        expect(ask(at(wordsOver(ours, nest(path, failing)), path), path)).to.equal(mine);
      }
    });

  it('are used where they say what ours say', () => {
    const own = {
      describe: 'What shall we print?',
      generate: (count: number, of: string) => `Print ${count} for ${of}`,
      generateSample: () => 'Pull a proof · free',
      payOwn: () => 'You pay.',
      confirmChanged: (now: string) => `Now ${now}!`,
      charge: { none: 'No charge.' },
    };
    const words = wordsOver(groups.widget, own) as unknown as Terms;
    expect(words.describe).to.equal('What shall we print?');
    expect(words.generate(2, '$0.060')).to.equal('Print 2 for $0.060');
    expect(words.generateSample(1)).to.equal('Pull a proof · free');
    expect(words.payOwn('Puter')).to.equal('You pay.');
    expect(words.confirmChanged('~$0.03–0.04')).to.equal('Now ~$0.03–0.04!');
    expect([words.charge.none, words.charge.possible]).to.deep.equal([
      'No charge.',
      first.charge.possible,
    ]);
  });

  it('never name an amount that nobody computed, nor leave out that the price is unknown', () => {
    const words = wordsOver(groups.widget, {
      free: '$0.00',
      priceUnknown: '$0.001',
      generate: (count: number, of: string) => `Generate · $0.001 (was ${of})`,
      signInAndGenerate: () => 'Draw',
      freeAsOf: () => '$0.001',
      nothingYet: '$5.00 left',
    }) as unknown as Terms;
    expect(words.free).to.equal(first.free);
    expect(words.priceUnknown).to.equal(first.priceUnknown);
    expect(words.nothingYet).to.equal(first.nothingYet);
    expect(words.generate(1, '$0.030')).to.equal('Generate · $0.030');
    expect(words.signInAndGenerate(1, 'price unknown')).to.contain('price unknown');
    expect(words.freeAsOf('Feb 3')).to.equal('free as of Feb 3');
  });

  describe('on a widget that sells', () => {
    let page: PayingPage;
    beforeEach(() => {
      page = payingPage();
    });
    afterEach(() => page.close());

    it('leave the price on the button, also before the code that checks them is here', async () => {
      const lie = { generate: () => 'Generate · free', describe: 'What shall we print?' };
      addTerms('en-x-lie', lie);
      expect(termsFor('en-x-lie').describe).to.equal('What shall we print?');
      const shown = await page.widget({ lang: 'en-x-lie' });
      expect(shown.text('generate')).to.contain('$0.030');
      addTerms('en-x-honest', { generate: (_, of) => `Print · ${of}` });
      shown.element.lang = 'en-x-honest';
      await shown.element.updateComplete;
      await until(() => shown.text('generate') === 'Print · $0.030');
      shown.element.lang = 'en-x-lie';
      await until(() => shown.text('generate') === 'Generate · $0.030');
    });

    for (const lang of ['en-u-nu-bali', 'en-US-u-nu-hanidec', 'en-u-ca-buddhist-nu-thai'])
      it(`has its figures as ${lang.slice(0, 2)} has them, not as ${lang} asks`, async () => {
        const shown = await page.widget({ lang });
        expect(shown.text('generate')).to.equal('Generate · $0.030');
      });

    for (const currency of ['usd', 'UsD', 'USN', 'xxx', 'XTS', 'US$', '$', ''])
      it(`shows one amount where the page’s currency is "${currency}"`, async () => {
        const shown = await page.widget({ currency, rate: '.001' });
        expect(shown.text('generate')).to.equal('Generate · $0.030');
      });
  });

  it('are looked up by the whole of a language but its figures', () => {
    expect(
      ['en-US', 'en-x-press', 'de-u-nu-arab', 'ar-EG-u-nu-latn-x-a', 'u-nu-bali'].map(languageTag),
    ).to.deep.equal(['en-US', 'en-x-press', 'de', 'ar-EG-x-a', undefined]);
    const euros = { language: 'en', currency: 'eur', rate: '0.9', under: (text: string) => text };
    expect(otherAmount('0.03', euros)).to.equal('€0.027');
    expect(amount('0.03', { ...euros, currency: 'XAF', rate: '600' })).to.contain('18.00');
  });
});
