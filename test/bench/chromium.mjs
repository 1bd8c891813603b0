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
