import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import { killBrowser, launchProfile } from '../support/chromium.js';
import { openJournal, serveJournal } from '../support/journal-page.js';

const ROUNDS = 12;

describe('a browser that is killed in the middle of purchases', () => {
  let site: Awaited<ReturnType<typeof serveJournal>>;
  let profile: string;
  let living: BrowserContext | undefined;

  before(async () => {
    site = await serveJournal();
    profile = mkdtempSync(join(tmpdir(), 'user-pays-profile-'));
  });
  after(async () => {
    // Of a round that failed: an open browser would keep this file from ending.
    await living?.close();
    await site.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it('has forgotten nothing that was billed when it comes back', async () => {
    const billed = new Set<string>();
    const settled = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const context = await launchProfile(profile);
      living = context;
      const page = await openJournal(context, site.url);
      // The provider: what reaches it costs money, whatever becomes of the reply.
      await page.exposeBinding('bill', (_, id: string) => void billed.add(id));
      await page.exposeBinding('acknowledge', (_, id: string) => void settled.add(id));
      const told = await page.evaluate(async () => {
        await window.spending.journal().ready;
        return window.spending
          .journal()
          .entries()
          .map(({ id, standing }) => [id, standing] as const);
      });
      const known = new Map(told);
      assert.deepEqual(
        [...billed].filter((id) => !known.has(id)),
        [],
        `round ${String(round)}: billed and forgotten`,
      );
      assert.deepEqual(
        [...settled].filter((id) => known.get(id) !== 'settled'),
        [],
        `round ${String(round)}: settled and forgotten`,
      );

      const before = billed.size;
      void page
        .evaluate(async () => {
          const { bill, acknowledge } = window as unknown as Record<
            'bill' | 'acknowledge',
            (id: string) => Promise<void>
          >;
          let last: string | undefined;
          for (;;) {
            const line = window.spending.intent('0.05');
            await window.spending.journal().reserve([line], {});
            // A busy machine's database may take longer than `settle` waits for it. Transactions
            // keep their order: once the next one is done, the last one is on disk.
            if (last !== undefined) await acknowledge(last);
            await bill(line.id);
            await window.spending
              .journal()
              .settle(line.id, { charged: '0.05', basis: 'reported', pictures: 1 });
            last = line.id;
          }
        })
        .catch(() => undefined);
      while (billed.size === before) await new Promise((resolve) => setTimeout(resolve, 5));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 400));
      await killBrowser(context, profile);
      living = undefined;
    }
    const context = await launchProfile(profile);
    const page = await openJournal(context, site.url);
    const all = await page.evaluate(async () => {
      await window.spending.journal().ready;
      return window.spending.journal().tally().all;
    });
    await context.close();
    const cents = (text: string): number => Math.round(Number(text) * 100);
    const bill = billed.size * 5;
    assert.ok(
      cents(all.settled) <= bill && bill <= cents(all.settled) + cents(all.inDoubt),
      `${all.settled} ≤ ${String(bill)} ¢ ≤ ${all.settled} + ${all.inDoubt}`,
    );
  });
});
