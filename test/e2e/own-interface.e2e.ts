import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Checkout } from '../../src/checkout/index.js';
import { serve, strictPolicy } from '../config/run/static-server.mjs';
import { launchChromium } from '../support/chromium.js';
import { payingAttributes, startBilling, type Billing } from '../support/paying-site.js';
import { eventually } from '../support/paying-tab.js';

declare global {
  interface Window {
    checkout: Checkout;
  }
}

const page = `<!doctype html><html lang="en"><title>Mine</title><link rel="icon" href="data:,">
  <button></button><p id="spent"></p><p id="news"></p>
  <script type="module" src="/test/pages/own-interface.js"></script></html>`;

describe('an interface of one’s own over the built checkout', () => {
  let browser: Browser;
  let context: BrowserContext;
  let billing: Billing;
  let site: Awaited<ReturnType<typeof serve>>;

  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());
  beforeEach(async () => {
    billing = await startBilling();
    context = await browser.newContext();
    const policy = strictPolicy.replace('connect-src', `connect-src ${billing.server.origin}`);
    site = await serve({ pages: { '/mine': page }, policies: { '/mine': policy } });
  });
  afterEach(async () => {
    await context.close();
    await site.close();
    await billing.close();
  });

  async function opened(): Promise<Page> {
    const tab = await context.newPage();
    await tab.goto(`${site.url}mine?${String(new URLSearchParams(payingAttributes(billing)))}`);
    await tab.getByRole('button', { name: 'Buy · 0.03' }).waitFor();
    return tab;
  }
  async function withKey(): Promise<Page> {
    const tab = await opened();
    await tab.evaluate(() => window.checkout.setKey('canary-key-0123456789', { keep: 'device' }));
    return tab;
  }
  const says = (tab: Page, words: string): Promise<void> => tab.getByText(words).waitFor();

  it('has one bill for a double click, and every tab shows it', async () => {
    const [tab, other] = [await withKey(), await opened()];
    await tab.getByRole('button').dblclick();
    await says(tab, '0.03 spent, 0 in doubt, 1 pictures');
    await says(other, '0.03 spent, 0 in doubt, 1 pictures');
    assert.equal(billing.bill, 1);
    assert.equal(billing.server.paid.length, 1);
  });

  it('dies with its tab while a picture is made, and the next one brings it to an end', async () => {
    const tab = await withKey();
    billing.hang = 'poll';
    await tab.getByRole('button').click();
    await eventually(() => billing.seen('poll') > 0, 'the job is asked for');
    await tab.close();
    billing.hang = undefined;
    const next = await opened();
    await says(next, '0.03 spent, 0 in doubt, 1 pictures');
    assert.equal(billing.bill, 1);
    assert.equal(billing.server.paid.length, 1);
  });

  it('dies before the answer, and the next one neither forgets nor buys again', async () => {
    const tab = await withKey();
    billing.hang = 'submit';
    await tab.getByRole('button').click();
    await eventually(() => billing.seen('submit') > 0, 'the order is there');
    await tab.close();
    billing.hang = undefined;
    const next = await opened();
    await says(next, '0 spent, 0.03 in doubt, 0 pictures');
    await next.getByRole('button').click();
    await says(next, '0.03 spent, 0.03 in doubt, 1 pictures');
    assert.equal(billing.bill, 2);
  });
});
