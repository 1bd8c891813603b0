import { expect } from 'chai';
import { ar } from '../../src/ui/i18n/ar.js';
import { de } from '../../src/ui/i18n/de.js';
import { en as first } from '../../src/ui/i18n/en.js';
import { en as stage } from '../../src/ui/i18n/en-deferred.js';
import { en as form } from '../../src/ui/i18n/en-form.js';
import { es } from '../../src/ui/i18n/es.js';
import { fr } from '../../src/ui/i18n/fr.js';
import { addTerms, addWords, loadTerms, termsFor, type Terms } from '../../src/ui/i18n/index.js';
import { ja } from '../../src/ui/i18n/ja.js';
import { plural } from '../../src/ui/i18n/plural.js';
import { ptBr } from '../../src/ui/i18n/pt-br.js';
import { zhHans } from '../../src/ui/i18n/zh-hans.js';
import { widget, type WidgetDriver } from '../support/widget.js';
import { until } from '../support/until.js';

const english: Terms = { ...first, ...stage, ...form };

/**
 * Every sentence of a language, with its address; functions are asked with what they may be given.
 */
function sentences(terms: object, path = ''): [string, string][] {
  return Object.entries(terms).flatMap(([name, value]: [string, unknown]) => {
    const at = path ? `${path}.${name}` : name;
    if (typeof value === 'string') return [[at, value]];
    if (typeof value === 'function') {
      const say = value as (...given: unknown[]) => string;
      const facts = (without: string): object =>
        new Proxy(
          {},
          { get: (_, key) => (without.includes(String(key)) ? '' : `‹${String(key)}›`) },
        );
      return /hints|errors/.test(path)
        ? [
            [at, say(facts(''))],
            [`${at}∅`, say(facts('detail width cap'))],
          ]
        : [
            [at, say('‹1›', '‹2›', '‹3›')],
            ...[1, 2, 5, 21].map((n) => [`${at}(${n})`, say(n, '‹2›', '‹3›')] as [string, string]),
          ];
    }
    return sentences(value as object, at);
  });
}

describe('in their own language', () => {
  for (const terms of [de, fr, es, ptBr, ja, zhHans, ar]) {
    it(`${terms.tag}: says everything English says, with nothing left out or unfilled`, () => {
      const own = new Map(sentences(terms));
      for (const [at, words] of sentences(english)) {
        const here = own.get(at);
        expect(here, at).to.be.a('string');
        if (words) expect(here, at).not.to.equal('');
        // Figures and names that English passes on are passed on.
        for (const [given] of words.matchAll(/‹[\w-]+›/g)) expect(here, at).to.contain(given);
        expect(here, at).not.to.match(/undefined|#/);
      }
      expect(Object.keys(terms.lines).length).to.equal(19);
    });

    it(`${terms.tag}: is not English left standing`, () => {
      const own = new Map(sentences(terms));
      const same = sentences(english)
        .filter(([at, words]) => /[a-z]{4,}.* [a-z]{3,}/i.test(words) && own.get(at) === words)
        .map(([at]) => at);
      expect(same).to.deep.equal([]);
    });
  }

  it('counts as the language does', () => {
    expect([0, 1, 2, 3, 11, 100].map((n) => ar.pictures(n))).to.deep.equal(
      ['لا صور', 'صورة واحدة', 'صورتان', '3 صور', '11 صورة', '100 صورة'].map((words, index) =>
        words.replace(/\d+/, new Intl.NumberFormat('ar').format([0, 1, 2, 3, 11, 100][index] ?? 0)),
      ),
    );
    expect(fr.pictures(0)).to.equal('0 image');
    expect(plural('en', 1, { one: 'one', other: 'many' })).to.equal('one');
  });

  it('finds a language by its tag, then by its name, and stays English for one nobody brought', async () => {
    addWords(stage);
    expect(termsFor('de-AT').tag).to.equal('en');
    await loadTerms('de-AT');
    expect(termsFor('de-AT').tag).to.equal('de');
    await loadTerms('pt-PT');
    expect(termsFor('pt-PT').tag).to.equal('pt-BR');
    await loadTerms('fi');
    expect(termsFor('fi').tag).to.equal('en');
    expect(termsFor('constructor').tag).to.equal('en');
  });

  it('takes the words a page brings, also over ours, and a few of them with ours for the rest', async () => {
    addTerms('eo', { ...english, tag: 'eo', describe: 'Priskribu la bildon' });
    expect(termsFor('eo').describe).to.equal('Priskribu la bildon');
    addTerms('de-CH', { ...english, tag: 'de-CH', describe: 'Beschreib das Bild' });
    expect(termsFor('de-CH').describe).to.equal('Beschreib das Bild');
    expect(termsFor('de').describe).to.equal('Bild beschreiben');
    addTerms('fr-CA', { describe: 'Décrivez votre image' });
    expect([termsFor('fr-CA').describe, termsFor('fr-CA').model]).to.deep.equal([
      'Décrivez votre image',
      'Model',
    ]);
    await loadTerms('fr-CA');
    expect([
      termsFor('fr-CA').describe,
      termsFor('fr-CA').model,
      termsFor('fr-CA').tag,
    ]).to.deep.equal(['Décrivez votre image', fr.model, 'fr']);
  });

  describe('the widget', () => {
    let shown: WidgetDriver | undefined;
    afterEach(() => {
      shown?.remove();
      document.documentElement.removeAttribute('lang');
    });
    const arrived = async (words: string): Promise<void> => {
      await until(() => shown?.element.shadowRoot?.textContent?.includes(words));
    };

    it('reads English until its language is here, then its language, and another one when `lang` changes', async () => {
      shown = await widget({ lang: 'ja', model: 'flux-2-pro' });
      expect(shown.button.textContent).to.match(/Generate sample · free|サンプルを生成 · 無料/);
      await arrived('サンプルを生成 · 無料');
      expect(shown.prompt.placeholder).to.equal('描きたい画像を言葉で');
      shown.element.lang = 'ar';
      await arrived('أنشئ عينة · مجانًا');
      expect(getComputedStyle(shown.button).direction).to.equal('rtl');
      shown.element.lang = 'en';
      await arrived('Generate sample · free');
      expect(getComputedStyle(shown.button).direction).to.equal('ltr');
    });

    it('follows the language of the page when it has none of its own', async () => {
      document.documentElement.lang = 'fr';
      shown = await widget({ model: 'flux-2-pro' });
      shown.element.removeAttribute('lang');
      await arrived('Générer un essai · gratuit');
      document.documentElement.lang = 'es';
      await arrived('Generar muestra · gratis');
    });

    it('keeps the currency sign of an amount in one piece from right to left', async () => {
      shown = await widget({ lang: 'ar', model: 'flux-2-pro' });
      await arrived('محاكاة');
      expect(shown.element.shadowRoot?.textContent).to.match(
        /\u2066[^\u2069]*US\$[^\u2069]*\u2069/,
      );
    });
  });
});
