// Both test runners leave their counts in a file, so `npm test` can close with one line for all of them.
import { writeFileSync } from 'node:fs';

/** @typedef {{passed: number, failed: number, skipped: number}} Count */

/** @param {string | undefined} file @param {Count} count */
const leave = (file, count) => {
  if (file) writeFileSync(file, JSON.stringify(count));
};

/** For @web/test-runner. A file that did not load or a session that broke is a failure, too. @param {string | undefined} file */
export const summaryReporter = (file) => ({
  onTestRunFinished({ sessions }) {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const session of sessions) {
      const walk = (suite) => {
        for (const test of suite?.tests ?? []) count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
        for (const inner of suite?.suites ?? []) walk(inner);
      };
      const before = count.failed;
      walk(session.testResults);
      if (!session.passed && count.failed === before) count.failed += 1;
    }
    leave(file, count);
  },
});

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
    const count = (files[file] ??= { passed: 0, failed: 0, skipped: 0 });
    if (data.skip !== undefined || data.todo !== undefined) {
      count.skipped += 1;
    } else if (type === 'test:fail') {
      const isCounted = isSuite && data.details?.error?.failureType === 'subtestsFailed';
      count.failed += isCounted ? 0 : 1;
    } else if (!isSuite) {
      count.passed += 1;
    }
  }
  yield JSON.stringify({ ...sum(Object.values(files)), files });
}

/** @param {Count[]} counts @returns {Count} */
export function sum(counts) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const count of counts) {
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
  }
  return total;
}
