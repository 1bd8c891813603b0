import '../support/fresh-prices.js';
import { expect } from 'chai';
import '../../src/define/index.js';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { quote } from '../../src/pricing/quote.js';
import { en as calculator } from '../../src/ui/i18n/en/calculator.js';
import { en as stage } from '../../src/ui/i18n/en/deferred.js';
import { en as form } from '../../src/ui/i18n/en/form.js';
import { en as price } from '../../src/ui/i18n/en/price.js';
import { en as receipt } from '../../src/ui/i18n/en/receipt.js';
import { en as tally } from '../../src/ui/i18n/en/tally.js';
import { en as first } from '../../src/ui/i18n/en/widget.js';
import { terms as ar } from '../../src/ui/i18n/ar/widget-ar.js';
import { terms as arPanels } from '../../src/ui/i18n/ar/panels-ar.js';
import { terms as dePanels } from '../../src/ui/i18n/de/panels-de.js';
import { terms as dePrice } from '../../src/ui/i18n/de/price-de.js';
import { terms as esPanels } from '../../src/ui/i18n/es/panels-es.js';
import { terms as frPanels } from '../../src/ui/i18n/fr/panels-fr.js';
import { terms as ptPanels } from '../../src/ui/i18n/pt-br/panels-pt-br.js';
import { terms as fr } from '../../src/ui/i18n/fr/widget-fr.js';
import {
  addTerms,
  addWords,
  loaders as widgetLoaders,
  loadTerms,
  termsFor,
  type Terms,
} from '../../src/ui/i18n/index.js';
import { loaders as panelLoaders } from '../../src/ui/i18n/panels.js';
import { plural } from '../../src/ui/i18n/plural.js';
import { scene } from './widget-scene.js';
import { loaders as priceLoaders } from '../../src/ui/i18n/price.js';
import { loaders as remarkLoaders } from '../../src/ui/i18n/remarks.js';
import type { Language, Spoken, WidgetTranslation } from '../../src/ui/i18n/terms.js';
import type { Loaders } from '../../src/ui/i18n/words.js';
import { widget, type WidgetDriver } from '../support/widget.js';
import { until } from '../support/until.js';

const english: Terms = { ...first, ...stage, ...form };

/** What is loaded together, and its English. */
const groups: Readonly<Record<string, { loaders: Loaders<Spoken>; english: object }>> = {
  widget: { loaders: widgetLoaders, english },
  panels: { loaders: panelLoaders, english: { tally, calculator } },
  price: { loaders: priceLoaders, english: { price: { ...price, ...receipt } } },
};
const names = ['‹1›', '‹2›', '‹3›', '‹4›'];

/** Texts with a source's name or reason in them that no screen reader would read as English. */
function unmarked(root: ParentNode, english: readonly string[]): string[] {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode as Text;
    const isOurs = parentElement?.closest<HTMLElement>('[lang]')?.lang !== 'en';
    if (isOurs && english.some((text) => data.includes(text))) found.push(data.trim());
  }
  return found;
}

/** Every sentence with its address; functions are asked with what they may be given. */
function sentences(terms: object, path = ''): [string, string][] {
  return Object.entries(terms).flatMap(([name, value]: [string, unknown]) => {
    const at = path ? `${path}.${name}` : name;
    if (typeof value === 'string') return [[at, value]];
    if (typeof value !== 'function') return sentences(value as object, at);
    const say = value as (...given: unknown[]) => string;
    if (/hints|errors/.test(path))
      return [
        [at, say(facts(''))],
        [`${at}∅`, say(facts('detail width cap'))],
      ];
    return [
      [at, say(...names)],
      ...[1, 2, 5, 21].map((n) => [`${at}(${n})`, say(n, ...names.slice(1))] as [string, string]),
    ];
  });
}

/** Every fact as its name, but for those that are missing. */
function facts(without: string): object {
  return new Proxy(
    {},
    { get: (_, key) => (without.includes(String(key)) ? '' : `‹${String(key)}›`) },
  );
}

async function sentencesIn(group: string, language: Language): Promise<Map<string, string>> {
  const { terms } = (await groups[group]?.loaders[language]()) as { terms: Spoken };
  return new Map(sentences(terms));
}

async function settled(element: Element, words: string): Promise<void> {
  await until(() => element.shadowRoot?.textContent?.includes(words));
}

