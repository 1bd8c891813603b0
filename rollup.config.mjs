// Single files and parts for script tags, bundled from what tsc wrote (dist/modules).
import nodeResolve from '@rollup/plugin-node-resolve';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { minify } from 'terser';
import { slimLit } from './test/config/build/slim-lit.mjs';
import { slimLiterals } from './test/config/build/slim-literals.mjs';

// Elsewhere only to compare one build with another.
const out = process.env.OUT ?? 'dist';
const modules = process.env.MODULES ?? `${out}/modules`;
const { name, version } = JSON.parse(
  readFileSync(new URL('package.json', import.meta.url), 'utf8'),
);

// Entries are a few bytes that import parts beside them. A part's address is relative to the part
// that imports it and nothing imports an entry, so a redirect or a query string on the entry's
// address never loads a second copy.
const price = resolve(modules, 'define/user-pays-price.js');
const image = resolve(modules, 'define/index.js');
const files = {
  'user-pays-image': image,
  'user-pays-price': price,
  'user-pays-image.testing': resolve(modules, 'define/testing.js'),
};
const entries = {
  name: 'entries',
  resolveId: (id) => (Object.hasOwn(files, id) ? `\0${id}` : null),
  load: (id) => {
    const file = id.startsWith('\0') ? files[id.slice(1)] : undefined;
    return file ? `export * from ${JSON.stringify(file)};` : null;
  },
  // package.json says so of dist, and this is not dist yet.
  transform: (code, id) =>
    id.includes('/define/') ? { code, map: null, moduleSideEffects: true } : null,
};

/**
 * Puter's list as its rows give it, read here once and not by every page; what reads rows then comes
 * with a live list only.
 */
const puterList = resolve(modules, 'pricing/catalogue/puter-list.js');
const listRead = {
  name: 'list-read',
  load: async (id) => {
    if (id !== puterList) return null;
    const list = JSON.stringify((await import(pathToFileURL(id).href)).puterList);
    return `import { readsLists } from '../reads-lists.js';
readsLists();
export const puterList = JSON.parse(${JSON.stringify(list)});`;
  },
};

const licence = `/*! ${name} ${version} · MIT */`;
/** Of files that hold code of others. */
const licences = `/*! ${name} ${version} · MIT · with lit (BSD-3-Clause) and decimal.js (MIT): third-party-licenses.txt */`;
// lit's browser build touches these two as it loads; in Node, where nothing is drawn, stand-ins let
// the file load and do nothing.
const intro = 'const{HTMLElement=class{},document={createTreeWalker(){}}}=globalThis;';

/**
 * What is loaded together is one part: everything a module needs that no part before it has. The
 * first is all of `<user-pays-price>`, the second what the other elements show at first look. What
 * a price needs later comes next, so that its receipt does not bring the widget.
 */
const parts = Object.entries({
  price: ['define/user-pays-price.js', 'base/json.js', 'ui/styles/tokens.js'],
  elements: ['define/index.js'],
  prices: ['pricing/catalogue/deciding-prices.js', 'pricing/quote.js'],
  'price-lists': ['pricing/checked-list.js', 'ui/elements/user-pays-price/sources.js'],
  receipt: ['ui/elements/user-pays-price/receipt.js'],
  journal: ['spending/page-journal.js', 'spending/compaction.js', 'checkout/recovery.js'],
  deferred: ['ui/elements/widget/deferred/index.js'],
  purchase: [
    'generation/purchase-services.js',
    'pictures/reference.js',
    'checkout/purchase-run.js',
  ],
  providers: [
    'providers/http-provider.js',
    'providers/order.js',
    'providers/pictures.js',
    'providers/usual-refusals.js',
    'providers/decimals.js',
  ],
  catalogue: ['pricing/catalogue/index.js'],
  puter: ['providers/puter.js', 'providers/puter-relay.js'],
  'sign-in': ['accounts/sign-in-services.js', 'accounts/sign-in-return.js'],
  files: ['spending/import-json.js', 'spending/export-json.js', 'spending/export-csv.js'],
}).map(([part, roots]) => ({ part, roots: roots.map((path) => resolve(modules, path)) }));

