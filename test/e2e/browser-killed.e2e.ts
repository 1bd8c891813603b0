import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, type Browser, type Page } from 'puppeteer-core';
import type {} from '../../src/ui/elements/user-pays-image.js';
import { findBrowsers } from '../config/run/browsers.mjs';
import type { BflStep } from '../support/bfl-script.js';
import { killBrowser, launchProfile } from '../support/chromium.js';
import { payingAttributes, startBilling, startSite, type Billing } from '../support/paying-site.js';
import {
  assertInside,
  eventually,
  giveKey,
  openWidget,
  press,
  told,
  type TabPage,
} from '../support/paying-tab.js';

/** A browser with a profile on disk, that can be killed as by a power cut of its process. */
interface Victim {
  readonly page: TabPage;
  kill(): Promise<void>;
  quit(): Promise<void>;
}

async function chromium(profile: string): Promise<Victim> {
  const context = await launchProfile(profile);
  return {
    page: await context.newPage(),
    kill: () => killBrowser(context, profile),
    quit: () => context.close(),
  };
}

function clickable(page: Page): TabPage {
  return Object.assign(page, {
    locator: (selector: string) => ({
      click: async () => {
        await (await page.waitForSelector(selector.replace(' ', ' >>> ')))?.click();
      },
    }),
  });
}

async function firefox(profile: string): Promise<Victim> {
  const start = (): Promise<Browser> =>
    launch({
      browser: 'firefox',
      executablePath: findBrowsers().firefox ?? 'firefox',
      headless: true,
      userDataDir: profile,
    });
  // The launcher puts the profile's settings back when its browser died, and trips when it is asked
  // for the next one meanwhile.
  const browser = await start().catch(async () => {
    await new Promise((done) => {
      setTimeout(done, 1000);
    });
    return start();
  });
  const child = browser.process();
  const closed = new Promise<void>((done) => {
    child?.once('exit', () => done());
  });
  return {
    page: clickable(await browser.newPage()),
    kill: async () => {
      child?.kill('SIGKILL');
      await closed;
    },
    quit: () => browser.close(),
  };
}

const steps: readonly (BflStep | undefined)[] = ['submit', 'poll', 'image', undefined];

describe('a browser killed at random points of purchases', () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  let billing: Billing;
  const profiles: string[] = [];

  before(async () => {
    site = await startSite();
    billing = await startBilling();
  });
  after(async () => {
    await Promise.all([site.close(), billing.close()]);
    for (const profile of profiles)
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const victims = [
    { name: 'Chromium', start: chromium, rounds: 8 },
    ...(findBrowsers().firefox ? [{ name: 'Firefox', start: firefox, rounds: 4 }] : []),
  ];
  for (const { name, start, rounds } of victims) {
    it(
      `knows of every cent when it comes back, and has sent each order once: ${name}`,
      { timeout: 280_000 },
      async () => {
        const profile = mkdtempSync(join(tmpdir(), 'user-pays-profile-'));
        profiles.push(profile);
        const url = site.url(payingAttributes(billing));
        const billBefore = billing.bill;
        const postsBefore = billing.server.paid.length;
        for (let round = 0; round < rounds; round += 1) {
          const victim = await start(profile);
          await openWidget(victim.page, url);
          assertInside(
            await told(victim.page),
            billing.bill - billBefore,
            `round ${String(round)}, as found`,
          );
          // Without the key, which a killed browser may have forgotten, an accepted job could only
          // wait.
          await giveKey(victim.page);
          await eventually(
            async () => (await told(victim.page)).open === 0,
            'what was left open is taken up',
          );
          const step = steps[round % steps.length];
          billing.hang = step;
          const seen = step && billing.seen(step);
          await press(victim.page);
          if (step) await eventually(() => billing.seen(step) > (seen ?? 0), `${step} arrives`);
          await new Promise((done) => {
            setTimeout(done, Math.random() * 300);
          });
          await victim.kill();
          billing.hang = undefined;
        }
        const survivor = await start(profile);
        await openWidget(survivor.page, url);
        await giveKey(survivor.page);
        await eventually(
          async () => (await told(survivor.page)).open === 0,
          'nothing is left open',
        );
        const said = await told(survivor.page);
        assertInside(said, billing.bill - billBefore, 'in the end');
        assert.ok(
          said.standings.length >= billing.bill - billBefore,
          'a line for every order that was billed',
        );
        assert.equal(billing.server.paid.length - postsBefore, billing.bill - billBefore);
        assert.ok(billing.bill - billBefore <= rounds, 'one order at most for each press');
        await survivor.quit();
      },
    );
  }
});
