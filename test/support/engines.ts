import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { launch } from 'puppeteer-core';
import { canShowWebkit, chromiumArguments, findBrowsers } from '../config/run/browsers.mjs';

/** A whole browser that opens pages and asks them something. */
export interface Engine {
  readonly name: string;
  /**
   * Opens `url` anew, evaluates an expression there and waits for its promise; what comes back was
   * JSON.
   */
  ask(url: string, expression: string): Promise<unknown>;
  close(): Promise<void>;
}

const found = findBrowsers();

async function byPuppeteer(
  name: 'chrome' | 'firefox',
  executablePath: string,
  args: string[],
): Promise<Engine> {
  const browser = await launch({
    browser: name,
    executablePath,
    args,
    headless: true,
    acceptInsecureCerts: true,
  });
  return {
    name: name === 'chrome' ? 'Chromium' : 'Firefox',
    ask: async (url, expression) => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      try {
        await page.goto(url);
        return JSON.parse(
          (await page.evaluate(
            `Promise.resolve(${expression}).then((answer) => JSON.stringify(answer ?? null))`,
          )) as string,
        ) as unknown;
      } finally {
        await context.close();
      }
    },
    close: () => browser.close(),
  };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        done(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}

async function byWebDriver(driver: string, binary: string): Promise<Engine> {
  const port = String(await freePort());
  const command = [driver, `--port=${port}`, '--host=127.0.0.1'];
  const hasDisplay = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  const [program = driver, ...args] =
    hasDisplay || !found.xvfbRun ? command : [found.xvfbRun, '-a', ...command];
  // A group of its own, so that closing takes the display server with it.
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  const call = async (path: string, body?: unknown): Promise<{ value: unknown }> => {
    const reply = await fetch(
      `http://127.0.0.1:${port}${path}`,
      body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
    );
    return (await reply.json()) as { value: unknown };
  };
  for (
    let tries = 0;
    tries < 200 &&
    !(await call('/status').then(
      () => true,
      () => false,
    ));
    tries += 1
  )
    await new Promise((done) => {
      setTimeout(done, 50);
    });
  // One window for all pages: opening one takes longer than most tests.
  const capabilities = {
    alwaysMatch: {
      browserName: 'MiniBrowser',
      acceptInsecureCerts: true,
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    },
  };
  const { value } = await call('/session', { capabilities });
  const session = `/session/${(value as { sessionId: string }).sessionId}`;
  await call(`${session}/timeouts`, { script: 60_000 });
  return {
    name: 'WebKit',
    ask: async (url, expression) => {
      await call(`${session}/url`, { url });
      const script = `Promise.resolve(${expression}).then((answer) => JSON.stringify(answer ?? null)).then(arguments[0], (error) => arguments[0](JSON.stringify({ threw: String(error) })))`;
      return JSON.parse(
        (await call(`${session}/execute/async`, { script, args: [] })).value as string,
      ) as unknown;
    },
    close: async () => {
      await fetch(`http://127.0.0.1:${port}${session}`, { method: 'DELETE' });
      await new Promise<void>((done) => {
        child.once('exit', () => {
          done();
        });
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
      });
    },
  };
}

/** Every engine this machine has. Close them when done. */
export async function launchEngines(): Promise<Engine[]> {
  const { chromium, firefox, webkitDriver, webkit } = found;
  return Promise.all([
    ...(chromium ? [byPuppeteer('chrome', chromium, chromiumArguments)] : []),
    ...(firefox ? [byPuppeteer('firefox', firefox, [])] : []),
    ...(canShowWebkit(found) && webkitDriver && webkit ? [byWebDriver(webkitDriver, webkit)] : []),
  ]);
}
