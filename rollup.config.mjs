import nodeResolve from '@rollup/plugin-node-resolve';
import { readFileSync } from 'node:fs';
import { minify } from 'terser';
import { lazyName, lazyOutput, lazyParts, lazyPath } from './test/config/lazy-parts.mjs';
import { slimDecimal } from './test/config/slim-decimal.mjs';
import { slimLiterals } from './test/config/slim-literals.mjs';
import { surveyParts } from './test/config/survey-parts.mjs';
import { typescriptSources } from './test/config/typescript-sources.mjs';

// Elsewhere only to compare one build with another.
const out = process.env.OUT ?? 'dist';
const { name, version } = JSON.parse(
  readFileSync(new URL('package.json', import.meta.url), 'utf8'),
);

const bundles = [
  { input: 'src/define/index.ts', file: 'user-pays-image.js', format: 'es' },
  // The same for the tests' and the demo's scenes, which set its inside up.
  { input: 'src/define/testing.ts', file: 'user-pays-image.testing.js', format: 'es' },
  { input: 'src/define/classic.ts', file: 'user-pays-image.iife.js', format: 'iife' },
  { input: 'src/define/user-pays-price.ts', file: 'user-pays-price.js', format: 'es' },
  { input: 'src/pricing/index.ts', file: 'pricing.js', format: 'es' },
];

const preamble = `/*! ${name} ${version} · MIT · with lit (BSD-3-Clause) and decimal.js (MIT): third-party-licenses.txt */`;
// lit's browser build touches these two as it loads; in Node, where nothing is drawn, stand-ins let
// the file load and do nothing.
const intro = 'const{HTMLElement=class{},document={createTreeWalker(){}}}=globalThis;';

// A classic script from another origin has no address to import beside (`about:blank`): it takes
// its own as it starts.
const here = 'const here=document.currentScript?.src||document.baseURI;';
const besideScript = {
  name: 'beside-script',
  renderDynamicImport: () => ({ left: 'import(new URL(', right: ',here))' }),
};

function sources() {
  return [typescriptSources(), nodeResolve({ browser: true }), slimDecimal()];
}
const shortest = {
  ecma: 2020,
  module: true,
  compress: { passes: 3, ecma: 2020 },
  format: { comments: false, preamble },
  sourceMap: { asObject: true },
};
function minified() {
  return { name: 'minified', renderChunk: (code) => minify(code, shortest) };
}
function onLog(level, log) {
  // What is handed to lazy parts is gathered when one is loaded, long after every module has run.
  if (log.code === 'CIRCULAR_DEPENDENCY' && log.message.includes('virtual:shared')) return;
  if (level === 'warn') throw new Error(log.message);
}

export default async () => {
  const { parts, table } = await surveyParts(
    [...new Set(bundles.map(({ input }) => input))],
    sources,
  );
  const options = (input, output, more = []) => ({
    input,
    onLog,
    plugins: [
      lazyParts(parts.get(input), table),
      ...sources(),
      slimLiterals(),
      ...more,
      minified(),
    ],
    output: { sourcemap: true, inlineDynamicImports: true, ...output },
  });
  const drawsWithLit = (input) => [...parts.get(input).own].some((id) => id.includes('/lit'));
  const entries = bundles.map(({ input, file, format }) =>
    options(
      input,
      {
        file: `${out}/${file}`,
        format,
        paths: lazyPath('./lazy/'),
        name: 'UserPaysImage',
        exports: 'named',
        ...(drawsWithLit(input) ? { intro: format === 'iife' ? intro + here : intro } : {}),
      },
      format === 'iife' ? [besideScript] : [],
    ),
  );
  const lazy = [...parts.values()]
    .filter(({ isLazy }) => isLazy)
    .map(({ input }) =>
      options(input, {
        file: `${out}/lazy/${lazyName(input)}.js`,
        paths: lazyPath('./'),
        ...lazyOutput(input, table),
      }),
    );
  return [...entries, ...lazy];
};
