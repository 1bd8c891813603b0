import { rmSync, writeFileSync } from 'node:fs';
import { root } from '../config/run/install.mjs';
import { inChromium, inSlowPage } from './chromium.mjs';
import { quantile } from './median.mjs';
import { floorElement, peers } from './peers.mjs';
import { categories, eventsSince, isScript, isTask, spent, total } from './trace.mjs';

export const title =
  'First sight: a page with one element, cold, CPU slowed four times, until two seconds after load: median of 7 fresh profiles';

const rounds = 7;
const slower = 4;
const atRestMs = 2000;

function page(/** @type {string} */ script, /** @type {string} */ body) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title>
${script}</head><body><p>A page of somebody's.</p>${body}</body></html>`;
}
function module(/** @type {string} */ path) {
  return `<script type="module" src="/${path}"></script>`;
}

/**
 * What the main thread of the page did, in milliseconds.
 * @param {Buffer} trace
 * @returns {{script: number, main: number, paint: number}}
 */
function readTrace(trace) {
  const { began, events } = eventsSince(
    trace,
    ({ name, args }) =>
      name === 'navigationStart' && args.data?.documentLoaderURL?.includes('/sight-'),
  );
  const paint = events.find(({ name }) => name === 'firstContentfulPaint');
  return {
    script: total(spent(events.filter(isScript))),
    main: total(spent(events.filter(isTask))),
    paint: ((paint?.ts ?? NaN) - began) / 1000,
  };
}

function look(browser, url) {
  return inSlowPage(browser, url, slower, async (tab) => {
    await browser.startTracing(tab, { categories });
    await tab.goto(url);
    await tab.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), atRestMs);
    return readTrace(await browser.stopTracing());
  });
}

function figure(/** @type {number} */ value, /** @type {number} */ floor) {
  return `${value.toFixed(0)} ms (${(value / floor).toFixed(2)}×)`;
}

export async function measure() {
  const floorFile = `dist/floor-${process.pid}.js`;
  writeFileSync(root + floorFile, await floorElement());
  const [chat, puter] = peers;
  const subjects = [
    ['lit + decimal.js, one element', module(floorFile), '<floor-price></floor-price>'],
    ['user-pays-image', module('dist/user-pays-image.js'), '<user-pays-image></user-pays-image>'],
    [
      'user-pays-price',
      module('dist/user-pays-price.js'),
      '<user-pays-price model="flux-2-pro"></user-pays-price>',
    ],
    [chat.name, module(chat.file), '<deep-chat></deep-chat>'],
    [puter.name, `<script src="/${puter.file}"></script>`, ''],
  ].map(([name, script, body], index) => ({ name, path: `/sight-${index}.html`, script, body }));
  const pages = Object.fromEntries(
    subjects.map(({ path, script, body }) => [path, page(script, body)]),
  );
  const looks = new Map(subjects.map(({ name }) => [name, []]));
  try {
    await inChromium({ pages }, async (browser, url) => {
      // Round by round, so that a busy moment of the machine hits all of them.
      for (let round = 0; round < rounds; round += 1)
        for (const { name, path } of subjects)
          looks.get(name)?.push(await look(browser, url + path.slice(1)));
    });
  } finally {
    rmSync(root + floorFile, { force: true });
  }
  const medians = [...looks].map(([name, list]) => [
    name,
    Object.fromEntries(
      ['script', 'main', 'paint'].map((k) => [k, quantile(list.map((l) => l[k]))]),
    ),
  ]);
  const [, least] = medians[0];
  return Object.fromEntries(
    medians.map(([name, { script, main, paint }]) => [
      name,
      {
        script: figure(script, least.script),
        'main thread': figure(main, least.main),
        'first contentful paint': figure(paint, least.paint),
      },
    ]),
  );
}
