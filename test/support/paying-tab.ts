import assert from 'node:assert/strict';
import type {} from '../../src/ui/elements/user-pays-image.js';
import type {} from './paying-site.js';

/** What playwright's and puppeteer's pages have in common, as far as it is needed here. */
export interface TabPage {
  goto(url: string): Promise<unknown>;
  waitForFunction(holds: () => boolean): Promise<unknown>;
  evaluate<T>(work: () => T | Promise<T>): Promise<T>;
  evaluate<T, A>(work: (given: A) => T | Promise<T>, given: A): Promise<T>;
  locator(selector: string): { click(): Promise<unknown> };
}

const key = 'canary-key-0123456789';

export interface Told {
  readonly settled: number;
  readonly inDoubt: number;
  readonly pictures: number;
  readonly open: number;
  readonly standings: readonly string[];
}

/** Loads the widget, with its journal read. */
export async function openWidget(page: TabPage, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => customElements.get('user-pays-image') !== undefined);
  await page.evaluate(async () => {
    const element = document.querySelector('user-pays-image');
    await window.pageWide('page-services').journal.ready;
    await element?.updateComplete;
  });
}

export function giveKey(page: TabPage): Promise<unknown> {
  return page.evaluate(async (given) => {
    await document.querySelector('user-pays-image')?.setKey(given, { keep: 'device' });
  }, key);
}

/**
 * Has the page look again for what earlier visits left open; resolves when it is dealt with, or as
 * soon as it looks.
 */
export function recoverIn(page: TabPage, until: 'dealt with' | 'looking'): Promise<void> {
  return page.evaluate(async (end) => {
    document.querySelector('user-pays-image')?.dispatchEvent(new Event('focusin'));
    while (!window.pageWide('purchase-services'))
      await new Promise((done) => {
        setTimeout(done, 10);
      });
    const work = window.pageWide('purchase-services')?.recover();
    if (end === 'dealt with') await work;
  }, until);
}

/** A real click, as a reader's finger makes it. */
export function press(page: TabPage): Promise<unknown> {
  return page.locator('user-pays-image [part~="generate"]').click();
}

function cents(text: string): number {
  return Math.round(Number(text) * 100);
}

/** What the widget's tally says, in cents. */
export async function told(page: TabPage): Promise<Told> {
  const {
    tally: { all },
    ...rest
  } = await page.evaluate(() => {
    const element = document.querySelector('user-pays-image');
    if (!element) throw new Error('no widget');
    const { tally } = element;
    const { journal } = window.pageWide('page-services');
    return {
      tally,
      open: journal.underWay().length,
      standings: journal.entries().map(({ standing }) => standing),
    };
  });
  return {
    ...rest,
    settled: cents(all.settled),
    inDoubt: cents(all.inDoubt),
    pictures: all.pictures,
  };
}

/** Settled ≤ bill ≤ settled + in doubt; cents. */
export function assertInside({ settled, inDoubt }: Told, pictures: number, when: string): void {
  const bill = pictures * 3;
  assert.ok(
    settled <= bill && bill <= settled + inDoubt,
    `${when}: settled ${String(settled)} ≤ bill ${String(bill)} ≤ settled + in doubt ${String(settled + inDoubt)}`,
  );
}

/** Waits until it holds; fails after a minute. */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  what: string,
): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (await holds()) return;
    await new Promise((done) => {
      setTimeout(done, 50);
    });
  }
  assert.fail(`never: ${what}`);
}
