import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { startPuter, type PuterServer } from '../support/puter-server.js';
import { puterPages, type PuterPages } from '../support/puter-server.page.js';

const body =
  '<user-pays-image id="widget" prompt="a fox" model="flux-2-pro" route="replicate"></user-pays-image>';
async function ready(page: Page): Promise<Page> {
  await page.evaluate(() =>
    Object.assign(globalThis, { widget: document.querySelector('#widget') }),
  );
  await page.waitForFunction(() =>
    Boolean(window.widget.shadowRoot?.querySelector('[part~="generate"]')),
  );
  return page;
}
function part(page: Page, name: string) {
  return page.locator('#widget').locator(`[part~="${name}"]`);
}
function press(page: Page): Promise<void> {
  return part(page, 'generate').click();
}
async function touch(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await part(page, 'generate').hover();
}
function tally(page: Page): Promise<{ settled: string; inDoubt: string }> {
  return page.evaluate(() => {
    const { settled, inDoubt } = window.widget.tally.all;
    return { settled, inDoubt };
  });
}
/** Touches until it says so: each touch is a look at the meter. */
async function says(page: Page, name: string, text: RegExp): Promise<void> {
  for (;;) {
    const said = await part(page, name).allInnerTexts();
    if (said.some((one) => text.test(one.replace(/\s+/g, ' ')))) return;
    await touch(page);
    await page.waitForTimeout(200);
  }
}

