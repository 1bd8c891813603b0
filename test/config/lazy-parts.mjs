// `import('./x.js')` in src becomes one self-contained file, dist/lazy/<room>-<name>.js, which every bundle shares.
import { basename, relative } from 'node:path';
import { rollup } from 'rollup';
import { root } from './install.mjs';

const marker = 'lazy:';

/** @param {string} id absolute path of a module in src @returns {string} its name in dist/lazy, without `.js` */
export const lazyName = (id) => relative(`${root}src`, id).replace(/\.ts$/, '').replace(/\/index$/, '').replaceAll('/', '-');

/**
 * Leaves lazy modules out of a bundle; a module the bundle has anyway is used from there.
 * @param {(id: string) => boolean} isAtHand says which dynamically imported modules the bundle has anyway
 * @param {(id: string) => void} onLazy told each module left out
 * @returns {import('rollup').Plugin}
 */
export const lazyParts = (isAtHand, onLazy) => ({
  name: 'lazy-parts',
  async resolveDynamicImport(specifier, importer) {
    if (typeof specifier !== 'string') return this.error(`import() of something other than a string in ${importer}`);
    const module = await this.resolve(specifier, importer);
    if (!module || module.external) return this.error(`import('${specifier}') in ${importer} leads nowhere`);
    if (isAtHand(module.id)) return module;
    onLazy(module.id);
    return { id: marker + lazyName(module.id), external: 'absolute' };
  },
});

/** Rollup's `output.paths`. @param {string} prefix how a bundle reaches dist/lazy/ */
export const lazyPath = (prefix) => (/** @type {string} */ id) => (id.startsWith(marker) ? `${prefix}${id.slice(marker.length)}.js` : id);

/** A lazy part with a second lit or decimal.js in it would cost the reader more than it saves. @returns {import('rollup').Plugin} */
export const withoutPackages = () => ({
  name: 'without-packages',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      const foreign = chunk.type === 'chunk' && chunk.moduleIds.find((id) => id.includes('node_modules'));
      if (foreign) this.error(`${basename(chunk.fileName)} is a lazy part and contains ${relative(root, foreign)}; hand it in from the caller`);
    }
  },
});

/**
 * What an entry pulls in without a dynamic import, and which modules it imports dynamically.
 * @param {string} input
 * @param {import('rollup').Plugin[]} plugins
 */
export const trace = async (input, plugins) => {
  /** @type {Set<string>} */
  const dynamic = new Set();
  const bundle = await rollup({ input, plugins: [lazyParts(() => false, (id) => dynamic.add(id)), ...plugins], onLog: () => undefined });
  const { output: [entry] } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const atHand = new Set(entry.moduleIds);
  return { atHand, lazy: [...dynamic].filter((id) => !atHand.has(id)).sort() };
};
