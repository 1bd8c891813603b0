// `npm run screenshots [-- words]`: every state that demo/states.html knows, at three widths, light
// and dark, and a contact sheet of them all.
// The page lists them as `window.states`, an array of names, shows the one in `?state=`, and says
// `data-ready="true"` on its root when it does.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { chromiumArguments, findBrowsers } from './browsers.mjs';
import { root, run } from './install.mjs';
import { serve } from './static-server.mjs';

const widths = [320, 640, 1200];
const schemes = /** @type {const} */ (['light', 'dark']);
const words = process.argv.slice(2);

if (!existsSync(`${root}dist/user-pays-image.js`)) {
  const code = run(process.execPath, ['test/config/build/build.mjs']);
  if (code !== 0) process.exit(code);
}
const folder = `${root}screenshots/`;
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

const { url, close } = await serve();
const browser = await chromium.launch({
  executablePath: findBrowsers().chromium ?? 'chromium',
  args: chromiumArguments,
});
const complaints = [];
try {
  const first = await browser.newPage();
  await first.goto(`${url}demo/states.html`);
  await first.waitForFunction(() => Array.isArray(globalThis.states));
  const all = await first.evaluate(() => /** @type {string[]} */ (globalThis.states));
  const states =
    words.length === 0 ? all : all.filter((state) => words.some((word) => state.includes(word)));
  await first.close();

  for (const colorScheme of schemes) {
    for (const width of widths) {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 600 },
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      let state = '';
      page.on('pageerror', (error) => complaints.push(`${state}: ${error.message}`));
      page.on(
        'console',
        (message) => message.type() === 'error' && complaints.push(`${state}: ${message.text()}`),
      );
      for (state of states) {
        await page.goto(`${url}demo/states.html?state=${encodeURIComponent(state)}`);
        await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
        await page.screenshot({
          path: `${folder}${state}-${width}-${colorScheme}.png`,
          fullPage: true,
        });
        const overflows = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        if (overflows) complaints.push(`${state}: wider than ${width} px`);
      }
      await context.close();
    }
  }

  const cell = (
    /** @type {string} */ state,
    /** @type {number} */ width,
    /** @type {string} */ scheme,
  ) => `<img src="${state}-${width}-${scheme}.png" alt="${state}, ${width}, ${scheme}">`;
  const rows = states.map(
    (state) =>
      `<h2>${state}</h2><div>${schemes.flatMap((scheme) => widths.map((width) => cell(state, width, scheme))).join('')}</div>`,
  );
  writeFileSync(
    `${folder}index.html`,
    `<!doctype html><meta charset="utf-8"><title>States</title><style>
    body { font: 14px sans-serif; margin: 16px; background: #ccc; } div { display: flex; gap: 8px; align-items: start; } img { zoom: .5; }
  </style>${rows.join('\n')}`,
  );
  const sheet = await browser.newPage({ viewport: { width: 2300, height: 800 } });
  await sheet.goto(`${url}screenshots/index.html`);
  await sheet.screenshot({ path: `${folder}contact-sheet.png`, fullPage: true });
  console.log(`${states.length} states in screenshots/, all of them on contact-sheet.png`);
} finally {
  await browser.close();
  await close();
}
for (const complaint of new Set(complaints)) console.error(complaint);
process.exit(complaints.length > 0 ? 1 : 0);
