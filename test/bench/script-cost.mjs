import { rmSync, writeFileSync } from 'node:fs';
import { root } from '../config/run/install.mjs';
import { inChromium } from './chromium.mjs';
import { ms, quantile } from './median.mjs';
import { floor, peers } from './peers.mjs';

export const title =
  'Compiling and running the script on the main thread, cold, in Chromium: median and slowest of 9 fresh profiles';

const rounds = 9;
const costs = new Set(['EvaluateScript', 'v8.evaluateModule', 'v8.compile', 'v8.compileModule']);

/**
 * Milliseconds of the outermost compile and evaluate events that name the file; the evaluation of a
 * module names none, and there is but one.
 */
function costOf(/** @type {Buffer} */ trace, /** @type {string} */ path) {
  const { traceEvents } = JSON.parse(trace.toString());
  const spans = traceEvents
    .filter(
      ({ name, dur, args }) =>
        costs.has(name) &&
        dur &&
        (name === 'v8.evaluateModule' || JSON.stringify(args).includes(path)),
    )
    .map(({ ts, dur }) => ({ from: ts, to: ts + dur }))
    .sort((a, b) => a.from - b.from);
  let total = 0;
  let end = 0;
  for (const { from, to } of spans) {
    if (to <= end) continue;
    total += to - Math.max(from, end);
    end = to;
  }
  return total / 1000;
}

export async function measure() {
  const floorFile = `dist/floor-${process.pid}.js`;
  writeFileSync(root + floorFile, await floor());
  const subjects = [
    { name: 'user-pays-image.js', file: 'dist/user-pays-image.js', isModule: true },
    { name: 'user-pays-image.iife.js', file: 'dist/user-pays-image.iife.js', isModule: false },
    { name: 'user-pays-price.js', file: 'dist/user-pays-price.js', isModule: true },
    { name: 'pricing.js', file: 'dist/pricing.js', isModule: true },
    { name: 'floor: lit + decimal.js', file: floorFile, isModule: true },
    ...peers,
  ];
  const times = new Map(subjects.map(({ name }) => [name, []]));
  try {
    await inChromium({}, async (browser, url) => {
      // Round by round, so that a busy moment of the machine hits all of them.
      for (let round = 0; round < rounds; round += 1) {
        for (const { name, file, isModule } of subjects) {
          const context = await browser.newContext();
          const page = await context.newPage();
          await page.route(
            (to) => to.origin !== new URL(url).origin,
            (route) => route.abort(),
          );
          await page.goto(`${url}test/pages/empty.html`);
          await browser.startTracing(page, {
            categories: ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'],
          });
          const source = url + file;
          await page.evaluate(
            ([src, type]) =>
              new Promise((resolve, reject) => {
                const script = Object.assign(document.createElement('script'), {
                  src,
                  type,
                  onload: resolve,
                  onerror: reject,
                });
                document.head.append(script);
              }),
            [source, isModule ? 'module' : ''],
          );
          times.get(name)?.push(costOf(await browser.stopTracing(), file));
          await context.close();
        }
      }
    });
  } finally {
    rmSync(root + floorFile, { force: true });
  }
  return Object.fromEntries(
    [...times].map(([name, list]) => [
      name,
      { median: ms(quantile(list)), slowest: ms(Math.max(...list)) },
    ]),
  );
}
