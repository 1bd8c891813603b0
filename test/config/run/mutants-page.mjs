// Runs in the page: a small stand-in for mocha which can run chosen tests only, stops at the first
// failure and says which mutants each test meets.
// `globalThis.runTests(files, {only, limits})` is called from mutants-browser.mjs.

function newSuite(/** @type {string} */ title, parent) {
  return {
    title,
    parent,
    tests: [],
    suites: [],
    hooks: { before: [], after: [], beforeEach: [], afterEach: [] },
  };
}
let suite = newSuite('', undefined);

function nameOf(/** @type {{title: string, parent?: any}} */ { title, parent }) {
  return parent?.title ? `${nameOf(parent)} ${title}` : title;
}

function describe(/** @type {string} */ title, define) {
  const inner = newSuite(title, suite);
  suite.suites.push(inner);
  suite = inner;
  define.call({ timeout() {} });
  suite = inner.parent;
  return inner;
}
function it(title, work) {
  return suite.tests.push({ title, work, parent: suite });
}
const hooks = ['before', 'after', 'beforeEach', 'afterEach'].map((hook) => [
  hook,
  (title, work = title) => suite.hooks[hook].push(work),
]);
Object.assign(globalThis, { describe, it, ...Object.fromEntries(hooks) });

let strayError;
function stray(/** @type {unknown} */ error) {
  return strayError?.(error);
}
addEventListener('error', ({ error, message }) => stray(error ?? new Error(message)));
addEventListener('unhandledrejection', ({ reason }) => stray(reason));
console.error = (...words) => stray(new Error(`console.error: ${words.join(' ')}`));

// Tests may hold the clock: the limit is kept by the real one.
const { setTimeout: after, clearTimeout: forget } = globalThis;

/**
 * Rejects when the work does, when something fails beside it, or when it takes longer than `limit`
 * milliseconds.
 */
function guarded(work, context, limit) {
  return new Promise((resolve, reject) => {
    const timer = after(() => reject(new Error('took too long')), limit);
    strayError = reject;
    new Promise((done) => done(work.call(context)))
      .then(resolve, reject)
      .finally(() => forget(timer));
  });
}

function lineage(from) {
  return from ? [...lineage(from.parent), from] : [];
}

async function runTest(test, limit) {
  const suites = lineage(test.parent);
  const context = { timeout() {} };
  const all = (hook, order) => order.flatMap((one) => one.hooks[hook]);
  const ns = (globalThis.__stryker__ ??= {});
  ns.currentTestId = test.name;
  try {
    for (const hook of all('beforeEach', suites)) await guarded(hook, context, limit);
    await guarded(test.work, context, limit);
  } finally {
    for (const hook of all('afterEach', suites.toReversed())) await guarded(hook, context, limit);
    ns.currentTestId = undefined;
  }
}

/** Runs the chosen tests of a suite, into `report`. */
async function runSuite(one, options, report) {
  const chosen = one.tests.filter((test) => options.isChosen(test));
  const inner = one.suites.filter((child) => child.isChosen);
  if (chosen.length + inner.length === 0) return;
  for (const hook of one.hooks.before) await guarded(hook, { timeout() {} }, options.limit);
  for (const test of chosen) {
    const began = performance.now();
    const error = await runTest(test, options.limits?.[test.name] ?? options.limit).then(
      () => undefined,
      (reason) => reason ?? new Error('nothing'),
    );
    report.push({
      name: test.name,
      ms: performance.now() - began,
      error: error && String(error?.message ?? error).slice(0, 300),
    });
    if (error && !options.goOn) return;
  }
  for (const child of inner) {
    await runSuite(child, options, report);
    if (report.some(({ error }) => error) && !options.goOn) return;
  }
  for (const hook of one.hooks.after) await guarded(hook, { timeout() {} }, options.limit);
}

/** Names the tests and marks the suites that hold a chosen one. */
function settle(one, options, file) {
  for (const test of one.tests) test.name = `${file} ${nameOf(test)}`;
  const inner = one.suites.map((child) => settle(child, options, file));
  one.isChosen = one.tests.some((test) => options.isChosen(test)) || inner.some(Boolean);
  return one.isChosen;
}

/**
 * @param {string[]} files addresses of bundled test files
 * @param {{only?: string[], limits?: Record<string, number>, limit: number, goOn?: boolean}}
 * options limits in milliseconds, by name of test
 * @returns {Promise<{report: {name: string, ms: number, error?: string}[], coverage?: object}>}
 */
async function runTests(files, options) {
  const report = [];
  const only = options.only && new Set(options.only);
  const withChoice = { ...options, isChosen: (test) => !only || only.has(test.name) };
  for (const file of files) {
    suite = newSuite('', undefined);
    const whole = suite;
    try {
      await import(file);
      settle(whole, withChoice, file);
      await runSuite(whole, withChoice, report);
    } catch (error) {
      report.push({ name: file, ms: 0, error: String(error?.message ?? error) });
    }
    if (report.some(({ error }) => error) && !options.goOn) break;
  }
  return { report, coverage: globalThis.__stryker__?.mutantCoverage };
}
Object.assign(globalThis, { runTests });
