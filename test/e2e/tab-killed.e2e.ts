import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { BflStep } from '../support/bfl-script.js';
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

/**
 * A moment of a purchase. `hold`: the request never leaves the browser; `hang`: it arrives and is
 * never answered.
 */
interface Boundary {
  readonly when: string;
  readonly hold?: BflStep;
  readonly hang?: BflStep;
  readonly bill: number;
  readonly after: 'in-doubt' | 'settled';
  /** Whether the next page brings the picture. */
  readonly recovered: boolean;
}

const boundaries: readonly Boundary[] = [
  {
    when: 'when the order was handed to the browser',
    hold: 'submit',
    bill: 0,
    after: 'in-doubt',
    recovered: false,
  },
  {
    when: 'when the order was sent and not yet answered',
    hang: 'submit',
    bill: 1,
    after: 'in-doubt',
    recovered: false,
  },
  {
    when: 'when the job was accepted and not yet asked for',
    hold: 'poll',
    bill: 1,
    after: 'settled',
    recovered: true,
  },
  { when: 'while it was being polled', hang: 'poll', bill: 1, after: 'settled', recovered: true },
  {
    when: 'when it was settled and the picture not yet asked for',
    hold: 'image',
    bill: 1,
    after: 'settled',
    recovered: true,
  },
  {
    when: 'while the picture was on its way',
    hang: 'image',
    bill: 1,
    after: 'settled',
    recovered: true,
  },
];

/** Closed by the reader, or its process gone. */
const deaths: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  closed: (page) => page.close(),
  crashed: async (page) => {
    const crashed = new Promise((done) => {
      page.once('crash', done);
    });
    const session = await page.context().newCDPSession(page);
    session.send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
  },
};

describe('a tab that dies in the middle of a purchase', () => {
  let browser: Browser;
  let context: BrowserContext;
  let site: Awaited<ReturnType<typeof startSite>>;
  let billing: Billing;

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
    context = await browser.newContext();
  });
  afterEach(async () => {
    await context.close();
    await billing.close();
  });

  const held = (page: Page, step: BflStep): Promise<void> =>
    new Promise((reached, failed) => {
      const isStep = (url: URL): boolean => url.href.startsWith(billing.server.origin);
      page
        .route(isStep, async (route) => {
          const request = route.request();
          const target = request.headers()['x-target-url'] ?? '';
          const of =
            request.method() === 'POST'
              ? 'submit'
              : target.includes('delivery')
                ? 'image'
                : target.includes('get_result')
                  ? 'poll'
                  : 'balance';
          if (of === step) reached();
          else await route.continue();
        })
        .catch(failed);
    });

  for (const [how, die] of Object.entries(deaths)) {
    for (const { when, hold, hang, bill: due, after: standing, recovered } of boundaries) {
      it(`${how} ${when}, is taken up by the next page: one POST at most, and the bill is inside what the tally says`, async () => {
        const url = site.url(payingAttributes(billing));
        const tab = await context.newPage();
        await openWidget(tab, url);
        await giveKey(tab);
        billing.hang = hang;
        const reached = hold
          ? held(tab, hold)
          : eventually(() => hang !== undefined && billing.seen(hang) > 0, when);
        await press(tab);
        await reached;
        await die(tab);
        billing.hang = undefined;

        const next = await context.newPage();
        await openWidget(next, url);
        // A tab that closes may still let go of an order the test held back.
        const bill = (): number => (hold === 'submit' ? Math.min(1, billing.bill) : due);
        assertInside(await told(next), bill(), 'before recovery');
        await eventually(async () => (await told(next)).open === 0, 'nothing is left open');
        const said = await told(next);
        assertInside(said, bill(), 'after recovery');
        assert.deepEqual(said.standings, [standing]);
        assert.equal(billing.bill, bill());
        assert.equal(billing.server.paid.length, bill(), 'POSTs');
        const brought = async (): Promise<number> =>
          next.evaluate(
            () =>
              window
                .pageWide('page-services')
                .recovered.get()
                .filter(({ image }) => image?.blob).length,
          );
        if (recovered)
          await eventually(async () => (await brought()) === 1, 'the picture is brought');
        else assert.equal(await brought(), 0);
        if (standing === 'settled') assert.equal(said.settled, 3);
      });
    }
  }

  it('closed when everything was there, leaves nothing to be done', async () => {
    const url = site.url(payingAttributes(billing));
    const tab = await context.newPage();
    await openWidget(tab, url);
    await giveKey(tab);
    await press(tab);
    await eventually(
      () =>
        tab.evaluate(() => document.querySelector('user-pays-image')?.generation.name === 'done'),
      'done',
    );
    await tab.close();
    const polls = billing.seen('poll');
    const next = await context.newPage();
    await openWidget(next, url);
    await recoverIn(next, 'dealt with');
    assert.deepEqual((await told(next)).standings, ['settled']);
    assert.equal(billing.seen('poll'), polls, 'a picture that is kept is not asked for again');
    assert.equal(billing.server.paid.length, 1);
  });
});