describe('in their own language', () => {
  for (const [group, { loaders, english }] of Object.entries(groups))
    for (const language of Object.keys(loaders) as Language[]) {
      it(`${language}, ${group}: says everything English says, with every name and figure in it`, async () => {
        const own = await sentencesIn(group, language);
        const inFigures = new Intl.NumberFormat(own.get('tag'));
        for (const [at, words] of sentences(english)) {
          const here = own.get(at);
          expect(here, at).to.be.a('string');
          if (words) expect(here, at).not.to.equal('');
          expect(here, at).not.to.match(/undefined|#/);
          // A count that is no number is only asked for to see where names go.
          if (here?.includes(inFigures.format(NaN)) || here?.includes('NaN')) continue;
          for (const [given] of words.matchAll(/‹[\w-]+›/g)) expect(here, at).to.contain(given);
          if (/\b21\b/.test(words))
            expect([here?.includes('21'), here?.includes(inFigures.format(21))], at).to.include(
              true,
            );
        }
      });

      it(`${language}, ${group}: is not English left standing`, async () => {
        const own = await sentencesIn(group, language);
        const same = sentences(english)
          .filter(([at, words]) => /[a-z]{4,}.* [a-z]{3,}/i.test(words) && own.get(at) === words)
          .map(([at]) => at);
        expect(same).to.deep.equal([]);
      });
    }

  for (const language of Object.keys(widgetLoaders) as Language[])
    it(`${language}: calls the rows of a receipt the same in the widget and in a price`, async () => {
      const { lines } = (await widgetLoaders[language]()).terms as WidgetTranslation;
      expect(Object.values(lines).filter(Boolean).length).to.equal(19);
      expect((await priceLoaders[language]()).terms.price.lines).to.deep.equal(lines);
    });

  it('counts as the language does', () => {
    expect([0, 1, 2, 3, 11, 100].map((n) => ar.pictures(n))).to.deep.equal(
      ['لا صور', 'صورة واحدة', 'صورتان', '3 صور', '11 صورة', '100 صورة'].map((words, index) =>
        words.replace(/\d+/, new Intl.NumberFormat('ar').format([0, 1, 2, 3, 11, 100][index] ?? 0)),
      ),
    );
    expect(fr.pictures(0)).to.equal('0 image');
    expect(plural('en', 1, { one: 'one', other: 'many' })).to.equal('one');
  });

  it('counts as French, Spanish and Portuguese do: nothing and one alike or not, millions “of” something', () => {
    expect([frPanels, esPanels, ptPanels].map(({ tally }) => tally.count(0))).to.deep.equal([
      '0 image',
      '0 imágenes',
      '0 imagem',
    ]);
    for (const { tag, tally, calculator } of [frPanels, esPanels, ptPanels]) {
      const million = new Intl.NumberFormat(tag).format(1_000_000);
      for (const words of [
        tally.count(1_000_000),
        calculator.together(1_000_000),
        calculator.buys(1_000_000, '$0.003'),
        calculator.withDrafts(1_000_000, 3, 'FLUX'),
      ])
        expect(words).to.match(new RegExp(`${million} (de |d’)`));
    }
    expect(frPanels.tally.count(1_000_001)).to.match(/001 images$/);
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

  describe('the tally, the calculator and a price', () => {
    const placed: HTMLElement[] = [];
    let shown: WidgetDriver | undefined;
    const put = (tag: string, lang: string): HTMLElement => {
      const element = Object.assign(document.createElement(tag), { lang });
      placed.push(element);
      document.body.append(element);
      return element;
    };
    afterEach(() => {
      for (const element of placed.splice(0)) element.remove();
      shown?.remove();
      shown = undefined;
    });

    it('the tally is read from right to left in Arabic, amounts in one piece', async () => {
      const element = put('user-pays-tally', 'ar');
      await settled(element, arPanels.tally.byModel);
      const panel = element.shadowRoot?.querySelector('[part=panel]') as HTMLElement;
      expect([panel.lang, getComputedStyle(panel).direction]).to.deep.equal(['ar', 'rtl']);
      expect(panel.querySelector('.spent')?.textContent).to.match(/^\u2066[^\u2069]*\u2069$/);
    });

    it('the calculator is read in German with German figures, and in English again when `lang` says so', async () => {
      const element = put('user-pays-calculator', 'de-AT');
      await settled(element, dePanels.calculator.title);
      const prices = [...(element.shadowRoot?.querySelectorAll('[part=offers] .price') ?? [])];
      expect(prices[0]?.textContent).to.equal('kostenlos');
      expect(prices[2]?.textContent).to.match(/^~?0,\d+(–0,\d+)?\s\$$|^\$\s0,\d+$/);
      element.lang = 'en';
      await settled(element, calculator.title);
    });

    it('what nobody brought stays English and says that it is', async () => {
      const element = put('user-pays-tally', 'fi');
      await settled(element, tally.title);
      expect((element.shadowRoot?.querySelector('[part=panel]') as HTMLElement).lang).to.equal(
        'en',
      );
    });

    it('takes the few words a page brings, over ours and over English', async () => {
      addTerms('de-CH', { calculator: { title: 'Was würd’s choschte?' } });
      const swiss = put('user-pays-calculator', 'de-CH');
      await settled(swiss, 'Was würd’s choschte?');
      await settled(swiss, dePanels.calculator.size);
      addTerms('eo', { tag: 'eo', tally: { title: 'Elspezita' } });
      const esperanto = put('user-pays-tally', 'eo');
      await settled(esperanto, 'Elspezita');
      expect([
        esperanto.shadowRoot?.querySelector<HTMLElement>('[part=panel]')?.lang,
        esperanto.shadowRoot?.textContent?.includes(tally.byModel),
      ]).to.deep.equal(['eo', true]);
    });

    it('a price takes the words of its page, also in English, and whenever they come', async () => {
      const shown = (element: Element): string =>
        element.shadowRoot?.querySelector('[part=price]')?.textContent ?? '';
      const element = put('user-pays-price', 'en-x-press');
      element.setAttribute('provider', 'sandbox');
      await until(() => shown(element).includes('simulated'));
      addTerms('en-x-press', { price: { simulated: (amount) => `${amount} of play money` } });
      await until(() => shown(element).includes('of play money'));
      expect(shown(element)).to.contain(price.how);
      element.lang = 'de';
      await until(() => shown(element).includes(dePrice.price.how));
      addTerms('de', { price: { how: 'So kommt er zustande' } });
      await until(() => shown(element).includes('So kommt er zustande'));
    });

    it('names of sources and what they say stay English and are marked so; why they do not count is translated', async () => {
      const made = quote(
        { provider: 'bfl', model: 'flux-2-pro', width: 2048, height: 2048 },
        { prices: catalogue, at: Date.now() },
      );
      const english = [...made.sources, ...made.conflicts.map(({ source }) => source)].map(
        ({ name }) => name,
      );
      expect(english.length).to.be.greaterThan(2);
      const { terms } = await remarkLoaders.ja();
      const why = terms[made.conflicts[0]?.why ?? ''] ?? '';
      expect(why).not.to.equal('');

      const element = put('user-pays-price', 'ja');
      for (const [name, value] of Object.entries({
        provider: 'bfl',
        model: 'flux-2-pro',
        size: '2048x2048',
      }))
        element.setAttribute(name, value);
      await until(() => element.shadowRoot?.querySelector('[part=price]'));
      element.shadowRoot?.querySelector<HTMLElement>('[part=price]')?.click();
      await settled(element, why);
      expect(unmarked(element.shadowRoot as ShadowRoot, english)).to.deep.equal([]);

      const calculator = put('user-pays-calculator', 'ja');
      calculator.setAttribute('providers', 'bfl');
      calculator.setAttribute('size', '2048x2048');
      await settled(calculator, why);
      expect(unmarked(calculator.shadowRoot as ShadowRoot, english)).to.deep.equal([]);

      shown = await widget({ lang: 'ja', provider: 'bfl', model: 'flux-2-pro', size: '2048x2048' });
      shown.element.dispatchEvent(new Event('pointerenter'));
      await settled(shown.element, why);
      expect(unmarked(shown.element.shadowRoot as ShadowRoot, english)).to.deep.equal([]);
    });

    it('a tally that is there already takes the words a page brings later', async () => {
      const element = put('user-pays-tally', 'sq');
      await settled(element, tally.title);
      addTerms('sq', { tally: { title: 'Shpenzimet' } });
      await settled(element, 'Shpenzimet');
    });
  });

  it('ends a sentence with one full stop where a short date has its own', async () => {
    for (const tag of ['fr', 'es', 'pt-BR']) {
      await loadTerms(tag);
      const { retiresOn, failedOn } = termsFor(tag);
      for (const said of [retiresOn('16 sept.'), failedOn('16 sept.')]) {
        expect(said).not.to.contain('..');
        expect(said).to.match(/[^.]\.$/);
      }
    }
  });

  it('says a size width first from right to left, too, and in one line where it stands below a picture', async () => {
    const { element, all, until: settle } = await scene('gallery');
    try {
      element.lang = 'ar';
      element.style.width = '320px';
      const sizes = (): string[] =>
        texts(element.shadowRoot as ShadowRoot).filter((text) => /\d+ × \d+/.test(text));
      await settle(
        () => all('kept').length > 0 && sizes().every((text) => text.includes('\u2066')),
      );
      expect(sizes().length).to.be.above(5);
      for (const text of sizes()) expect(text).to.match(/\u2066\d+ × \d+\u2069/);
      const caption = element.shadowRoot?.querySelector('.gallery [part=caption]');
      expect(caption && getComputedStyle(caption).textAlign).to.equal('right');
      const below = element.shadowRoot?.querySelectorAll('.gallery .size') ?? [];
      expect(below.length).to.be.above(1);
      for (const size of below) {
        // Firefox counts what is empty before a line break as a box of the line before.
        const boxes = [...size.getClientRects()].filter(({ width }) => width > 0);
        const lowestTop = Math.max(...boxes.map(({ top }) => top));
        expect(lowestTop).to.be.below(Math.min(...boxes.map(({ bottom }) => bottom)));
      }
    } finally {
      element.remove();
      Object.assign(document.documentElement, { lang: 'en', dir: '' });
    }
  });
});

/** The words of each piece of text. */
function texts(root: ShadowRoot): string[] {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walk.nextNode()) found.push(walk.currentNode.textContent ?? '');
  return found;
}
