import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { serve, strictPolicy } from '../config/run/static-server.mjs';
import { launchChromium } from '../support/chromium.js';
import { launchEngines, type Engine } from '../support/engines.js';

function page(script = '<script type="module" src="/dist/user-pays-image.js"></script>'): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>${script}
  <user-pays-image provider="sandbox" model="flux-2-pro" size="256x256" prompt="a red boat"></user-pays-image></html>`;
}
function policyWith(images: string): string {
  return strictPolicy.replace(/img-src [^;]+/, `img-src ${images}`);
}
const settings = {
  blob: "'self' blob:",
  data: "'self' data:",
  canvas: "'self'",
  nothing: "'none'",
} as const;

/**
 * Touches the widget as a reader does, buys, and tells how the picture stands there: by which
 * element, and whether it can be seen.
 */
const bought = `(async () => {
  await customElements.whenDefined('user-pays-image');
  const widget = document.querySelector('user-pays-image');
  widget.sandbox = { latency: 0 };
  widget.dispatchEvent(new PointerEvent('pointerenter'));
  await widget.generate();
  const until = async (find) => { for (let turn = 0; turn < 3000; turn += 1) { const found = find(); if (found) return found; await new Promise((next) => setTimeout(next, 20)); } };
  const colours = (canvas) => new Set(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data).size;
  const shown = await until(() => {
    const found = widget.shadowRoot.querySelector('[part~="image"]');
    return found && (found.localName === 'canvas' ? colours(found) > 8 : found.complete && found.naturalWidth === 256) && found;
  });
  if (!shown) return 'blank';
  return [shown.localName, shown.localName === 'img' ? new URL(shown.src).protocol : shown.getAttribute('aria-label'), shown.getBoundingClientRect().width > 60].join(' ');
})()`;

describe('a page whose policy names what pictures may be shown', () => {
  let engines: Engine[] = [];
  let site: Awaited<ReturnType<typeof serve>>;
  before(async () => {
    const paths = Object.keys(settings).map((name) => `/${name}.html`);
    site = await serve({
      folders: ['dist'],
      pages: Object.fromEntries(paths.map((path) => [path, page()])),
      policies: Object.fromEntries(
        Object.entries(settings).map(([name, images]) => [`/${name}.html`, policyWith(images)]),
      ),
    });
    engines = await launchEngines();
  });
  after(async () => {
    await Promise.all(engines.map((engine) => engine.close()));
    await site.close();
  });

  for (const [name, means] of [
    ['blob', 'img blob: true'],
    ['data', 'img data: true'],
    ['canvas', 'canvas a red boat true'],
    ['nothing', 'canvas a red boat true'],
  ] as const) {
    it(`shows a bought picture all the same: img-src ${settings[name]}`, async () => {
      for (const engine of engines)
        assert.equal(await engine.ask(`${site.url}${name}.html`, bought), means, engine.name);
    });
  }
});

describe('a page that serves the script without its parts', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  before(async () => {
    site = await serve({
      folders: ['dist'],
      pages: {
        '/module.html': page(),
        '/price.html': `<!doctype html><html lang="de"><meta charset="utf-8"><title>A page</title>
          <script type="module" src="/dist/user-pays-image.js"></script>
          <user-pays-price provider="sandbox" model="flux-2-pro"></user-pays-price></html>`,
        '/classic.html': page('<script src="/dist/user-pays-image.iife.js"></script>'),
      },
    });
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const way of ['module', 'classic'] as const) {
    it(`tells the reader that nothing was bought, and its author which file is missing and what helps: ${way}`, async () => {
      const context = await browser.newContext();
      await context.route(/\/parts\/purchase-/, (route) =>
        route.fulfill({ status: 404, body: 'gone' }),
      );
      const tab = await context.newPage();
      const said: string[] = [];
      tab.on('console', (message) => {
        if (message.type() === 'warning') said.push(message.text());
      });
      await tab.goto(`${site.url}${way}.html`);
      const error = tab.evaluate(
        () =>
          new Promise<string>((done) => {
            document.addEventListener('user-pays-error', (event) => {
              done(JSON.stringify((event as CustomEvent<{ error: unknown }>).detail.error));
            });
          }),
      );
      await tab.locator('[part~="generate"]').click();
      assert.match(
        await error,
        /^\{"code":"part-missing","stage":"guard","retry":"safe","charge":"none","facts":\{"detail":".*\/dist\/parts\/purchase-[\w-]+\.js"\}\}$/,
      );
      // The bare facts stand there until the part with the words is here.
      await tab.locator('[part~="error"] p').first().waitFor();
      const told = await tab.locator('[part~="error"]').innerText();
      assert.match(
        told,
        /^Not charged\.\s+A part of this widget could not be loaded, so nothing was sent\. Reload the page/,
      );
      assert.doesNotMatch(told, /provider/i);
      assert.equal(said.length, 1, said.join('\n'));
      assert.match(
        said[0] ?? '',
        /\/dist\/parts\/purchase-[\w-]+\.js: serve parts\/ of the same build beside the script, over http\(s\), and allow it in script-src\.$/,
      );
      await context.close();
    });
  }

  it('says so, too, when not even the parts that say it could be had', async () => {
    const context = await browser.newContext();
    await context.route(/\/parts\/(?!price|elements)/, (route) =>
      route.fulfill({ status: 404, body: 'gone' }),
    );
    const tab = await context.newPage();
    await tab.goto(`${site.url}module.html`);
    await tab.locator('[part~="generate"]').click();
    assert.equal(
      (await tab.locator('[part~="error"]').innerText()).trim(),
      'Not charged. (part-missing)',
    );
    await context.close();
  });

  it('asks for a missing part of a price once more, not for ever', async () => {
    const context = await browser.newContext();
    let asked = 0;
    await context.route(/\/parts\/(?!price|elements)/, (route) => {
      asked += 1;
      return route.fulfill({ status: 404, body: 'gone' });
    });
    const tab = await context.newPage();
    await tab.goto(`${site.url}price.html`);
    await tab.locator('user-pays-price [part~="price"]').waitFor();
    // Each round trip to the site would be time for several more.
    for (let turn = 0; turn < 50; turn += 1) await tab.evaluate(() => fetch('/price.html'));
    assert.ok(asked > 0 && asked < 20, `${asked}`);
    assert.match(await tab.locator('[part~="price"]').innerText(), /^0,030\s\$/);
    await context.close();
  });
});
