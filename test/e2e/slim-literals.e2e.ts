import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { root } from '../config/run/install.mjs';
import { slimCss, slimHtml } from '../config/build/slim-literals.mjs';
import { launchChromium } from '../support/chromium.js';

/** The static text of every css literal in src. */
const sheets = readdirSync(`${root}src`, { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) =>
    [...readFileSync(`${root}src/${path}`, 'utf8').matchAll(/\bcss`([^`]*)`/g)].map(
      ([, text = '']) => ({ path, text: text.replace(/\$\{[^}]*\}/g, '') }),
    ),
  );

describe('Style sheets and templates as they are shipped', () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
  });
  after(() => browser.close());

  const rules = (text: string): Promise<string[]> =>
    page.evaluate((source) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(source);
      return [...sheet.cssRules].map(({ cssText }) => cssText.replace(/\s+/g, ' '));
    }, text);

  it('say to the browser what was written', async () => {
    let seen = 0;
    for (const { path, text } of sheets) {
      const written = await rules(text);
      seen += written.length;
      // A value with `var()` keeps its text: white space, and the zero before a decimal point.
      const plain = (list: string[]): string[] =>
        list.map((rule) =>
          rule.replace(/\s*([,:;(){}])\s*/g, '$1').replace(/(?<![\w.])0\.(?=\d)/g, '.'),
        );
      assert.deepEqual(plain(await rules(slimCss(text))), plain(written), path);
    }
    assert.ok(seen > 50, `${seen} rules`);
  });

  it('keep the white space that has a meaning', async () => {
    const css = `a :hover { content: "a  ;  b: c"; margin: calc(1px + 2px) -3px; } /* said */
      :host( [x] ) ::slotted( p ) , .a > .b + .c { color: red; }
      @media (width >= 30em) and (hover: hover) { a { color: light-dark(#000 , #fff); } }`;
    assert.deepEqual(await rules(slimCss(css)), await rules(css));
    assert.match(slimCss(css), /"a {2};  b: c"/);
    assert.doesNotMatch(slimCss(css), /said/);
    assert.equal(
      slimHtml('<p>\n    one\n  <b>two</b> three  four\n</p>'),
      '<p> one <b>two</b> three  four </p>',
    );
  });
});
