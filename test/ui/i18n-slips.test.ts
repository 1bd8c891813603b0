import '../support/fresh-prices.js';
import { expect } from 'chai';
import '../../src/define/index.js';
import { en as calculator } from '../../src/ui/elements/user-pays-calculator/terms.js';
import { en as tally } from '../../src/ui/elements/user-pays-tally/terms.js';
import { ar } from '../../src/ui/i18n/slips/ar.js';
import { de } from '../../src/ui/i18n/slips/de.js';
import { es } from '../../src/ui/i18n/slips/es.js';
import { fr } from '../../src/ui/i18n/slips/fr.js';
import { addTerms } from '../../src/ui/i18n/index.js';
import type { Slips } from '../../src/ui/i18n/slips/types.js';
import { ja } from '../../src/ui/i18n/slips/ja.js';
import { ptBr } from '../../src/ui/i18n/slips/pt-br.js';
import { zhHans } from '../../src/ui/i18n/slips/zh-hans.js';
import { until } from '../support/until.js';

const english = { tally, calculator };
const given = ['‹2›', '‹3›', '‹4›'];

/** Every sentence with its address; functions are asked with a name, and with counts. */
function sentences(terms: object, path = ''): [string, string][] {
  return Object.entries(terms).flatMap(([name, value]: [string, unknown]) => {
    const at = path ? `${path}.${name}` : name;
    if (typeof value === 'string') return [[at, value]];
    if (typeof value !== 'function') return sentences(value as object, at);
    const say = value as (...words: unknown[]) => string;
    return [
      [`${at}(‹1›)`, say('‹1›', ...given)],
      ...[1, 2, 5, 21].map((n) => [`${at}(${n})`, say(n, ...given)] as [string, string]),
    ];
  });
}

async function settled(element: Element, words: string): Promise<void> {
  await until(() => element.shadowRoot?.textContent?.includes(words));
}

describe('what was spent and what it would cost, in the reader’s own language', () => {
  for (const { tag, dir: _dir, ...terms } of [de, fr, es, ptBr, ja, zhHans, ar] as Slips[]) {
    it(`${tag}: says everything English says, with every name and figure in it`, () => {
      const own = new Map(sentences(terms));
      for (const [at, words] of sentences(english)) {
        const here = own.get(at) ?? '';
        expect(here, at).not.to.equal('');
        // A count that is no number is only asked for to see where names go.
        if (here.includes(new Intl.NumberFormat(tag).format(NaN)) || here.includes('NaN')) continue;
        expect(here, at).not.to.match(/undefined|#/);
        for (const [name] of words.matchAll(/‹\d›/g)) expect(here, at).to.contain(name);
        if (/\b21\b/.test(words))
          expect(
            ['21', new Intl.NumberFormat(tag).format(21)].some((figure) => here.includes(figure)),
            at,
          ).to.equal(true);
      }
    });

    it(`${tag}: is not English left standing`, () => {
      const own = new Map(sentences(terms));
      expect(
        sentences(english)
          .filter(([at, words]) => /[a-z]{4,}.* [a-z]{3,}/i.test(words) && own.get(at) === words)
          .map(([at]) => at),
      ).to.deep.equal([]);
    });
  }

  describe('in a page', () => {
    const placed: HTMLElement[] = [];
    const put = (tag: string, lang: string): HTMLElement => {
      const element = Object.assign(document.createElement(tag), { lang });
      placed.push(element);
      document.body.append(element);
      return element;
    };
    afterEach(() => {
      for (const element of placed.splice(0)) element.remove();
    });

    it('the tally is read from right to left in Arabic, amounts in one piece', async () => {
      const element = put('user-pays-tally', 'ar');
      await settled(element, ar.tally.byModel);
      const widgetState = element.shadowRoot?.querySelector('[part=panel]') as HTMLElement;
      expect([widgetState.lang, getComputedStyle(widgetState).direction]).to.deep.equal([
        'ar',
        'rtl',
      ]);
      expect(widgetState.querySelector('.spent')?.textContent).to.match(/^\u2066[^\u2069]*\u2069$/);
    });

    it('the calculator is read in German with German figures, and in English again when `lang` says so', async () => {
      const element = put('user-pays-calculator', 'de-AT');
      await settled(element, de.calculator.title);
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
      await settled(swiss, de.calculator.size);
      addTerms('eo', { tag: 'eo', tally: { title: 'Elspezita' } });
      const esperanto = put('user-pays-tally', 'eo');
      await settled(esperanto, 'Elspezita');
      expect([
        esperanto.shadowRoot?.querySelector<HTMLElement>('[part=panel]')?.lang,
        esperanto.shadowRoot?.textContent?.includes(tally.byModel),
      ]).to.deep.equal(['eo', true]);
    });
  });
});
