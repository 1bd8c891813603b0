import { expect } from 'chai';
import '../../src/define/index.js';
import { until } from '../support/until.js';

const content = {
  'user-pays-price': '[part=price]',
  'user-pays-image': '[part=generate]',
  'user-pays-tally': '[part=panel]',
  'user-pays-calculator': '[part=offers]',
} as const;

/** An element as a server or a snapshot wrote it, with a shadow root of an earlier day. */
function prerendered(tag: string): HTMLElement {
  const page = document.createElement('div');
  page.setHTMLUnsafe(
    `<${tag} provider="sandbox"><template shadowrootmode="open"><b>≈ $9.99 old</b></template></${tag}>`,
  );
  return page.firstElementChild as HTMLElement;
}

function drawn(element: Element, tag: keyof typeof content): Promise<Element | null | undefined> {
  return until(() => element.shadowRoot?.querySelector(content[tag]));
}

describe('an element whose shadow root came with the page', () => {
  for (const tag of Object.keys(content) as (keyof typeof content)[])
    it(`<${tag}>: shows one price, its own`, async () => {
      const element = prerendered(tag);
      expect(element.shadowRoot?.textContent).to.contain('$9.99');
      document.body.append(element);
      try {
        await drawn(element, tag);
        expect(element.shadowRoot?.textContent).not.to.contain('$9.99');
      } finally {
        element.remove();
      }
    });
});

describe('an element whose nodes another script took away', () => {
  for (const tag of Object.keys(content) as (keyof typeof content)[])
    it(`<${tag}>: is drawn anew, with its styles, and left alone by page translators`, async () => {
      const element = document.createElement(tag);
      element.setAttribute('lang', 'en');
      if (tag === 'user-pays-price') element.setAttribute('model', 'flux-2-pro');
      document.body.append(element);
      try {
        await drawn(element, tag);
        const root = element.shadowRoot as ShadowRoot;
        const sheets = [...root.adoptedStyleSheets];
        for (const top of root.children)
          expect([top.getAttribute('translate'), top.classList.contains('notranslate')]).to.eql([
            'no',
            true,
          ]);
        for (const each of root.querySelectorAll('*'))
          if (each.children.length === 0 && each.textContent) each.innerHTML = '<font>x</font>';
        element.setAttribute('count', '3');
        element.setAttribute('lang', 'de');
        await until(() => root.querySelector(content[tag])?.textContent?.match(/\p{L}{2}|\d/u));
        expect(root.querySelectorAll(content[tag])).to.have.length(1);
        expect(root.adoptedStyleSheets).to.include.members(sheets);
      } finally {
        element.remove();
      }
    });
});
