// One Chromium for `npm run mutants`: a fresh profile, page and module graph for each mutant.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { chromiumArguments, findBrowsers } from './browsers.mjs';

const runner = readFileSync(new URL('mutants-page.mjs', import.meta.url), 'utf8');
const page =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><script type="module" src="/runner.js"></script></head><body></body></html>';

/**
 * Serves the bundle; what else a test asks for, a frame's page or a second copy of a source,
 * `other` knows.
 */
async function serveBundle(
  /** @type {Map<string, string>} */ bundle,
  /** @type {(path: string) => Promise<string | undefined>} */ other,
) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const found =
      path === '/runner.js'
        ? runner
        : (bundle.get(path.replace(/\.ts$/, '.js')) ?? (await other(path)));
    const html = path === '/' ? page : path.endsWith('.html') && found;
    const script = html ? undefined : found;
    if (script !== undefined)
      return response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    if (html) return response.writeHead(200, { 'content-type': 'text/html' }).end(html);
    return response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function within(/** @type {Promise<any>} */ work, /** @type {number} */ ms) {
  let timer;
  return Promise.race([
    work,
    new Promise((resolve) => {
      timer = setTimeout(() => resolve('took too long'), ms);
    }),
  ]).finally(() => clearTimeout(timer));
}

/**
 * @param {Map<string, string>} bundle
 * @param {(path: string) => Promise<string | undefined>} other HTML pages of the tests, and sources
 * by themselves
 */
export async function openBrowser(bundle, other) {
  const server = await serveBundle(bundle, other);
  const url = `http://127.0.0.1:${server.address().port}/`;
  const launch = () =>
    chromium.launch({ executablePath: findBrowsers().chromium, args: chromiumArguments });
  let browser = await launch();
  const runOnce = async (files, options, { active, hitLimit }) => {
    const context = await browser.newContext();
    try {
      // Also in frames: a test's other tab has the same mistake.
      await context.addInitScript(
        `globalThis.__stryker__ = ${JSON.stringify(active === undefined ? {} : { activeMutant: active, hitCount: 0, hitLimit })}`,
      );
      const tab = await context.newPage();
      await tab.exposeFunction('pressKeys', ({ press, type }) =>
        press ? tab.keyboard.press(press) : tab.keyboard.type(type),
      );
      await tab.goto(url);
      return await tab.evaluate(
        ([paths, rest]) => globalThis.runTests(paths, rest),
        [files, options],
      );
    } finally {
      context.close().catch(() => undefined);
    }
  };
  /** A page that hangs may hang its whole browser. */
  const relaunch = async () => {
    await within(
      browser.close().catch(() => undefined),
      3000,
    );
    browser = await launch();
  };
  return {
    /**
     * Runs test files in a fresh profile.
     * @param {string[]} files
     * @param {object} options for the page's runner
     * @param {{active?: string, hitLimit?: number}} mutant
     * @param {number} ms the limit of the whole run
     * @returns {Promise<{report: {name: string, ms: number, error?: string}[], coverage?: object} |
     * 'took too long'>}
     */
    run: async (files, options, mutant, ms) => {
      for (let attempt = 0; attempt < 2; attempt += 1) {
        const result = await within(
          runOnce(files, options, mutant).catch(() => 'fell over'),
          ms,
        );
        if (result !== 'fell over' && result !== 'took too long') return result;
        await relaunch();
        if (result === 'took too long') return result;
      }
      return 'took too long';
    },
    close: async () => {
      await browser.close();
      server.close();
      server.closeAllConnections();
    },
  };
}
