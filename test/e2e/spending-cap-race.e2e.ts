import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { openJournal, serveJournal } from '../support/journal-page.js';

describe('eight tabs that race for the last of a budget', () => {
  let site: Awaited<ReturnType<typeof serveJournal>>;
  let browser: Browser;

  before(async () => {
    site = await serveJournal();
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const race = async (
    caps: Record<string, string>,
  ): Promise<{ passed: number; all: { settled: string; inDoubt: string } }> => {
    const context = await browser.newContext();
    const tabs: Page[] = await Promise.all(
      Array.from({ length: 8 }, () => openJournal(context, site.url)),
    );
    const outcomes = await Promise.all(
      tabs.map((tab) =>
        tab.evaluate(async (limits) => {
          const { journal, intent } = window.spending;
          const over = await Promise.all(
            Array.from({ length: 10 }, async (_, at) => {
              const line = intent('0.03');
              const refused = await journal().reserve([line], limits);
              // Half of what passes is settled at once, so that settled and reserved money both
              // stand under the cap.
              if (!refused && at % 2)
                await journal().settle(line.id, {
                  charged: '0.03',
                  basis: 'reported',
                  pictures: 1,
                });
              return refused === undefined;
            }),
          );
          return over.filter(Boolean).length;
        }, caps),
      ),
    );
    const fresh = await openJournal(context, site.url);
    const all = await fresh.evaluate(async () => {
      await window.spending.journal().ready;
      return window.spending.journal().tally().all;
    });
    await context.close();
    return { passed: outcomes.reduce((sum, count) => sum + count, 0), all };
  };

  for (const cap of ['session', 'day', 'month']) {
    it(`never pass the ${cap}’s cap, and use all of it`, async () => {
      const { passed, all } = await race({ [cap]: '0.50' });
      // Sixteen pictures at $0.03 are $0.48; a seventeenth would be $0.51.
      assert.equal(passed, 16);
      assert.equal(Math.round((Number(all.settled) + Number(all.inDoubt)) * 100), 48);
    });
  }
});
