import { inChromium } from './chromium.mjs';
import { ms, quantile } from './median.mjs';

export const title =
  'From a change by the reader to the new price on the page, 300 changes in Chromium';

const changes = 300;
function page(/** @type {string} */ script, /** @type {string} */ element) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title>
  <script type="module" src="/dist/${script}"></script></head><body>${element}</body></html>`;
}
const pages = {
  '/widget.html': page(
    'user-pays-image.js',
    '<user-pays-image provider="bfl" model="flux-2-pro" prices="bundled"></user-pays-image>',
  ),
  '/price.html': page(
    'user-pays-price.js',
    '<user-pays-price provider="bfl" model="flux-2-pro"></user-pays-price>',
  ),
};

export function measure() {
  return inChromium({ pages }, async (browser, url) => {
    const table = {};
    for (const [name, path, tag] of [
      ['user-pays-image', 'widget.html', 'user-pays-image'],
      ['user-pays-price', 'price.html', 'user-pays-price'],
    ]) {
      const tab = await browser.newPage();
      await tab.goto(url + path);
      await tab.waitForFunction(
        (selector) => document.querySelector(selector)?.shadowRoot?.textContent?.includes('$'),
        tag,
      );
      const times = await tab.evaluate(async ([selector, rounds]) => {
        const element = /** @type {any} */ (document.querySelector(selector));
        const list = [];
        for (let round = 0; round < rounds; round += 1) {
          const before = element.quote?.id;
          const began = performance.now();
          element.size = `${512 + (round % 60) * 16}x${1024 + (round % 7) * 64}`;
          await element.updateComplete;
          list.push(performance.now() - began);
          if (element.quote?.id === before) throw new Error('the price did not follow');
        }
        return list;
      }, /** @type {const} */ ([tag, changes]));
      table[name] = {
        median: ms(quantile(times)),
        'one in twenty': ms(quantile(times, 0.95)),
        slowest: ms(Math.max(...times)),
      };
      await tab.close();
    }
    return table;
  });
}
