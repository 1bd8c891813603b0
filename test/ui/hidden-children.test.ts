import { expect } from 'chai';
import '../support/fresh-origin.js';
import '../../src/define/index.js';
import { renderPrice } from '../../src/server/index.js';
import { warnOfHiddenChildren } from '../../src/ui/elements/shared/hidden-children.js';
import { until } from '../support/until.js';

const price = '<user-pays-price provider="bfl" model="flux-2-pro"';
const order = { provider: 'bfl', model: 'flux-2-pro', width: 1024, height: 1024 };

/** Each page, and the first words that its reader misses. */
const swallowed: Readonly<Record<string, string>> = {
  '<user-pays-image provider="sandbox" /><p>The rest of the page.</p>': 'The rest of the page.',
  '<section><user-pays-image provider="sandbox"/>one word</section>': 'one word',
  '<user-pays-tally /><h2>A heading of the page that is rather long</h2>':
    'A heading of the page that is rather lon…',
  '<user-pays-calculator />and on': 'and on',
  '<user-pays-image provider="sandbox"><h2 slot="header">Ours</h2>and this</user-pays-image>':
    'and this',
  [`<p>One costs ${price} /> per picture of 1024 pixels.</p>`]: 'per picture of 1024 pixels.',
  [`<p>One costs ${price} />, at most.</p>`]: ', at most.',
  [`<div>${price} /><ul><li>First</li></ul></div>`]: 'First',
  [`${price} />${price} />: two of them`]: ': two of them',
};

const meant: readonly string[] = [
  '<user-pays-image provider="sandbox">\n  <!-- a note -->\n</user-pays-image>',
  '<user-pays-image provider="sandbox"><h2 slot="header">Ours</h2></user-pays-image>',
  '<user-pays-image provider="sandbox"><noscript>Needs a script.</noscript></user-pays-image>',
  '<user-pays-image provider="sandbox"><template slot="prompt">A fox</template></user-pays-image>',
  `<p>One costs ${price}>about three cents</user-pays-price> today.</p>`,
  `<p>One costs ${renderPrice(order)}</p>`,
  `<p>One costs ${renderPrice(order, { lang: 'de' })}, and ${renderPrice(order)}.</p>`,
  `<p>${price}></user-pays-price> each</p>`,
];

describe('an element with children that it does not show', () => {
  const warn = console.warn;
  let warnings: string[];
  let page: HTMLElement;
  beforeEach(() => {
    warnings = [];
    console.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
    page = document.createElement('div');
    document.body.append(page);
  });
  afterEach(() => {
    console.warn = warn;
    page.remove();
  });

  for (const [markup, text] of Object.entries(swallowed))
    it(`says once on the console what the page’s reader misses: ${markup}`, async () => {
      page.innerHTML = markup;
      const said = (): string[] => warnings.filter((line) => line.includes(`(“${text}”)`));
      await until(() => said().length > 0);
      const [tag] = /<user-pays-\w+/.exec(said()[0] ?? '') ?? [''];
      expect(said()).to.deep.equal([
        `user-pays-image: ${tag}> does not show what stands in it (“${text}”). “/>” closes no tag: write ${tag.replace('<', '</')}>.`,
      ]);
    });

  for (const markup of meant)
    it(`says nothing where nothing is missed: ${markup}`, () => {
      page.innerHTML = markup;
      for (const element of page.querySelectorAll('*'))
        if (element.shadowRoot) warnOfHiddenChildren(element);
      expect(page.querySelector('*')).not.to.equal(null);
      expect(warnings.filter((line) => line.includes('does not show'))).to.deep.equal([]);
    });
});
