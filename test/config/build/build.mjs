// `npm run build`: modules and types by tsc, single files by rollup, the elements' manifest and what
// is made of it for editors, the files' hashes, the price list and its schema, the licences. With
// `--quick` (for `npm start` after a change) nothing is checked, shrunk or described: not for
// publishing.
import { mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root, run } from '../run/install.mjs';

const isQuick = process.argv.includes('--quick');
const began = new Date();
ensureInstalled();
// Built beside dist and then put in its place, so that a failed build leaves the last good one, and
// nobody meets half of one.
const out = `dist-${process.pid}`;
process.on('exit', () => rmSync(root + out, { recursive: true, force: true }));
mkdirSync(root + out);

const tsc = (project) => [
  'node_modules/typescript/bin/tsc',
  '-p',
  `test/config/build/${project}`,
  '--outDir',
  `${out}/modules`,
  ...(isQuick ? ['--noCheck', '--declaration', 'false'] : []),
];
const steps = [
  tsc('tsconfig.build.json'),
  // The command line alone knows Node.
  tsc('tsconfig.node.json'),
  ['node_modules/rollup/dist/bin/rollup', '--config', 'rollup.config.mjs', '--silent'],
  [
    'node_modules/@custom-elements-manifest/analyzer/cem.js',
    'analyze',
    '--config',
    'test/config/build/manifest.config.mjs',
    '--quiet',
  ],
  ['test/config/build/editor-data.mjs'],
].slice(0, isQuick ? 3 : undefined);
for (const step of steps) {
  const code = run(process.execPath, step, { OUT: out, ...(isQuick && { QUICK: '1' }) });
  if (code !== 0) process.exit(code);
  if (step === steps[1]) await thinModules();
}

const { writeIntegrity } = await import('./integrity.mjs');
writeIntegrity(root + out);
const schema = JSON.parse(readFileSync(`${root}src/pricing/price-list.schema.json`, 'utf8'));
writeFileSync(`${root}${out}/price-list.schema.json`, JSON.stringify(schema));
const { catalogue } = await import(pathToFileURL(`${root}${out}/pricing.js`).href);
writeFileSync(`${root}${out}/prices.json`, JSON.stringify(catalogue));
const bundled = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', 'decimal.js'];
const licences = bundled.map((name) => {
  const folder = `${root}node_modules/${name}/`;
  const { version } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'));
  const file = name === 'decimal.js' ? 'LICENCE.md' : 'LICENSE';
  return `${name} ${version}\n\n${readFileSync(folder + file, 'utf8').trim()}\n`;
});
writeFileSync(`${root}${out}/third-party-licenses.txt`, licences.join('\n\n'));

// What each single file exports, for those who import it in TypeScript.
const types = {
  'user-pays-image': 'define/index',
  'user-pays-price': 'define/user-pays-price',
  'user-pays-image.testing': 'define/testing',
  pricing: 'pricing/index',
};
for (const [file, module] of Object.entries(types))
  writeFileSync(`${root}${out}/${file}.d.ts`, `export * from './modules/${module}.js';\n`);
// A list is more than TypeScript reads in JSON, where each text could be any other.
writeFileSync(
  `${root}${out}/prices.d.ts`,
  `import type { PriceList } from './modules/pricing/index.js';
declare const prices: PriceList;
export default prices;
`,
);

/** Loaded only now: a fresh clone has no rollup before it is installed. */
async function thinModules() {
  const { ownDecimal } = await import('./own-decimal.mjs');
  await ownDecimal(`${root}${out}/modules`);
  if (isQuick) return;
  const { slimModules } = await import('./slim-modules.mjs');
  await slimModules(`${root}${out}/modules`);
}

await (await import('./demos.mjs')).buildDemos();
rmSync(`${root}dist`, { recursive: true, force: true });
renameSync(root + out, `${root}dist`);
// How `npm start` knows whether anything changed since: what was saved during the build is newer,
// and everything is newer than a quick one.
utimesSync(`${root}dist`, began, isQuick ? new Date(0) : began);
