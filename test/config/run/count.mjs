// Both test runners leave their counts in a file, so `npm test` can close with one line for all of
// them.
import { writeFileSync } from 'node:fs';
import { root } from './install.mjs';

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} [failures] what failed, a line each: file, engine, test
 * @property {string[]} [unheard] the failures that are pages which told of none of their tests
 */

function place(/** @type {string} */ path) {
  return path.replace(root, '');
}

/** @param {string | undefined} file @param {Count} count */
function leave(file, count) {
  if (file) writeFileSync(file, JSON.stringify(count));
}

/**
 * For @web/test-runner. A file that did not load or a session that broke is a failure, too.
 * @param {string | undefined} file
 */
export function summaryReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      /** @type {Required<Count>} */
      const count = { passed: 0, failed: 0, skipped: 0, failures: [], unheard: [] };
      for (const session of sessions) {
        const where = `${place(session.testFile)} (${session.browser.name})`;
        const fail = (/** @type {string[]} */ names) => {
          count.failed += 1;
          count.failures.push([where, ...names].join(': '));
        };
        const walk = (suite, names) => {
          for (const test of suite?.tests ?? []) {
            if (test.skipped) count.skipped += 1;
            else if (test.passed) count.passed += 1;
            else fail([...names, test.name, test.error?.message ?? '']);
          }
          for (const inner of suite?.suites ?? []) walk(inner, [...names, inner.name]);
        };
        const { failed, passed, skipped } = count;
        walk(session.testResults, []);
        if (session.passed || count.failed > failed) continue;
        fail(session.errors.map((error) => error.message));
        if (count.passed === passed && count.skipped === skipped)
          count.unheard.push(session.testFile);
      }
      leave(file, count);
    },
  };
}

/**
 * For `node --test`: the count of all, and that of each file by its path.
 * @param {AsyncIterable<{type: string, data: any}>} source
 */
export default async function* countReporter(source) {
  /** @type {Record<string, Count>} */
  const files = {};
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // Suites and files are only as good as the tests in them, unless they fail on their own.
    const isSuite = data.details?.type === 'suite';
    const file = data.file ?? data.name;
    const count = (files[file] ??= { passed: 0, failed: 0, skipped: 0, failures: [] });
    if (data.skip !== undefined || data.todo !== undefined) {
      count.skipped += 1;
    } else if (type === 'test:fail') {
      if (isSuite && data.details?.error?.failureType === 'subtestsFailed') continue;
      count.failed += 1;
      count.failures?.push(`${place(file)}: ${data.name}`);
    } else if (!isSuite) {
      count.passed += 1;
    }
  }
  yield JSON.stringify({ ...sum(Object.values(files)), files });
}

/** @param {Count[]} counts */
export function sum(counts) {
  const total = { passed: 0, failed: 0, skipped: 0, failures: /** @type {string[]} */ ([]) };
  for (const count of counts) {
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
    total.failures.push(...(count.failures ?? []));
  }
  return total;
}
