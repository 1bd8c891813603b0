// One row of the matrix: a page of its own, built by one tool, and a sandbox picture bought on it.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../config/run/install.mjs';

const minutes = 60_000;

/**
 * @param {string} command
 * @param {string} folder
 * @returns {Promise<string>} what it said; rejects with that if it fails or takes over 8 minutes
 */
export function shell(command, folder) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, {
      shell: true,
      cwd: folder,
      timeout: 8 * minutes,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PATH: join(folder, 'node_modules/.bin') + delimiter + process.env.PATH,
        ASTRO_TELEMETRY_DISABLED: '1',
        NEXT_TELEMETRY_DISABLED: '1',
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said += text;
      });
    child.on('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${command}: ${said.trim().slice(-1500)}`)),
    );
  });
}

/** Packs what was built. @param {string} folder @returns {Promise<string>} the tarball's path */
export async function pack(folder) {
  const said = await shell(`npm pack ${JSON.stringify(root)} --ignore-scripts --silent`, folder);
  return join(folder, said.trim().split('\n').at(-1) ?? '');
}

/** What npm would install, by a folder's `npm install`. */
const byNpm = (/** @type {string} */ folder) =>
  shell('npm install --ignore-scripts --no-audit --no-fund --loglevel=error', folder);

/**
 * Builds the tool's page and buys a picture on it.
 * @param {import('./tools.mjs').Tool} tool
 * @param {object} how
 * @param {string} how.tarball
 * @param {import('playwright-core').Browser} how.browser
 * @param {(folder: string) => Promise<unknown>} [how.install]
 * @returns {Promise<number>} bytes after gzip of the scripts that load before a press
 */
export async function tryTool(tool, { tarball, browser, install = byNpm }) {
  const folder = await mkdtemp(join(tmpdir(), 'user-pays-matrix-'));
  try {
    const dependencies = { ...tool.packages, 'user-pays-image': `file:${tarball}` };
    const about = { private: true, type: 'module', dependencies, ...tool.settings };
    await write(folder, { ...tool.files, 'package.json': JSON.stringify(about) });
    await install(folder);
    for (const command of tool.build) await shell(command, folder);
    return await buy(join(folder, tool.out ?? ''), browser);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(/** @type {string} */ folder, /** @type {Record<string, string>} */ files) {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** @param {string} folder @param {import('playwright-core').Browser} browser */
async function buy(folder, browser) {
  const tab = await browser.newPage();
  const problems = [];
  let bytes = 0;
  try {
    tab.on('pageerror', ({ message }) => problems.push(message));
    // Nothing but the folder is on this network.
    await tab.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      const path = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
      const body = await readFile(path).catch(() => undefined);
      if (body === undefined) return route.fulfill({ status: 404 });
      if (path.endsWith('.js')) bytes += gzipSync(body, { level: 9 }).length;
      return route.fulfill({ path });
    });
    await tab.goto('https://page.example/', { waitUntil: 'networkidle' });
    const button = tab.locator('user-pays-image [part~="generate"]');
    await button.waitFor();
    const atRest = bytes;
    await button.click();
    await tab.locator('user-pays-image [part~="image"]').first().waitFor();
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return atRest;
  } catch (error) {
    throw new Error([String(error), ...problems].join('\n'), { cause: error });
  } finally {
    await tab.close();
  }
}
