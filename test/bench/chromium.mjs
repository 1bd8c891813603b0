import { chromium } from 'playwright-core';
import { chromiumArguments, findBrowsers } from '../config/run/browsers.mjs';
import { serve } from '../config/run/static-server.mjs';

/**
 * A browser and a server for one measurement, closed after it.
 * @template T
 * @param {Parameters<typeof serve>[0]} options
 * @param {(browser: import('playwright-core').Browser, url: string) => Promise<T>} measure
 * @returns {Promise<T>}
 */
export async function inChromium(options, measure) {
  const site = await serve(options);
  const browser = await chromium.launch({
    executablePath: findBrowsers().chromium ?? 'chromium',
    args: chromiumArguments,
  });
  try {
    return await measure(browser, site.url);
  } finally {
    await browser.close();
    await site.close();
  }
}

/**
 * A page in a fresh profile, so many times slower than this machine and without other servers than
 * ours; closed after the measurement.
 * @template T
 * @param {import('playwright-core').Browser} browser
 * @param {string} url of our server
 * @param {number} slower
 * @param {(page: import('playwright-core').Page) => Promise<T>} measure
 * @returns {Promise<T>}
 */
export async function inSlowPage(browser, url, slower, measure) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.route(
      (to) => to.origin !== new URL(url).origin,
      (route) => route.abort(),
    );
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    return await measure(page);
  } finally {
    await context.close();
  }
}
