import { build } from 'esbuild';
import { root } from '../config/run/install.mjs';
import { inChromium } from './chromium.mjs';
import { ms, quantile } from './median.mjs';

export const title =
  'The journal in Chromium: 30 purchases recorded (intent, acceptance, settlement) on top of so many, and reading it all on a fresh page';

const already = [100, 1000, 10_000];
const added = 30;

/**
 * Runs in the page. Records `count` purchases, some at a time, and gives the milliseconds of each.
 */
async function record([count, atOnce]) {
  const journal = globalThis.journalOfBench();
  await journal.ready;
  const times = [];
  for (let done = 0; done < count; done += atOnce) {
    const began = performance.now();
    const intents = Array.from({ length: Math.min(atOnce, count - done) }, () => ({
      id: journal.newId(),
      purchase: journal.newId(),
      provider: 'bfl',
      model: 'flux-2-pro',
      size: '1024x1024',
      simulated: false,
      low: '0.03',
      high: '0.03',
      quote: 'bench',
      session: journal.session(),
    }));
    const refusal = await journal.reserve(intents, {});
    if (refusal) throw new Error(JSON.stringify(refusal));
    await Promise.all(
      intents.map(async ({ id }) => {
        await journal.accept(id, { id });
        await journal.settle(id, { charged: '0.03', basis: 'computed', pictures: 1 });
      }),
    );
    times.push(performance.now() - began);
  }
  return times;
}

export async function measure() {
  const {
    outputFiles: [script],
  } = await build({
    stdin: {
      contents:
        "import { browserJournal } from './src/spending/browser-journal.ts'; globalThis.journalOfBench = browserJournal;",
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return inChromium({}, async (browser, url) => {
    const table = {};
    for (const size of already) {
      const context = await browser.newContext();
      const open = async () => {
        const page = await context.newPage();
        await page.goto(`${url}test/pages/empty.html`);
        await page.evaluate(script?.text ?? '');
        return page;
      };
      const writer = await open();
      await writer.evaluate(record, [size, 100]);
      const times = await writer.evaluate(record, [added, 1]);
      await writer.close();
      const reads = [];
      for (let round = 0; round < 5; round += 1) {
        const reader = await open();
        reads.push(
          await reader.evaluate(async () => {
            const began = performance.now();
            const journal = globalThis.journalOfBench();
            // As a tally on the page does: it shows sums as soon as the journal has been read.
            const first = await new Promise((resolve) => {
              const stop = journal.subscribe(() => {
                if (!journal.loaded) return;
                resolve(journal.tally());
                stop();
              });
            });
            const firstMs = performance.now() - began;
            await journal.ready;
            const readyMs = performance.now() - began;
            const { all } = journal.tally();
            const kept = Object.entries(localStorage).reduce(
              (sum, [key, value]) => sum + key.length + value.length,
              0,
            );
            return {
              firstMs,
              readyMs,
              purchases: all.purchases,
              settled: all.settled,
              first: first.all.purchases,
              kept,
            };
          }),
        );
        await reader.close();
      }
      const [{ purchases, settled, kept }] = reads;
      if (reads.some(({ first, purchases: all }) => first !== all) || purchases !== size + added)
        throw new Error(`${size + added} purchases were recorded and ${purchases} read`);
      table[`${size} purchases`] = {
        'one purchase': ms(quantile(times)),
        'slowest of 30': ms(Math.max(...times)),
        'sums right': ms(quantile(reads.map(({ firstMs }) => firstMs))),
        'mirror merged': ms(quantile(reads.map(({ readyMs }) => readyMs))),
        'total read': `$${settled}`,
        localStorage: `${Math.round(kept / 1000)} kB`,
      };
      await context.close();
    }
    return table;
  });
}
