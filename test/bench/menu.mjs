import { inChromium, inSlowPage } from './chromium.mjs';
import { ms, quantile } from './median.mjs';

export const title =
  'Puter’s whole menu priced anew for another size, with the widget drawn, CPU slowed four times: 40 changes in each of 5 fresh profiles';

const rounds = 5;
const changes = 40;
const slower = 4;
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title>
  <script type="module" src="/dist/user-pays-image.js"></script></head>
  <body><user-pays-image provider="puter" model="flux-2-pro" prices="bundled"></user-pays-image></body></html>`;

function look(browser, /** @type {string} */ url) {
  return inSlowPage(browser, url, slower, async (tab) => {
    await tab.goto(`${url}menu.html`);
    await tab.locator('[part~="generate"]', { hasText: '$' }).waitFor();
    await tab.locator('user-pays-image').dispatchEvent('pointerenter');
    await tab.locator('[part~="all-models"]').waitFor();
    return await tab.evaluate(async (rest) => {
      const element = /** @type {any} */ (document.querySelector('user-pays-image'));
      const list = [];
      for (let change = 0; change < rest; change += 1) {
        await new Promise((done) => setTimeout(done, 50));
        const began = performance.now();
        element.size = `${1040 + change * 16}x1024`;
        await element.updateComplete;
        list.push(performance.now() - began);
      }
      return list;
    }, changes);
  });
}

export function measure() {
  return inChromium({ pages: { '/menu.html': page } }, async (browser, url) => {
    const looks = [];
    for (let round = 0; round < rounds; round += 1) looks.push(await look(browser, url));
    const all = looks.flat();
    return {
      'user-pays-image': {
        'first of a page': ms(quantile(looks.map(([first]) => first ?? NaN))),
        median: ms(quantile(all)),
        'one in twenty': ms(quantile(all, 0.95)),
        slowest: ms(Math.max(...all)),
      },
    };
  });
}
