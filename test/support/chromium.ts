import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { chromiumArguments, findBrowsers } from '../config/browsers.mjs';

const options = () => ({
  executablePath: findBrowsers().chromium ?? 'chromium',
  args: chromiumArguments,
});

/** The system's Chromium without a window. Close it when done. */
export const launchChromium = (): Promise<Browser> => chromium.launch(options());

/** The same with a profile on disk, for tests that kill the browser and look at what is left. */
export const launchProfile = (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, options());
