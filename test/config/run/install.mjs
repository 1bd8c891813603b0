// What `npm start` and `npm test` need before anything from node_modules can be imported. Node
// built-ins only.
import { spawn, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** When a file or folder of the project last changed, ms; 0 where there is none. */
export function changedAt(/** @type {string} */ path) {
  try {
    return statSync(root + path).mtimeMs;
  } catch {
    return 0;
  }
}

/**
 * Run a program in the project's folder with its output on ours.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to the environment
 * @returns {number} its exit code
 */
export function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

/**
 * The same, with its output kept.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runQuietly(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    child.on('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * `npm ci`, when node_modules is missing or older than the lock file. Exits the process if that
 * fails.
 */
export function ensureInstalled() {
  if (changedAt('node_modules/.package-lock.json') >= changedAt('package-lock.json')) return;
  console.log('Installing what package-lock.json lists …');
  // Browsers come from the system (browsers.mjs); no package here needs its install script.
  const code = run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    PUPPETEER_SKIP_DOWNLOAD: '1',
  });
  if (code !== 0) process.exit(code);
}
