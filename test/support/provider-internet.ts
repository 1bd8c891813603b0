import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { chromiumArguments, findBrowsers } from '../config/run/browsers.mjs';
import { startFaultServer, type FaultServer } from './fault-server.js';

/**
 * A Chromium for which every https host is one server of ours over HTTP/2, so that adapters are
 * tested under their providers' own names.
 */
export interface ProviderInternet {
  readonly server: FaultServer;
  /** A reader's fresh profile. */
  visit(): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** The address a request was for, as the page named it. */
export function addressOf({
  headers,
  path,
}: {
  headers: Readonly<Record<string, unknown>>;
  path: string;
}): string {
  return `https://${String(headers[':authority'] ?? headers['host'])}${path}`;
}

export async function startProviderInternet(): Promise<ProviderInternet> {
  const server = await startFaultServer({ secure: true });
  const { port } = new URL(server.origin);
  const browser: Browser = await chromium.launch({
    executablePath: findBrowsers().chromium ?? 'chromium',
    args: [...chromiumArguments, `--host-resolver-rules=MAP *:443 127.0.0.1:${port}`],
  });
  return {
    server,
    visit: () =>
      browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 760, height: 900 } }),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
