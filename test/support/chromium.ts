import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
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

/**
 * Kills a browser, as a power cut of its process would. Ends once none of its other processes holds
 * a file of the profile any more: a browser that finds its database locked begins an empty one.
 */
export async function killBrowser(context: BrowserContext, folder: string): Promise<void> {
  const closed = new Promise<void>((done) => {
    context.on('close', () => done());
  });
  // The profile's lock names the browser's process: `host-pid`.
  const lock = readlinkSync(join(folder, 'SingletonLock'));
  process.kill(Number(/\d+$/.exec(lock)?.[0]), 'SIGKILL');
  await closed;
  for (let tries = 0; isInUse(folder); tries += 1) {
    if (tries > 3000) throw new Error(`something still holds a file of ${folder}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** True while a process has a file of the folder open; false where the system does not say. */
function isInUse(folder: string): boolean {
  return entriesOf('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((pid) =>
      entriesOf(`/proc/${pid}/fd`).some((fd) => {
        try {
          return readlinkSync(`/proc/${pid}/fd/${fd}`).startsWith(folder);
        } catch {
          return false; // Closed meanwhile.
        }
      }),
    );
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
