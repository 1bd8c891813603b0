import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { openJournal, serveJournal } from '../support/journal-page.js';

const TABS = 8;
/** Each purchase is three lines: an intent, an acceptance and a settlement. */
const PURCHASES = 167;

describe('eight tabs that write 500 lines each, three of them folding', () => {
  let site: Awaited<ReturnType<typeof serveJournal>>;
  let browser: Browser;
  let context: BrowserContext;
  let tabs: Page[];

  before(async () => {
    site = await serveJournal();
    browser = await launchChromium();
    context = await browser.newContext();
    tabs = await Promise.all(Array.from({ length: TABS }, () => openJournal(context, site.url)));
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('lose none, never miss their own, and all come to the same tally', async () => {
    const missed = await Promise.all(
      tabs.map((tab, at) =>
        tab.evaluate(
          async ([purchases, folds]) => {
            const { journal, buy, fold } = window.spending;
            const own: string[] = [];
            let missing = 0;
            for (let bought = 0; bought < purchases; bought += 1) {
              own.push(await buy('0.0001'));
              if (folds && bought % 40 === 39) await fold();
              missing += own.filter((id) => journal().entry(id)?.standing !== 'settled').length;
            }
            return missing;
          },
          [PURCHASES, at < 3] as const,
        ),
      ),
    );
    assert.deepEqual(missed, Array<number>(TABS).fill(0));

    const wanted = {
      settled: '0.1336',
      inDoubt: '0',
      pictures: TABS * PURCHASES,
      purchases: TABS * PURCHASES,
    };
    for (const tab of tabs) {
      await tab
        .waitForFunction(() => window.spending.journal().tally().all.purchases >= 1336, undefined, {
          polling: 50,
        })
        .catch(() => undefined);
      const { all, session, unreadable } = await tab.evaluate(() =>
        window.spending.journal().tally(),
      );
      assert.deepEqual(
        { all, session, unreadable },
        { all: wanted, session: wanted, unreadable: 0 },
      );
    }
    const later = await openJournal(context, site.url);
    assert.deepEqual(await later.evaluate(() => window.spending.journal().tally().all), wanted);
    await later.evaluate(() => window.spending.fold());
    assert.deepEqual(await later.evaluate(() => window.spending.journal().tally().all), wanted);
  });
});
