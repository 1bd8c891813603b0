import { expect } from 'chai';
import '../../src/define/index.js';
import { languageOf, languageTag } from '../../src/ui/i18n/language.js';
import { until } from '../support/until.js';

/** What people, servers and hostile pages write into `lang`. */
const odd = [
  'de_DE',
  'zh_CN',
  'C',
  'POSIX',
  'de_DE.UTF-8',
  'sr_RS@latin',
  'en-US-x-muchtoolongforasubtag',
  'x-pirate',
  '*',
  '-',
  '日本語',
  `de-${'a-'.repeat(50_000)}`,
];

const names = [
  'user-pays-price',
  'user-pays-image',
  'user-pays-tally',
  'user-pays-calculator',
] as const;
const content = {
  'user-pays-price': '[part=price]',
  'user-pays-image': '[part=generate]',
  'user-pays-tally': '[part=panel]',
  'user-pays-calculator': '[part=offers]',
};

function shows(element: Element, name: keyof typeof content): Promise<unknown> {
  return until(() => element.shadowRoot?.querySelector(content[name])?.textContent?.trim());
}

describe('a page whose language is not written as it should be', () => {
  const placed: Element[] = [];
  const failures: unknown[] = [];
  const failed = (event: PromiseRejectionEvent): void => void failures.push(event.reason);
  beforeEach(() => window.addEventListener('unhandledrejection', failed));
  afterEach(() => {
    window.removeEventListener('unhandledrejection', failed);
    for (const element of placed.splice(0)) element.remove();
    document.documentElement.removeAttribute('lang');
    failures.length = 0;
  });

  const put = (name: keyof typeof content, lang?: string): HTMLElement => {
    const element = document.createElement(name);
    element.setAttribute('provider', 'sandbox');
    if (lang !== undefined) element.setAttribute('lang', lang);
    placed.push(element);
    document.body.append(element);
    return element;
  };

  for (const name of names) {
    it(`<${name}>: is drawn whole all the same, on itself or on the page`, async () => {
      for (const lang of odd) {
        const element = put(name, lang);
        await shows(element, name);
        element.remove();
        document.documentElement.lang = lang;
        await shows(put(name), name);
        document.documentElement.removeAttribute('lang');
      }
      expect(failures).to.deep.equal([]);
    });
  }

  it('is read as it was meant: a file system’s name of a language is that language', async () => {
    const element = put('user-pays-image', 'de_DE');
    await until(
      () =>
        element.shadowRoot?.querySelector<HTMLTextAreaElement>('[part=prompt]')?.placeholder ===
        'Bild beschreiben',
    );
    const written = [
      'de_DE',
      'zh_CN',
      'de_DE.UTF-8',
      'sr_RS@latin',
      ' fr ',
      'en-US-x-muchtoolongforasubtag',
      'PT_br',
      'C',
      'x-pirate',
      '',
      '*',
      undefined,
      null,
      7,
      {},
    ];
    expect(written.map((lang) => languageTag(lang))).to.deep.equal([
      'de-DE',
      'zh-CN',
      'de-DE',
      'sr-RS',
      'fr',
      'en-US',
      'pt-BR',
      ...Array<undefined>(8).fill(undefined),
    ]);
  });

  it('takes the language of the page around another component that it stands in', () => {
    document.documentElement.lang = 'fr';
    const [component, inner] = [document.createElement('div'), document.createElement('div')];
    placed.push(component);
    component.attachShadow({ mode: 'closed' }).append(inner);
    document.body.append(component);
    expect(languageOf(inner)).to.equal('fr');
    component.lang = 'de';
    expect(languageOf(inner)).to.equal('de');
  });

  it('takes the nearest language around it that is one', async () => {
    document.documentElement.lang = 'fr_FR';
    const element = put('user-pays-image', 'C');
    await until(() =>
      element.shadowRoot?.querySelector('[part=generate]')?.textContent?.includes('gratuit'),
    );
  });
});
