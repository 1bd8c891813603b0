// Every test/**/*.test.ts in each engine this machine has, in one run.
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { defaultReporter } from '@web/test-runner';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { canShowWebkit, chromiumArguments, findBrowsers } from './browsers.mjs';
import { summaryReporter } from './count.mjs';
import { root } from './install.mjs';
import { pageBundles } from './page-bundles.mjs';
import { pageHeaders } from './static-server.mjs';

const found = findBrowsers();
const wanted = (process.env.ENGINES ?? 'chromium,firefox,webkit').split(',');

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

async function startWebkitDriver() {
  const port = await freePort();
  const driver = spawn(found.webkitDriver, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
  });
  process.on('exit', () => driver.kill());
  for (let tries = 0; tries < 100; tries += 1) {
    const isUp = await fetch(`http://127.0.0.1:${port}/status`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (isUp) return port;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver did not start');
}

const engines = {
  chromium: async () =>
    found.chromium &&
    chromeLauncher({ launchOptions: { executablePath: found.chromium, args: chromiumArguments } }),
  firefox: async () =>
    found.firefox &&
    puppeteerLauncher({
      launchOptions: {
        browser: 'firefox',
        executablePath: found.firefox,
        headless: true,
        // Test pages are background tabs, where Firefox lets timers fire once a second.
        extraPrefsFirefox: {
          'dom.min_background_timeout_value': 4,
          'dom.min_background_timeout_value_without_budget_throttling': 4,
          'dom.timeout.enable_budget_timer_throttling': false,
        },
      },
    }),
  webkit: async () =>
    canShowWebkit(found) &&
    webdriverLauncher({
      automationProtocol: 'webdriver',
      hostname: '127.0.0.1',
      port: await startWebkitDriver(),
      path: '/',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        // The runner hears from the page itself. A navigation that waits for a load which the next
        // one overtakes is never
        // answered, and five minutes later that fails the run, or ends it without a word.
        pageLoadStrategy: 'none',
        'webkitgtk:browserOptions': { binary: found.webkit, args: ['--automation'] },
      },
    }),
};

const browsers = [];
for (const name of wanted) {
  const launcher = await engines[name]?.();
  if (launcher) browsers.push(launcher);
}

const stripTypes = esbuildPlugin({ ts: true, tsconfig: `${root}tsconfig.json`, target: 'es2022' });
/** What a frame or a second copy of the script asks for module by module; a test is bundled. */
const sources = {
  ...stripTypes,
  name: 'sources',
  serverStart: stripTypes.serverStart?.bind(stripTypes),
  resolveImport: stripTypes.resolveImport?.bind(stripTypes),
  resolveMimeType: stripTypes.resolveMimeType?.bind(stripTypes),
  transform: (context) =>
    context.path.endsWith('.test.ts') ? undefined : stripTypes.transform?.(context),
};

/**
 * What is the same in every engine runs in the first alone: adapters, which turn data into data;
 * long tables and random runs of arithmetic that shorter tests do in all; and axe, which reads the
 * tree and the styles that every engine is shown to draw.
 */
const alike = new RegExp(
  [
    '/test/contract/',
    '/test/pricing/puter-(every-row|september)\\.',
    '/test/generation/batch\\.property\\.',
    '/test/spending/journal-model\\.',
    '/test/ui/(axe|receipts-add-up)\\.',
  ].join('|'),
);
/** @type {string[]} */
const files = JSON.parse(process.env.TEST_FILES ?? `["${root}test/**/*.test.ts"]`);
const inOne = browsers.length > 1 ? files.filter((file) => alike.test(file)) : [];
const inEach = files.filter((file) => !inOne.includes(file));

export default {
  rootDir: root,
  ...(inEach.length > 0 && { files: inEach }),
  groups: inOne.length > 0 ? [{ name: 'one', files: inOne, browsers: browsers.slice(0, 1) }] : [],
  nodeResolve: true,
  hostname: '127.0.0.1',
  concurrentBrowsers: 3,
  concurrency: 1,
  browserStartTimeout: 90_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 400_000,
  // Limits only end what hangs: three engines share two cores with whatever else runs.
  testFramework: { config: { timeout: 60_000 } },
  plugins: [pageBundles(), sources],
  middleware: [
    (context, next) => {
      context.set(pageHeaders(context.path));
      return next();
    },
  ],
  // An error on the console is a failure of the test during which it appears; a test that expects
  // one replaces console.error.
  testRunnerHtml: (
    framework,
  ) => `<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body><script>
    const print = console.error.bind(console);
    console.error = (...words) => {
      print(...words);
      if (!words.some((word) => String(word).includes('console.error: '))) setTimeout(() => { throw new Error('console.error: ' + words.join(' ')); });
    };
  </script><script type="module" src="${framework}"></script></body></html>`,
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: false }),
    summaryReporter(process.env.TEST_COUNT),
  ],
  browsers,
};
