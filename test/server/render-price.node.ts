import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isUserPaysError } from '../../src/base/error.js';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { quoteFromList as quote } from '../../src/pricing/quote-from-list.js';
import type { ImageRequest } from '../../src/pricing/quote-types.js';
import { renderPrice } from '../../src/server/index.js';

const day = 86_400_000;
/** A day after Black Forest Labs' formula was read. */
const fresh = Date.parse('2026-02-04');
const late = fresh + 200 * day;
const pro = { provider: 'bfl', model: 'flux-2-pro', width: 2048, height: 2048 };

/** The text that a page without script shows. */
function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&(lt|gt|quot|amp|#39);/g, (_, name: string) => {
    return { lt: '<', gt: '>', quot: '"', amp: '&' }[name] ?? "'";
  });
}

function refusal(request: unknown, options?: object): string {
  try {
    renderPrice(request as ImageRequest, options);
  } catch (error) {
    assert.ok(isUserPaysError(error) && error.code === 'invalid-input', String(error));
    assert.deepEqual([error.retry, error.charge], ['never', 'none']);
    return error.facts['detail'] ?? '';
  }
  return 'nothing was refused';
}

describe('renderPrice', () => {
  it('is the element with its price inside, and says where it was read', () => {
    assert.equal(
      renderPrice(pro, { at: fresh }),
      '<user-pays-price provider="bfl" model="flux-2-pro" size="2048x2048">' +
        '<span title="BFL price formula, read Feb 3, 2026">$0.075</span></user-pays-price>',
    );
  });

  it('says an old price as about, with its day and year', () => {
    assert.equal(textOf(renderPrice(pro, { at: late })), '≈\u00a0$0.075 as of Feb 3, 2026');
  });

  it('looks at prices now, if nobody says when', () => {
    const at = Date.now();
    assert.equal(renderPrice(pro), renderPrice(pro, { at }));
  });

  it('keeps everything of the request in the attributes', () => {
    const request = {
      provider: 'bfl',
      model: 'flux-2-flex',
      width: 1024,
      height: 768,
      count: 3,
      references: [
        { width: 800, height: 600 },
        { width: 512, height: 512 },
      ],
      steps: 20,
      options: { style: 'line art', quality: 'high', loud: true, empty: '' },
    };
    assert.match(
      renderPrice(request, { at: fresh }),
      /size="1024x768" count="3" references="800x600 512x512" options="steps=20 style=&quot;line art&quot; quality=high loud=true empty=&quot;&quot;">/,
    );
    assert.match(renderPrice({ ...pro, route: 'x/y' }), / route="x\/y"/);
    const own = { provider: 'openai-compatible', model: 'sd', width: 512, height: 512 };
    const html = renderPrice({ ...own, unitPrice: '0.02' }, { at: fresh });
    assert.match(html, / unit-price="0\.02"/);
    assert.equal(textOf(html), '$0.020');
    assert.equal(textOf(renderPrice(own, { at: fresh })), 'price unknown');
  });

  it('never says $0 of a price that nobody knows, but that it is unknown, and why', () => {
    const html = renderPrice({ ...pro, model: 'flux-9' });
    assert.match(html, /<span title="No prices for bfl flux-9">price unknown<\/span>/);
    for (const bad of [
      { ...pro, width: 0 },
      { ...pro, count: 1.5 },
      { ...pro, provider: 'nobody' },
    ]) {
      assert.equal(textOf(renderPrice(bad)), 'price unknown');
      assert.ok(renderPrice(bad).includes(`title="${quote(bad).problem?.text}"`));
    }
    const list = renderPrice(pro, { prices: {} as never });
    assert.match(list, /title="[^"]+">price unknown</);
  });

  it('lets no text out of its place', () => {
    const evil = `"><img src=x onerror=alert(1)>'&amp;`;
    const html = renderPrice({ ...pro, model: evil, options: { style: `<b>` } });
    assert.doesNotMatch(html, /<img|<b>/);
    assert.equal(html.match(/</g)?.length, 4);
    assert.ok(html.includes('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;&amp;amp;'));
    const list = {
      ...catalogue,
      sources: Object.fromEntries(
        Object.entries(catalogue.sources).map(([key, one]) => [key, { ...one, name: evil }]),
      ),
    };
    assert.equal(renderPrice(pro, { at: late, prices: list }).match(/</g)?.length, 4);
    assert.match(renderPrice({ ...pro, options: { lines: 'a\r\nb' } }), /a&#13;\nb/);
  });

  it('names what it can’t write, and writes nothing else in its place', () => {
    for (const [part, told] of [
      [{ width: '1024' }, 'width can’t be "1024"'],
      [{ width: 10.5 }, 'width and height can’t be "10.5x2048"'],
      [{ model: '' }, 'model can’t be ""'],
      [{ model: undefined }, 'model can’t be undefined'],
      [{ route: 5 }, 'route can’t be 5'],
      [{ count: '2' }, 'count can’t be "2"'],
      [{ references: [{ width: 5, height: 5 }, null] }, 'references[1] can’t be "NaNxNaN"'],
      [{ references: 2 }, 'references can’t be 2'],
      [{ options: { style: 'a "b" c' } }, 'options.style can’t be "a \\"b\\" c"'],
      [{ options: 'quality=high' }, 'options can’t be "quality=high"'],
      [{ options: { style: {} } }, 'options.style can’t be an object'],
      [{ options: { 'a b': 1 } }, 'options.a b can’t be 1'],
      [{ model: 'a\0b' }, 'model can’t be "a\\u0000b"'],
      [{ model: 'a\ud800' }, 'model can’t be "a\\ud800"'],
    ] as const)
      assert.equal(refusal({ ...pro, ...part }), told);
    assert.equal(refusal(null), 'request can’t be null');
    assert.equal(refusal(pro, { at: NaN }), 'at can’t be NaN');
  });

  it('refuses steps where the element would price others', () => {
    const dev = { provider: 'deepinfra', model: 'flux-2-dev', width: 1024, height: 1024 };
    assert.equal(refusal({ ...dev, steps: 8 }), 'steps can’t be 8');
    assert.match(renderPrice(dev, { at: fresh }), /\$/);
  });

  it('takes a list of the page’s own', () => {
    const prices = JSON.parse(JSON.stringify(catalogue).replaceAll('"0.03"', '"0.04"')) as never;
    assert.equal(
      textOf(renderPrice(pro, { at: Date.parse('2026-11-24'), prices })).slice(0, 8),
      '≈\u00a0$0.085',
    );
  });

  it('speaks the languages of the element', () => {
    const html = renderPrice(pro, { at: late, lang: 'de_AT' });
    assert.match(html, /^<user-pays-price lang="de-AT" /);
    assert.match(html, /title="BFL price formula, gelesen am 03\.02\.2026"/);
    assert.match(textOf(html), /^≈\s\$\s0,075, Stand 03\.02\.2026$/);
    assert.match(textOf(renderPrice(pro, { at: late, lang: 'pt-BR' })), /situação de/);
    assert.match(textOf(renderPrice(pro, { at: late, lang: 'it' })), /0,075.*as of/);
    assert.match(renderPrice(pro, { at: fresh, lang: '"><b>' }), /^<user-pays-price provider/);
  });

  it('tells play money from money', () => {
    assert.match(textOf(renderPrice({ ...pro, provider: 'sandbox' })), /^\$0\.075 simulated$/);
  });
});
