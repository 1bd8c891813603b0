// `import('./x.js')` in src becomes one file, dist/lazy/<room>-<name>.js, for the ES module and the
// classic script alike.
// What the bundle at hand already has (lit, decimal.js, the error class …) is handed to a lazy
// part, never loaded a second time: the file's
// default export is a function from those modules to its own exports. A plain import of the bundle
// would need its URL, and after a
// CDN's redirect or with a query string that is another URL, another copy, another state.
import { isAbsolute, relative } from 'node:path';
import { root } from './install.mjs';

const lazyMark = 'lazy:';
const handedMark = 'handed:';
const sharedId = 'virtual:shared';
const allId = `${handedMark}all`;

/**
 * @param {string} id absolute path of a module
 * @returns {string} a short name that is the same on every machine
 */
export function keyOf(id) {
  const [, inPackages] = id.split(/\/node_modules\/(?!.*\/node_modules\/)/);
  return inPackages ?? relative(`${root}src`, id).replace(/\.ts$/, '');
}

/** @param {string} id @returns {string} its name in dist/lazy, without `.js` */
export function lazyName(id) {
  return keyOf(id)
    .replace(/\/index$/, '')
    .replaceAll('/', '-');
}

/** Rollup's `output.paths`. @param {string} prefix how a file reaches dist/lazy/ */
export function lazyPath(prefix) {
  return (/** @type {string} */ id) =>
    id.startsWith(lazyMark) ? `${prefix}${id.slice(lazyMark.length)}.js` : id;
}

/**
 * @typedef {object} Part what one output file is made with
 * @property {Set<string>} given modules handed to it by whoever loads it; empty for an entry
 * @property {Set<string>} own modules it contains
 * @property {Map<string, Set<string>>} provided which names of its own modules it hands on to the
 * lazy parts it loads
 * @property {boolean} isLazy
 */

/**
 * @typedef {object} Table what is handed over, by number
 * @property {(id: string, name: string) => number} placeOf `*` is the module's namespace
 * @property {(id: string) => string[]} namesOf the names that some part is handed
 * @property {string} stamp stands at place 0, and differs between builds of different sources
 */

function provideSource(
  /** @type {Part} */ { provided, isLazy },
  /** @type {Table} */ { placeOf, stamp },
) {
  const rows = [...provided]
    .flatMap(([id, names]) => [...names].map((name) => ({ id, name, place: placeOf(id, name) })))
    .sort((a, b) => a.place - b.place);
  const imports = rows.map(
    ({ id, name, place }) =>
      `import ${name === '*' ? `* as m${place}` : `{ ${name} as m${place} }`} from ${JSON.stringify(id)};`,
  );
  const places = rows.map(({ place }) => `${place}: m${place}`).join(', ');
  return `${imports.join('\n')}
    ${isLazy ? `import { all } from "${allId}";` : `const all = { 0: ${JSON.stringify(stamp)} };`}
    var made;
    export function shared() { return made ??= Object.assign(all, { ${places} }); }`;
}

/** A module handed over stands in for the real one. */
function handedSource(/** @type {string} */ id, /** @type {Table} */ { placeOf, namesOf }) {
  const names = namesOf(id).filter((name) => name !== '*');
  return `import { all } from "${allId}";
    ${names.map((name, index) => `const v${index} = all[${placeOf(id, name)}];`).join(' ')}
    export { ${names.map((name, index) => `v${index} as ${name}`).join(', ')} };
    export const unused = {};`;
}

/**
 * Splits a file from its lazy parts. Without a table it only looks: what is handed stays an import
 * that can be counted.
 * @param {Part} part
 * @param {Table} [table]
 * @param {{onLazy?: (id: string) => void, onHanded?: (id: string, name?: string) => void}} [listen]
 * @returns {import('rollup').Plugin}
 */
export function lazyParts(part, table, { onLazy, onHanded } = {}) {
  return {
    name: 'lazy-parts',
    async resolveId(source, importer, options) {
      if (source === sharedId) return `\0${sharedId}`;
      if (source === allId) return { id: source, external: 'absolute' };
      // node-resolve asks everybody again about the path it found; told that it is handed over, it
      // would call the package external.
      if (isAbsolute(source)) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (!found || !part.given.has(found.id)) return found;
      onHanded?.(found.id);
      if (table) return { id: `\0${handedMark}${found.id}`, moduleSideEffects: false };
      return { id: handedMark + keyOf(found.id), external: 'absolute', moduleSideEffects: false };
    },
    load(id) {
      if (id === `\0${sharedId}`)
        return table ? provideSource(part, table) : 'export function shared() {}';
      if (!table || !id.startsWith(`\0${handedMark}`)) return null;
      // A name that is imported and then not used is not handed over.
      return {
        code: handedSource(id.slice(handedMark.length + 1), table),
        syntheticNamedExports: 'unused',
      };
    },
    // After the types are gone, so that only imports that happen are found.
    transform: {
      order: 'post',
      async handler(code, id) {
        const calls = [...code.matchAll(/\bimport\("(\.[^"]+)"\)/g)];
        if (id.startsWith('\0') || calls.length === 0) return null;
        const tail = new Set();
        let changed = code;
        for (const [call, specifier = ''] of calls) {
          const found = await this.resolve(specifier, id);
          if (!found) return this.error(`${call} in ${id} leads nowhere`);
          const given = [...part.given].find((module) =>
            [`\0${handedMark}${module}`, handedMark + keyOf(module)].includes(found.id),
          );
          if (part.own.has(found.id)) continue;
          if (given) {
            onHanded?.(given, '*');
            tail.add(`import { all as handedOver } from "${allId}";`);
            changed = changed.replace(
              call,
              `Promise.resolve(handedOver[${table?.placeOf(given, '*') ?? 0}])`,
            );
            continue;
          }
          onLazy?.(found.id);
          tail.add(`import { shared as handOn } from "${sharedId}";`);
          changed = changed.replace(
            call,
            `import("${lazyMark}${lazyName(found.id)}").then((part) => part.default(handOn()))`,
          );
        }
        return tail.size === 0 ? null : { code: `${changed}\n${[...tail].join(' ')}`, map: null };
      },
    },
    resolveDynamicImport(specifier) {
      return typeof specifier === 'string' && specifier.startsWith(lazyMark)
        ? { id: specifier, external: 'absolute' }
        : null;
    },
  };
}

/**
 * Rollup's output options that turn a lazy part into a function from what it is handed to its
 * exports.
 * @param {string} id
 * @param {Table} table
 */
export function lazyOutput(id, { stamp }) {
  return {
    format: /** @type {const} */ ('iife'),
    name: 'part',
    exports: /** @type {const} */ ('named'),
    interop: /** @type {const} */ ('esModule'),
    esModule: false,
    freeze: false,
    globals: { [allId]: '{all}' },
    // Made once for each set of modules handed in, and never from another build's: a number would
    // mean another function.
    banner: `export default (all) => { if (all[0] !== ${JSON.stringify(stamp)}) throw Error("user-pays-image: files of two builds"); return all[${JSON.stringify(lazyName(id))}] ??= (() => {`,
    footer: 'return part; })(); };',
  };
}
