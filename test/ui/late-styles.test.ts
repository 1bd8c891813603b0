import { expect } from 'chai';
import { style as drafts } from '../../src/ui/elements/widget/deferred/drafts.js';
import { style as form } from '../../src/ui/elements/widget/deferred/form.js';
import { style as gallery } from '../../src/ui/elements/widget/deferred/gallery.js';
import { style as deferred } from '../../src/ui/elements/widget/deferred/index.js';
import { style as mask } from '../../src/ui/elements/widget/deferred/mask.js';
import { style as picker } from '../../src/ui/elements/widget/deferred/picker.js';
import { style as tools } from '../../src/ui/elements/widget/deferred/tools.js';

/** The classes that only elements of this part have. */
const own: Readonly<Record<string, { readonly style: string; readonly classes: string }>> = {
  tools: { style: tools, classes: 'tools tool more rest open large' },
  gallery: { style: gallery, classes: 'gallery strip' },
  picker: { style: picker, classes: 'models' },
  mask: { style: mask, classes: 'mask mask-tools' },
  drafts: { style: drafts, classes: 'plan' },
  form: { style: form, classes: 'chosen' },
};

/** All selectors of a sheet, those in media and container rules too; lists taken apart. */
function selectorsOf(style: string): string[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  const within = (rules: CSSRuleList): string[] =>
    [...rules].flatMap((rule) =>
      rule instanceof CSSStyleRule
        ? apart(rule.selectorText)
        : rule instanceof CSSGroupingRule
          ? within(rule.cssRules)
          : [],
    );
  return within(sheet.cssRules);
}

/** `a:is(b, c), d` → `a:is(b, c)`, `d` */
function apart(list: string): string[] {
  let depth = 0;
  const parts = [''];
  for (const sign of list) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (sign === ',' && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${sign}`);
  }
  return parts.map((part) => part.trim());
}

/** True where the selector needs one of these classes, whatever else it needs. */
function needs(selector: string, classes: string): boolean {
  const bare = selector.replace(/:(?:is|not|has|where)\([^)]*\)/g, '');
  return classes.split(' ').some((name) => new RegExp(`\\.${name}(?![\\w-])`).test(bare));
}

describe('a style sheet that comes late', () => {
  for (const [name, { style, classes }] of Object.entries(own))
    it(`reaches only the elements of its own part: ${name}`, () => {
      const selectors = selectorsOf(style);
      expect(selectors.length).to.be.greaterThan(1);
      expect(selectors.filter((selector) => !needs(selector, classes))).to.deep.equal([]);
    });

  it('never names an element alone, whichever part it comes with: another part may have one', () => {
    const alone = selectorsOf(deferred).filter((selector) => !/[.#[*]|^:host|^::/.test(selector));
    expect(alone).to.deep.equal(['ul', 'figure', 'ul', 'a']);
  });
});
