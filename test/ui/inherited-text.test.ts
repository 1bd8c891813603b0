import { expect } from 'chai';
import '../../src/define/index.js';
import { until } from '../support/until.js';

const texts = {
  'user-pays-price': '[part=price]',
  'user-pays-image': '[part=generate]',
  'user-pays-tally': 'h2',
  'user-pays-calculator': 'h2',
} as const;

/** What a page may give to everything in it, by accident or on purpose. */
const inherited = {
  'white-space': 'break-spaces',
  'text-indent': '-9999px',
  'letter-spacing': '-1em',
  'word-spacing': '-1em',
  'text-transform': 'full-width',
  '-webkit-text-fill-color': 'transparent',
  '-webkit-text-security': 'disc',
  'font-size': '0',
};

async function boxIn(
  tag: keyof typeof texts,
  css: string,
): Promise<Record<string, number | string>> {
  const around = document.createElement('div');
  around.style.cssText = `width: 640px; position: absolute; left: 0; top: 0; ${css}`;
  const element = document.createElement(tag);
  element.setAttribute('lang', 'en');
  around.append(element);
  document.body.append(around);
  try {
    const found = (): Element | null | undefined => element.shadowRoot?.querySelector(texts[tag]);
    const text = (await until(found)) as Element;
    // The sums of the widget's strip come a little later.
    const sum = element.shadowRoot?.querySelector('[part=tally] b');
    await until(() => sum?.textContent !== '…');
    const range = document.createRange();
    range.selectNodeContents(text);
    const { left } = range.getBoundingClientRect();
    const { color, fontSize } = getComputedStyle(text);
    const style = getComputedStyle(text);
    const fill = style.getPropertyValue('-webkit-text-fill-color');
    const security = style.getPropertyValue('-webkit-text-security') || 'none';
    return {
      ink: fill === color ? 'shows' : fill,
      security,
      left: Math.round(left),
      length: Math.round(range.getBoundingClientRect().width),
      height: Math.round(element.getBoundingClientRect().height),
      font: parseFloat(fontSize),
    };
  } finally {
    around.remove();
  }
}

describe('what a page hides or squeezes around an element', () => {
  for (const tag of Object.keys(texts) as (keyof typeof texts)[])
    for (const [property, value] of Object.entries(inherited)) {
      // What an inline element's line does is the page's own affair.
      if (tag === 'user-pays-price' && /white|indent|transform|word/.test(property)) continue;
      it(`<${tag}>: ${property}: ${value} leaves it readable`, async () => {
        const plain = await boxIn(tag, '');
        const styled = await boxIn(tag, `${property}: ${value}`);
        if (property === 'font-size') expect(styled['font']).to.be.at.least(9);
        else expect(styled).to.deep.equal(plain);
      });
    }
});
