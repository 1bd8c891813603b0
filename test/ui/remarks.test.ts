import { expect } from 'chai';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { loaders, remarkFor } from '../../src/ui/i18n/remarks.js';
import type { Language } from '../../src/ui/i18n/terms.js';
import { until } from '../support/until.js';
import { folded, scene, type Scene } from './widget-scene.js';

/** What no list says, but we do when sources disagree. */
const ours = [
  'This page names a price list of its own',
  'This page’s list says less than is known here',
  'Not as close to the bill',
  'Says otherwise on the same day',
  'Read earlier',
  'Charged otherwise in this browser',
  'What was charged here before',
];
const listed = catalogue.offers.flatMap(({ prices }) =>
  prices.flatMap(({ wrong, doubt }) => [wrong, doubt].filter((remark) => remark !== undefined)),
);
const remarks = [...new Set([...listed, ...ours])].sort();
const languages = Object.keys(loaders) as Language[];

/** The figures of a text, however a language groups and separates digits. */
function figures(text: string): string[] {
  return (text.match(/\d[\d.,\u00a0\u202f ]*\d|\d/g) ?? []).map((one) => one.replace(/\D/g, ''));
}

describe('what we remark about prices', () => {
  it('is translated into every language, all of it and nothing else', async () => {
    for (const language of languages) {
      const { terms } = await loaders[language]();
      expect(Object.keys(terms).sort(), language).to.deep.equal(remarks);
      for (const [english, text] of Object.entries(terms)) {
        expect(text.trim(), `${language}: ${english}`).not.to.equal('');
        expect(text, language).not.to.equal(english);
        expect(text, 'a note ends without a full stop').not.to.match(/[.。]$/);
      }
    }
  });

  it('has every amount in every language', async () => {
    const amounts = (text: string): string[] =>
      [...text.matchAll(/0[.,](\d+)/g)].map(([, part]) => part ?? '');
    for (const language of languages)
      for (const [english, text] of Object.entries((await loaders[language]()).terms)) {
        expect(amounts(text), `${language}: ${english}`).to.deep.equal(amounts(english));
        for (const figure of figures(english).filter((one) => one.length > 3))
          expect(figures(text).join(' '), `${language}: ${english}`).to.contain(figure);
      }
  });

  it('keeps its English where it is not ours, and until the words are here', async () => {
    expect(remarkFor('de', 'Read earlier')).to.equal(undefined);
    await until(() => remarkFor('de', 'Read earlier'));
    expect(remarkFor('de-AT', 'Read earlier')).to.equal('Früher gelesen');
    expect(remarkFor('de', 'Some other list’s remark')).to.equal(undefined);
    expect(remarkFor('de', 'constructor')).to.equal(undefined);
    expect(remarkFor('en', 'Read earlier')).to.equal(undefined);
  });
});

describe('a receipt in German', () => {
  let shown: Scene;
  afterEach(() => shown.element.remove());

  it('says in German why another source does not decide, and quotes no English but names', async () => {
    shown = await scene('receipt');
    const conflicts = (): HTMLElement[] => [
      ...shown.one('receipt').querySelectorAll<HTMLElement>('.conflicts li'),
    ];
    const inEnglish = conflicts().map(folded).join();
    expect(inEnglish).to.contain('Counts every megapixel at the price of the first');
    shown.element.lang = 'de';
    await shown.until(() => conflicts().map(folded).join().includes('Zählt jedes Megapixel'));
    for (const conflict of conflicts())
      for (const quoted of conflict.querySelectorAll('[lang=en]'))
        expect(Object.values(catalogue.sources).map(({ name }) => name)).to.include(folded(quoted));
  });
});
