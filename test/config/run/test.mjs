// `npm test [-- words]`: everything, or only the test files whose path contains one of the words.
// Needs only Node.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { canShowWebkit, ensureBrowsers } from './browsers.mjs';
import { sum } from './count.mjs';
import { ensureInstalled, root, run, runQuietly } from './install.mjs';

const words = process.argv.slice(2);
const chosen = readdirSync(join(root, 'test'), { recursive: true })
  .map((path) => ['test', ...String(path).split(sep)].join('/'))
  .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
  .sort();
const inPages = chosen.filter((path) => path.endsWith('.test.ts'));
const inNode = chosen.filter((path) => path.endsWith('.node.ts'));
const inBrowsers = chosen.filter((path) => path.endsWith('.e2e.ts'));
if (inPages.length + inNode.length + inBrowsers.length === 0) {
  console.error(`No test file matches ${words.join(', ') || 'anything'}.`);
  process.exit(1);
}

ensureInstalled();
const browsers = ensureBrowsers();
const total = sum([]);
if (!browsers.chromium) fail('Chromium is missing');
const scratch = mkdtempSync(join(tmpdir(), 'user-pays-'));

function step(/** @type {string} */ title, /** @type {() => number} */ work) {
  console.log(`\n── ${title}`);
  const began = Date.now();
  const code = work();
  console.log(
    `── ${title}: ${code === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - began) / 1000)} s)`,
  );
  return code;
}

/**
 * Checks that do not need each other, two at a time; each one's output is printed when it ends.
 * @param {(readonly [title: string, ...args: string[]])[]} list
 */
async function checks(list) {
  const waiting = [...list];
  async function next() {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const [title, ...args] = one;
      const began = Date.now();
      const { code, output } = await runQuietly(process.execPath, args);
      const seconds = Math.round((Date.now() - began) / 1000);
      console.log(
        `\n── ${title}: ${code === 0 ? 'ok' : 'FAILED'} (${seconds} s)\n${output}`.trimEnd(),
      );
      if (code !== 0) fail(title);
    }
  }
  await Promise.all([next(), next()]);
}

/** Runs the step and reads what its runner counted; one that dies uncounted has failed. */
function countOf(/** @type {string} */ title, /** @type {(file: string) => number} */ work) {
  const file = join(scratch, `${title.replaceAll(/\W+/g, '-')}.json`);
  const code = step(title, () => work(file));
  const count = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : sum([]);
  if (code === 0 || count.failed > 0) return count;
  return { ...count, failed: 1, failures: [`${title}: ended with code ${code}`] };
}

function add(/** @type {import('./count.mjs').Count} */ count) {
  Object.assign(total, sum([total, count]));
}

/** Something failed that no runner counts. */
function fail(/** @type {string} */ what) {
  total.failed += 1;
  total.failures.push(what);
}

/** Closes with what failed, a line each, and one line for all runners. */
function finish() {
  rmSync(scratch, { recursive: true, force: true });
  if (total.failures.length > 0)
    console.log(['', 'Failed:', ...total.failures.map((line) => `- ${line}`)].join('\n'));
  console.log(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
  );
  process.exit(total.failed > 0 ? 1 : 0);
}

function nodeTests(
  /** @type {string[]} */ files,
  /** @type {string} */ file,
  /** @type {number} */ atOnce = 2,
) {
  return run(process.execPath, [
    '--import',
    'tsx',
    '--test',
    `--test-concurrency=${atOnce}`,
    '--test-timeout=300000',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./test/config/run/count.mjs',
    `--test-reporter-destination=${file}`,
    ...files,
  ]);
}

/**
 * Whole browsers share two cores with everything else on a CI machine. With `RETRY_BROWSER_FILES=1`
 * (set by .ci/run alone) such a file that failed is run once more, alone, and that is said; a second
 * failure fails. A test in Node that fails has failed.
 */
