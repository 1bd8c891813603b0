import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { chromiumArguments, findBrowsers } from '../config/run/browsers.mjs';

function options() {
  return {
    executablePath: findBrowsers().chromium ?? 'chromium',
    args: chromiumArguments,
  };
}

/** The system's Chromium without a window. Close it when done. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch(options());
}

/** The same with a profile on disk, for tests that kill the browser and look at what is left. */
export function launchProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, options());
}
