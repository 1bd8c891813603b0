import { build } from 'esbuild';
import { root } from './install.mjs';

/**
 * Hands a page its test as one file. Read module by module, a page asks for some three hundred
 * files, in three engines, a hundred and sixty times over.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function pageBundles() {
  /** @type {Map<string, Promise<string>>} */
  const bundles = new Map();
  return {
    name: 'page-bundles',
    serve: async ({ path }) => {
      if (!path.endsWith('.test.ts')) return undefined;
      if (!bundles.has(path)) bundles.set(path, bundled(root + path.slice(1)));
      return { body: await /** @type {Promise<string>} */ (bundles.get(path)), type: 'js' };
    },
  };
}

async function bundled(/** @type {string} */ file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    sourcemap: 'inline',
    sourcesContent: false,
    sourceRoot: root,
    // package.json's `sideEffects` is about the package: a test's helpers are imported for theirs.
    ignoreAnnotations: true,
    conditions: ['browser', 'development'],
    logLevel: 'error',
  });
  return outputFiles[0].text;
}