function partOf(id, { getModuleInfo }) {
  return parts.find(({ roots }) => roots.some((root) => reach(root, getModuleInfo).has(id)))?.part;
}

const reached = new Map();

/** A module and all it imports, at once or in turn; what it loads later is not among them. */
function reach(from, getModuleInfo) {
  const known = reached.get(from);
  if (known) return known;
  const seen = new Set();
  const visit = (id) => {
    if (seen.has(id)) return;
    seen.add(id);
    getModuleInfo(id)?.importedIds.forEach(visit);
  };
  visit(from);
  reached.set(from, seen);
  return seen;
}

const shortest = {
  ecma: 2020,
  module: true,
  compress: { passes: 3, ecma: 2020, unsafe_arrows: true, pure_getters: true },
};

/**
 * Of the parts of a first look and of a first touch nearly every function runs as they load. V8 then
 * compiles them beside the main thread, while they load, and not one by one as they are called; other
 * engines see a comment.
 */
const runsOnLoad = parts
  .filter(({ part }) =>
    ['price', 'elements', 'price-lists', 'deferred', 'journal', 'purchase'].includes(part),
  )
  .map(({ roots }) => roots.at(-1));
const compiledOnLoad = '//# allFunctionsCalledOnLoad\n';
const minified = {
  name: 'minified',
  renderChunk: (code, { moduleIds, isEntry }) => {
    const hint = moduleIds.some((id) => runsOnLoad.includes(id)) ? compiledOnLoad : '';
    const isOthers = moduleIds.some((id) => /\/(lit|pricing\/decimal\.js)/.test(id));
    // A part of our own code alone lies beside an entry, which says its licence.
    const ours = isEntry ? licence : '';
    const words = isOthers ? licences : ours;
    return minify(code, { ...shortest, format: { comments: false, preamble: hint + words } });
  },
};

// QUICK: for a look, after a change; nobody waits for the last byte.
const plugins = [
  nodeResolve({ browser: true }),
  slimLit(resolve(modules, 'base/trusted-policy.js')),
  ...(process.env.QUICK ? [] : [slimLiterals(), minified]),
];
function onLog(level, log) {
  if (level === 'warn') throw new Error(log.message);
}

/**
 * A classic script cannot import at its top level: it loads the module that stands beside it. It asks
 * `Document.prototype`, because `<img name="currentScript" src="…">` answers for the document itself.
 * A script that was put into another file or evaluated as text does not know where it stands: the
 * page's `USER_PAYS_IMAGE_URL` says so, as text, because markup can name an element like that.
 */
const classic = {
  name: 'classic',
  generateBundle() {
    this.emitFile({
      type: 'asset',
      fileName: 'user-pays-image.iife.js',
      source: `${licence}
globalThis.document&&(globalThis.UserPaysImage??=(()=>{let u;const n="USER_PAYS_IMAGE_URL",d=n=>Reflect.get(Document.prototype,n,document),m=(async()=>{const p=Object.hasOwn(globalThis,n)&&globalThis[n],b=d("baseURI");u=typeof p=="string"?new URL(p,b):d("currentScript")?.src||b;return import(new URL("user-pays-image.js",u))})();m.catch(e=>console.warn("user-pays-image: "+e.message+" (beside "+u+"). Set "+n+" to the address of user-pays-image.js before this script."));return m})());
`,
    });
  },
};

export default [
  {
    input: Object.fromEntries(Object.keys(files).map((file) => [file, file])),
    onLog,
    plugins: [entries, listRead, ...plugins, classic],
    output: {
      dir: out,
      entryFileNames: '[name].js',
      chunkFileNames: 'parts/[name]-[hash].js',
      manualChunks: partOf,
      intro: ({ moduleIds }) => (moduleIds.some((id) => id.includes('/lit')) ? intro : ''),
    },
  },
  {
    input: resolve(modules, 'pricing/index.js'),
    onLog,
    plugins,
    output: { file: `${out}/pricing.js`, inlineDynamicImports: true },
  },
];