describe('an order at Puter that nobody waits for any more', { timeout: 240_000 }, () => {
  let server: PuterServer;
  let pages: PuterPages;

  before(async () => {
    server = await startPuter();
    pages = await puterPages(server, 'puter-server.widget.ts');
  });
  after(async () => {
    await pages.close();
    await server.close();
  });
  afterEach(async () => {
    await pages.closePages();
    server.reset();
  });

  const open = async (): Promise<Page> =>
    ready(await pages.open({ body, signedIn: server.token() }));
  /** Pressed, and on the wire; Puter charges it when `server.charging` says so. */
  const underWay = async (): Promise<Page> => {
    server.held = true;
    const page = await open();
    await press(page);
    while (server.paid.length === 0) await page.waitForTimeout(20);
    return page;
  };
  const charged = async (page: Page): Promise<void> => {
    server.held = false;
    while (server.charges.length === 0) await page.waitForTimeout(20);
  };

  it('by a page that was loaded anew, is said to be unconfirmed, and how it ended once the reader touches the widget', async () => {
    const page = await underWay();
    await page.reload();
    await ready(page);
    await part(page, 'doubt').waitFor();
    assert.match(
      await part(page, 'doubt').innerText(),
      /^\$0\.030 from an earlier purchase is not confirmed\. It is checked with Puter/,
    );
    assert.deepEqual(await tally(page), { settled: '0', inDoubt: '0.03' });
    await charged(page);
    await says(page, 'checked', /^Checked with Puter: \$0\.030 was charged\./);
    assert.deepEqual(await tally(page), { settled: '0.03', inDoubt: '0' });
    assert.equal(await part(page, 'doubt').count(), 0);
    assert.equal(server.paid.length, 1);
  });

  it('by a tab that was closed, is found by the next one', async () => {
    const page = await underWay();
    const next = await page.context().newPage();
    await page.close();
    await charged(next);
    await next.goto(page.url());
    await ready(next);
    await says(next, 'checked', /\$0\.030 was charged/);
    assert.deepEqual(await tally(next), { settled: '0.03', inDoubt: '0' });
  });

  it('because the reader went on, is made in the background: its picture lands in the strip and in the pictures, and is paid for once', async () => {
    const page = await underWay();
    await page.locator('#widget').getByText('Stop waiting').click();
    await part(page, 'background').waitFor();
    assert.match(
      await part(page, 'background').innerText(),
      /^Your picture is being made in the background\.\s+You find it under “Pictures”/,
    );
    assert.equal(await part(page, 'error').count(), 0);
    assert.match(await part(page, 'in-progress').innerText(), /\$0\.030 in progress/);
    assert.equal(await part(page, 'generate').getAttribute('aria-disabled'), 'false');
    await charged(page);
    // No touch: it comes by itself.
    await part(page, 'strip-picture').waitFor();
    await page.waitForFunction(() =>
      /^\s*The picture is ready\. \$0\.030 charged/.test(
        window.widget.shadowRoot?.querySelector('[part~="background"]')?.textContent ?? '',
      ),
    );
    assert.equal(await part(page, 'image').count(), 0);
    assert.deepEqual(await tally(page), { settled: '0.03', inDoubt: '0' });
    await part(page, 'gallery').click();
    await page.locator('#widget').locator('.gallery img, .gallery canvas').waitFor();
    assert.equal(server.paid.length, 1);
  });

  it('because the reader went on to the next picture, is no less theirs, and the next one is bought as usual', async () => {
    const page = await underWay();
    await page.locator('#widget').getByText('Stop waiting').click();
    await part(page, 'background').waitFor();
    await part(page, 'prompt').fill('a lighthouse');
    await press(page);
    while (server.paid.length < 2) await page.waitForTimeout(20);
    await charged(page);
    await part(page, 'image').waitFor();
    await page.waitForFunction(
      () =>
        window.widget.shadowRoot?.querySelectorAll('[part~="strip-picture"]').length === 2 &&
        window.widget.tally.all.settled === '0.06',
    );
    assert.deepEqual(await tally(page), { settled: '0.06', inDoubt: '0' });
    assert.deepEqual(
      server.paid.map(({ prompt }) => prompt),
      ['a fox', 'a lighthouse'],
    );
  });

  it('because a script stopped it, is made in the background too: Puter can’t be told to stop', async () => {
    const page = await underWay();
    await page.evaluate(() => window.widget.cancel());
    await part(page, 'background').waitFor();
    await charged(page);
    await part(page, 'strip-picture').waitFor();
    assert.deepEqual(await tally(page), { settled: '0.03', inDoubt: '0' });
  });

  for (const [fate, words] of [
    ['lost-billed', /The answer got lost\. Checking with Puter …/],
    ['html-502', /The answer got lost\. Checking with Puter …/],
    ['upstream-down', /Puter reported an error\. Checking with Puter whether it was charged …/],
  ] as const)
    it(`is said to be checked while it is, not to be sent: ${fate}`, async () => {
      const page = await open();
      await page.evaluate(() => {
        const said: string[] = [];
        Object.assign(globalThis, { said });
        new MutationObserver(() => {
          const text = window.widget.shadowRoot?.querySelector('[part~="progress"]')?.textContent;
          if (text) said.push(text.replace(/\s+/g, ' ').trim());
        }).observe(window.widget.shadowRoot as ShadowRoot, {
          subtree: true,
          childList: true,
          characterData: true,
        });
      });
      server.fates.push(fate);
      await press(page);
      await page.waitForFunction(() => window.widget.generation.name === 'failed', undefined, {
        timeout: 60_000,
      });
      const said = await page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
      const checked = said.findIndex((text) => words.test(text));
      assert.ok(checked >= 0, said.join(' | '));
      for (const text of said.slice(checked)) assert.doesNotMatch(text, /Sending|Already/);
    });

  it('and that Puter never counts, stays in doubt while it still might, and is said to be free after that', async () => {
    const page = await underWay();
    await page.reload();
    await ready(page);
    const looks = (): number =>
      server.log.filter((line) => line.startsWith('GET /metering/usage/app')).length;
    const before = looks();
    while (looks() < before + 2) {
      await touch(page);
      await page.waitForTimeout(200);
    }
    assert.deepEqual(await tally(page), { settled: '0', inDoubt: '0.03' });
    await page.clock.install({ time: Date.now() + 16 * 60_000 });
    await says(page, 'checked', /^Checked with Puter: nothing was charged\./);
    assert.deepEqual(await tally(page), { settled: '0', inDoubt: '0' });
  });

  it('of another account than the one signed in now, is left in doubt: that account’s meter says nothing about it', async () => {
    const page = await underWay();
    await page.evaluate((other) => {
      localStorage.setItem('other', other);
    }, server.token('Robin'));
    await page.context().addInitScript(() => {
      localStorage.setItem('puter.auth.token.v2', localStorage.getItem('other') ?? '');
    });
    await page.reload();
    await ready(page);
    await charged(page);
    const looks = (): number => server.log.filter((line) => line === 'GET /whoami').length;
    const before = looks();
    while (looks() === before) {
      await touch(page);
      await page.waitForTimeout(200);
    }
    await touch(page);
    assert.deepEqual(await tally(page), { settled: '0', inDoubt: '0.03' });
  });

  it('sent several times by the browser itself, as Chromium does over HTTP/1.1, says what Puter counted, and the tally carries it', async () => {
    server.fates.push('dropped-billed', 'dropped-billed', 'dropped-billed');
    const page = await open();
    await press(page);
    await page.waitForFunction(
      () => /charged this \d+ times/.test(window.widget.shadowRoot?.textContent ?? ''),
      undefined,
      { timeout: 60_000 },
    );
    const times = server.charges.length;
    assert.ok(times > 1);
    const all = (0.03 * times).toFixed(2);
    assert.match(
      (await page.evaluate(() => window.widget.shadowRoot?.textContent ?? '')).replace(/\s+/g, ' '),
      new RegExp(`Puter charged this ${String(times)} times: \\$${all}0?\\b`),
    );
    assert.deepEqual(await tally(page), { settled: String(Number(all)), inDoubt: '0' });
  });
});
