// `import('./x.js')` in src becomes one file, dist/lazy/<room>-<name>.js, for the ES module and the classic script alike.
// What the bundle at hand already has (lit, decimal.js, the error class …) is handed to a lazy part, never loaded a second time: the file's
// default export is a function from those modules to its own exports. A plain import of the bundle would need its URL, and after a
// CDN's redirect or with a query string that is another URL, another copy, another state.
import { relative } from 'node:path';
import { root } from './install.mjs';

const lazyMark = 'lazy:';
const handedMark = 'handed:';
const sharedId = 'virtual:shared';

/** @param {string} id absolute path of a module @returns {string} a short name that is the same on every machine */
export const keyOf = (id) => {
  const [, inPackages] = id.split(/\/node_modules\/(?!.*\/node_modules\/)/);
  return inPackages ?? relative(`${root}src`, id).replace(/\.ts$/, '');
};

/** @param {string} id @returns {string} its name in dist/lazy, without `.js` */
export const lazyName = (id) => keyOf(id).replace(/\/index$/, '').replaceAll('/', '-');

/** Rollup's `output.paths`. @param {string} prefix how a file reaches dist/lazy/ */
export const lazyPath = (prefix) => (/** @type {string} */ id) => (id.startsWith(lazyMark) ? `${prefix}${id.slice(lazyMark.length)}.js` : id);

const provideSource = (/** @type {Map<string, Set<string>>} */ provided, /** @type {string} */ base) => {
  const entries = [...provided].sort(([a], [b]) => (keyOf(a) < keyOf(b) ? -1 : 1)).map(([id, names], index) => {
    const every = names.has('*');
    const list = [...names].filter((name) => name !== '*').sort();
    const statement = every ? `import * as m${index} from ${JSON.stringify(id)};` : `import { ${list.map((name, at) => `${name} as m${index}_${at}`).join(', ')} } from ${JSON.stringify(id)};`;
    const value = every ? `m${index}` : `{ ${list.map((name, at) => `${JSON.stringify(name)}: m${index}_${at}`).join(', ')} }`;
    return { statement, property: `${JSON.stringify(keyOf(id))}: ${value}` };
  });
  return `${entries.map(({ statement }) => statement).join('\n')}
    ${base === '' ? 'const all = {};' : `import { all } from ${JSON.stringify(base)};`}
    var made;
    export function shared() { return made ??= Object.assign(all, { ${entries.map(({ property }) => property).join(', ')} }); }`;
};

/**
 * @typedef {object} Part what one output file is made with
 * @property {Set<string>} given modules handed to it by whoever loads it; empty for an entry
 * @property {Set<string>} own modules it contains
 * @property {Map<string, Set<string>>} provided which names of its own modules it hands on to the lazy parts it loads
 * @property {boolean} isLazy
 */

/**
 * @param {Part} part
 * @param {{onLazy?: (id: string) => void, onHanded?: (id: string) => void}} [listen]
 * @returns {import('rollup').Plugin}
 */
export const lazyParts = ({ given, own, provided, isLazy }, { onLazy, onHanded } = {}) => ({
  name: 'lazy-parts',
  async resolveId(source, importer, options) {
    if (source === sharedId) return `\0${sharedId}`;
    if (source === `${handedMark}all`) return { id: source, external: 'absolute' };
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    if (!found || !given.has(found.id)) return found;
    onHanded?.(found.id);
    return { id: handedMark + keyOf(found.id), external: 'absolute', moduleSideEffects: false };
  },
  load(id) {
    return id === `\0${sharedId}` ? provideSource(provided, isLazy ? `${handedMark}all` : '') : null;
  },
  // After the types are gone, so that only imports that happen are found.
  transform: { order: 'post', async handler(code, id) {
    const calls = [...code.matchAll(/\bimport\("(\.[^"]+)"\)/g)];
    if (id.startsWith('\0') || calls.length === 0) return null;
    const tail = new Set();
    let changed = code;
    for (const [index, [call, specifier]] of calls.entries()) {
      const found = await this.resolve(specifier ?? '', id);
      if (!found) return this.error(`${call} in ${id} leads nowhere`);
      if (own.has(found.id)) continue;
      if (found.id.startsWith(handedMark)) {
        tail.add(`import * as handed${index} from "${specifier}";`);
        changed = changed.replace(call, `Promise.resolve(handed${index})`);
        continue;
      }
      onLazy?.(found.id);
      tail.add(`import { shared as handOn } from "${sharedId}";`);
      changed = changed.replace(call, `import("${lazyMark}${lazyName(found.id)}").then((part) => part.default(handOn()))`);
    }
    return tail.size === 0 ? null : { code: `${changed}\n${[...tail].join(' ')}`, map: null };
  } },
  resolveDynamicImport(specifier) {
    return typeof specifier === 'string' && specifier.startsWith(lazyMark) ? { id: specifier, external: 'absolute' } : null;
  },
});

/** Rollup's output options that turn a lazy part into a function from what it is handed to its exports. @param {string} id */
export const lazyOutput = (id) => ({
  format: /** @type {const} */ ('iife'),
  name: 'part',
  exports: /** @type {const} */ ('named'),
  interop: /** @type {const} */ ('esModule'),
  esModule: false,
  freeze: false,
  globals: (/** @type {string} */ from) => (from === `${handedMark}all` ? '{all}' : `all[${JSON.stringify(from.slice(handedMark.length))}]`),
  // Made once for each set of modules handed in.
  banner: `export default (all) => all[${JSON.stringify(`#${lazyName(id)}`)}] ??= (() => {`,
  footer: 'return part; })();',
});
