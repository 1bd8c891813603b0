import { inChromium, inSlowPage } from './chromium.mjs';
import { ms, quantile } from './median.mjs';
import { categories, eventsSince, isTask, spent, total } from './trace.mjs';

export const title =
  'First touch: the main thread once the pointer enters, cold, CPU slowed four times: median of 9 profiles';

const rounds = 9;
const slower = 4;
const afterMs = 2500;
/** A longer task is felt, says the Long Tasks API. */
const feltMs = 50;
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title>
  <script type="module" src="/dist/user-pays-image.js"></script></head>
  <body><user-pays-image prices="bundled"></user-pays-image></body></html>`;

/** @returns {Promise<number[]>} milliseconds of each task */
function look(browser, /** @type {string} */ url) {
  return inSlowPage(browser, url, slower, async (tab) => {
    await tab.goto(`${url}touch.html`, { waitUntil: 'networkidle' });
    await tab.locator('[part~="generate"]', { hasText: '$' }).waitFor();
    await browser.startTracing(tab, { categories });
    await tab.evaluate(() => performance.mark('touched'));
    await tab.locator('user-pays-image').hover();
    await tab.locator('[part~="all-models"]').waitFor();
    await tab.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), afterMs);
    const { events } = eventsSince(
      await browser.stopTracing(),
      ({ name, cat }) => name === 'touched' && cat.includes('user_timing'),
    );
    return spent(events.filter(isTask));
  });
}

export function measure() {
  return inChromium({ pages: { '/touch.html': page } }, async (browser, url) => {
    const looks = [];
    for (let round = 0; round < rounds; round += 1) looks.push(await look(browser, url));
    const figure = (/** @type {(tasks: number[]) => number} */ of) => quantile(looks.map(of));
    return {
      'user-pays-image': {
        'main thread': ms(figure(total)),
        'longest task': ms(figure((tasks) => Math.max(...tasks))),
        'tasks over 50 ms': figure((tasks) => tasks.filter((task) => task > feltMs).length),
        'beyond 50 ms': ms(figure((tasks) => total(tasks.map((t) => Math.max(0, t - feltMs))))),
      },
    };
  });
}