function withBrowsers() {
  const title = 'tests in Node and with whole browsers';
  // Three at once on two cores: most of the time a test waits for a browser, or for what it tests.
  const count = countOf(title, (file) => nodeTests([...inBrowsers, ...inNode], file, 3));
  /** @type {Record<string, import('./count.mjs').Count>} */
  const files = count.files ?? {};
  const failed = Object.keys(files).filter(
    (path) => files[path].failed > 0 && path.endsWith('.e2e.ts'),
  );
  const isTold = sum(Object.values(files)).failed === count.failed;
  if (process.env.RETRY_BROWSER_FILES !== '1' || failed.length === 0 || !isTold) return add(count);
  for (const path of failed) {
    files[path] = countOf(`once more: ${path.replace(root, '')}`, (file) =>
      nodeTests([path], file),
    );
  }
  for (const path of failed) {
    const isWell = files[path].failed === 0;
    console.log(
      `Failed once, run again alone: ${path.replace(root, '')}: ${isWell ? 'passed' : 'FAILED AGAIN'}`,
    );
  }
  add(sum(Object.values(files)));
}

function pageTests(/** @type {string[]} */ files, /** @type {string} */ file) {
  const wtr = [
    'node_modules/@web/test-runner/dist/bin.js',
    '--config',
    'test/config/run/wtr.config.mjs',
  ];
  const env = { TEST_COUNT: file, TEST_FILES: JSON.stringify(files) };
  const needsDisplay =
    canShowWebkit(browsers) && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  return needsDisplay && browsers.xvfbRun
    ? run(browsers.xvfbRun, ['-a', process.execPath, ...wtr], env)
    : run(process.execPath, wtr, env);
}

/**
 * A page that hung, or whose browser did, has told of none of its tests: with
 * `RETRY_BROWSER_FILES=1` its file is run once more, alone, and that is said. A test that failed
 * has failed.
 */
function withPages() {
  const all = inPages.map((path) => root + path);
  const count = countOf('tests in pages', (file) => pageTests(all, file));
  const unheard = [...new Set(count.unheard ?? [])];
  const isAll = count.failed === count.unheard?.length;
  if (process.env.RETRY_BROWSER_FILES !== '1' || unheard.length === 0 || !isAll) return add(count);
  for (const line of count.failures) console.log(line);
  const again = countOf('once more', (file) => pageTests(unheard, file));
  const names = unheard.map((path) => path.replace(root, '')).join(', ');
  console.log(
    `Hung once, run again alone: ${names}: ${again.failed === 0 ? 'passed' : 'FAILED AGAIN'}`,
  );
  add(sum([{ ...count, failed: 0, failures: [] }, again]));
}

// Narrowed to a few files, only what those need is done.
const needsBuild = chosen.some(
  (path) =>
    /\.(test|node|e2e)\.ts$/.test(path) &&
    /\b(dist|demo)\//.test(readFileSync(root + path, 'utf8')),
);
const builder = 'test/config/build/build.mjs';
if (words.length === 0) {
  const lint = ['--config', 'test/config/checks/eslint.config.mjs', '--max-warnings', '0', '.'];
  const format = ['--check', '--log-level', 'warn', '**/*.{ts,mjs,js,css}'];
  const unused = ['--config', 'test/config/checks/knip.jsonc', '--no-progress'];
  await checks([
    ['lint', 'node_modules/eslint/bin/eslint.js', ...lint],
    ['build', builder],
    ['types', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit'],
    ['format', 'node_modules/prettier/bin/prettier.cjs', ...format],
    ['unused code', 'node_modules/knip/bin/knip.js', ...unused],
  ]);
} else if (needsBuild || inBrowsers.length > 0) {
  await checks([['build', builder]]);
}
// An old build, or none, would answer for the new one in half of the tests.
if (total.failures.includes('build')) finish();
if (inPages.length > 0) withPages();
if (inBrowsers.length + inNode.length > 0) withBrowsers();
finish();
