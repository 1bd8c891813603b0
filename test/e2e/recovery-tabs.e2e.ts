import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type {} from '../../src/ui/elements/user-pays-image.js';
import { launchChromium } from '../support/chromium.js';
import { payingAttributes, startBilling, startSite, type Billing } from '../support/paying-site.js';
import {
  assertInside,
  eventually,
  giveKey,
  openWidget,
  press,
  recoverIn,
  told,
} from '../support/paying-tab.js';

describe('several tabs and one purchase', () => {
  let browser: Browser;
  let context: BrowserContext;
  let site: Awaited<ReturnType<typeof startSite>>;
  let billing: Billing;
  let url: string;

  before(async () => {
    site = await startSite();
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });
  beforeEach(async () => {
    billing = await startBilling();
    url = site.url(payingAttributes(billing));
    context = await browser.newContext();
  });
  afterEach(async () => {
    await context.close();
    await billing.close();
  });

  /** A tab with the widget, and how often it asked the provider for a job. */
  const open = async (): Promise<{ page: Page; polls: () => number }> => {
    const page = await context.newPage();
    let polls = 0;
    page.on('request', (request) => {
      if (request.headers()['x-target-url']?.includes('get_result')) polls += 1;
    });
    await openWidget(page, url);
    return { page, polls: () => polls };
  };
  const recovered = (page: Page): Promise<number> =>
    page.evaluate(() => window.pageWide('page-services').recovered.get().length);

  /** A purchase whose tab died while its job was polled. */
  const orphan = async (
    lastWish: (page: Page) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> => {
    const { page } = await open();
    await giveKey(page);
    billing.hang = 'poll';
    await press(page);
    await eventually(() => billing.seen('poll') > 0, 'the job is polled');
    await lastWish(page);
    await page.close();
  };

  it('left behind by a tab that died, is taken up by one of four, never by two', async () => {
    await orphan();
    const seen = billing.seen('poll');
    const tabs = await Promise.all(Array.from({ length: 4 }, open));
    await eventually(() => billing.seen('poll') > seen, 'somebody polls');
    await Promise.all(tabs.map(({ page }) => recoverIn(page, 'looking')));
    await Promise.all(
      tabs.map(({ page }) =>
        page.evaluate(
          () =>
            new Promise((done) => {
              setTimeout(done, 500);
            }),
        ),
      ),
    );
    assert.deepEqual(tabs.map(({ polls }) => polls()).sort(), [0, 0, 0, 1]);

    // The one that took it up dies, too: the next one gets it.
    const taker = tabs.find(({ polls }) => polls() > 0);
    billing.hang = undefined;
    await taker?.page.close();
    const heirs = tabs.filter((tab) => tab !== taker);
    for (const { page } of heirs)
      await eventually(
        async () => (await told(page)).settled === 3,
        'every tab knows that it is settled',
      );
    assert.equal(heirs.filter(({ polls }) => polls() > 0).length, 1);
    assert.equal(billing.server.paid.length, 1);
  });

  it('of a tab that is frozen in the background, is left to that tab, which ends it when it wakes', async () => {
    const { page } = await open();
    await giveKey(page);
    billing.pending = 1000;
    await press(page);
    await eventually(() => billing.seen('poll') > 0, 'the job is polled');
    const session = await context.newCDPSession(page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    const other = await open();
    await recoverIn(other.page, 'looking');
    await other.page.evaluate(
      () =>
        new Promise((done) => {
          setTimeout(done, 1000);
        }),
    );
    assert.equal(other.polls(), 0);
    assert.deepEqual((await told(other.page)).standings, ['accepted']);
    billing.pending = 0;
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await eventually(
      () =>
        page.evaluate(() => document.querySelector('user-pays-image')?.generation.name === 'done'),
      'it is done',
    );
    await eventually(async () => (await told(other.page)).settled === 3, 'the other tab knows');
    assert.equal(other.polls(), 0);
    assert.equal(await recovered(other.page), 0);
    assert.equal(billing.server.paid.length, 1);
  });

  it('waiting its turn in a batch of a live tab, is not taken for lost by another', async () => {
    const page = await context.newPage();
    await openWidget(page, site.url({ ...payingAttributes(billing), count: '4' }));
    await giveKey(page);
    billing.hang = 'submit';
    await press(page);
    await eventually(() => billing.seen('submit') === 2, 'two of four are sent');
    const other = await open();
    await recoverIn(other.page, 'looking');
    await other.page.evaluate(
      () =>
        new Promise((done) => {
          setTimeout(done, 500);
        }),
    );
    const said = await told(other.page);
    assert.deepEqual(said.standings, ['intent', 'intent', 'intent', 'intent']);
    assertInside(said, billing.bill, 'while it waits');
    await page.close();
    await recoverIn(other.page, 'looking');
    await eventually(
      async () => (await told(other.page)).open === 0,
      'its lines are taken up once it is gone',
    );
    assertInside(await told(other.page), billing.bill, 'in the end');
    assert.equal(billing.server.paid.length, 2);
  });

  it('accepted, of a reader whose key is gone, waits for the key: nothing is asked and nothing is forgotten', async () => {
    await orphan((page) =>
      page.evaluate(() => {
        document.querySelector('user-pays-image')?.signOut();
      }),
    );
    billing.hang = undefined;
    const later = await open();
    await recoverIn(later.page, 'looking');
    await later.page.evaluate(
      () =>
        new Promise((done) => {
          setTimeout(done, 500);
        }),
    );
    const { standings, inDoubt, settled } = await told(later.page);
    assert.deepEqual(
      { standings, inDoubt, settled, polls: later.polls() },
      { standings: ['accepted'], inDoubt: 3, settled: 0, polls: 0 },
    );
    await giveKey(later.page);
    await eventually(async () => (await told(later.page)).settled === 3, 'signing in takes it up');
    assert.equal(billing.server.paid.length, 1);
  });
});
