import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { startFaultServer, type FaultServer } from '../support/fault-server.js';
import { startPage } from '../support/provider-page.js';

const key = 'canary-7c2a10';

type Widget = HTMLElement & {
  account: { status: string };
  setKey(key: string, options: { keep: string }): Promise<unknown>;
  signOut(): void;
};

/** The status that a tab shows, and whether it has a key in one of its storages. */
async function seen(tab: Page): Promise<{ status: string; isKept: boolean }> {
  return tab.evaluate(() => ({
    status: (document.querySelector('#widget') as Widget).account.status,
    isKept: Object.keys(sessionStorage)
      .concat(Object.keys(localStorage))
      .some((name) => name.startsWith('user-pays-image/key/')),
  }));
}

describe('a key that the reader removes in one tab', () => {
  let browser: Browser;
  let relay: FaultServer;
  before(async () => {
    browser = await launchChromium();
    relay = await startFaultServer();
    relay.answer = () => ({ json: { credits: 500 } });
  });
  after(async () => {
    await browser.close();
    await relay.close();
  });

  for (const [kind, attributes] of [
    ['a provider', `provider="bfl" model="flux-2-pro" relay="RELAY"`],
    ['a server of one’s own', `provider="openai-compatible" endpoint="RELAY" unit-price="0.03"`],
  ] as const)
    for (const keep of ['tab', 'device'])
      it(`of ${kind}, kept for the ${keep}, is not sent by one that was opened before and never touched`, async () => {
        relay.log.length = 0;
        const host = await startPage(
          'secrets-page.entry.ts',
          `<user-pays-image id="widget" lang="en" prompt="a fox" ${attributes.replace('RELAY', `${relay.origin}/relay`)}></user-pays-image>`,
        );
        const context = await browser.newContext();
        try {
          const first = await context.newPage();
          await first.goto(host.url);
          await first.evaluate(
            ([secret = '', where = '']) =>
              (document.querySelector('#widget') as Widget).setKey(secret, { keep: where }),
            [key, keep],
          );
          const opened = context.waitForEvent('page');
          await first.evaluate(() => void window.open(location.href));
          const second = await opened;
          await second.locator('#widget [part~="generate"]').waitFor();
          assert.deepEqual(await seen(second), { status: 'signed-in', isKept: true }, 'a copy');

          await first.locator('#widget').hover();
          await first.evaluate(() => {
            (document.querySelector('#widget') as Widget).signOut();
          });
          while ((await seen(first)).isKept) await first.waitForTimeout(10);
          relay.log.length = 0;

          const end = second.evaluate(
            () =>
              new Promise((done) => {
                for (const type of ['user-pays-error', 'user-pays-done'])
                  document.addEventListener(type, () => {
                    done(type);
                  });
              }),
          );
          await second.locator('#widget [part~="generate"]').click();
          await end;
          const told = relay.log.filter(({ headers }) => JSON.stringify(headers).includes(key));
          assert.deepEqual(told, []);
          assert.equal((await seen(second)).isKept, false, 'nor is the copy left');
          await second.reload();
          await second.locator('#widget [part~="generate"]').waitFor();
          const { isKept } = await seen(second);
          assert.equal(isKept, false);
        } finally {
          await context.close();
          await host.close();
        }
      });
});
