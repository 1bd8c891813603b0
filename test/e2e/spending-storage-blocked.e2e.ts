import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { serveJournal } from '../support/journal-page.js';

describe('a sandboxed frame, where storage, database and locks are refused', () => {
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

  it('refuses real purchases, says why, and lets the reader play in the sandbox', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${site.url}?sandboxed`);
    const frame = page.frames()[1];
    assert.ok(frame);
    await frame.waitForFunction(() => 'spending' in window);
    const seen = await frame.evaluate(async () => {
      const { journal, leases, intent } = window.spending;
      await journal().ready;
      const real = await journal()
        .reserve([intent('0.03')], {})
        .then(
          () => 'bought',
          (error: unknown) => (error as { code: string }).code,
        );
      const played = { ...intent('0.03'), simulated: true };
      const sandbox = await journal().reserve([played], {});
      await journal().settle(played.id, { charged: '0.03', basis: 'computed', pictures: 1 });
      const lease = await leases().hold('line', () => Promise.resolve('held'));
      return {
        health: journal().health(),
        real,
        sandbox,
        lease,
        spent: journal().tally().all.purchases,
        played: journal().tally().sandbox.session.settled,
      };
    });
    assert.deepEqual(seen, {
      health: 'blocked',
      real: 'storage-blocked',
      sandbox: undefined,
      lease: 'held',
      spent: 0,
      played: '0.03',
    });
    assert.deepEqual(errors, []);
  });
});
