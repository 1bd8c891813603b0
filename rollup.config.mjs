import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { readFileSync } from 'node:fs';
import { leanDecimal } from './test/config/lean-decimal.mjs';
import { lazyName, lazyParts, lazyPath, trace, withoutPackages } from './test/config/lazy-parts.mjs';
import { typescriptSources } from './test/config/typescript-sources.mjs';

const { name, version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

const bundles = [
  { input: 'src/define/index.ts', file: 'user-pays-image.js', format: 'es' },
  { input: 'src/define/index.ts', file: 'user-pays-image.iife.js', format: 'iife' },
  { input: 'src/define/user-pays-price.ts', file: 'user-pays-price.js', format: 'es' },
  { input: 'src/pricing/index.ts', file: 'pricing.js', format: 'es' },
];

const preamble = `/*! ${name} ${version} · MIT · with lit (BSD-3-Clause) and decimal.js (MIT): third-party-licenses.txt */`;
// lit's browser build touches these two as it loads; in Node, where nothing is drawn, stand-ins let the file load and do nothing.
const intro = 'const{HTMLElement=class{},document={createTreeWalker(){}}}=globalThis;';

const sources = () => [leanDecimal(), typescriptSources(), nodeResolve({ browser: true })];
const minified = () => terser({ ecma: 2020, module: true, compress: { passes: 3, ecma: 2020 }, format: { comments: false, preamble } });
const onLog = (level, log) => {
  if (level === 'warn') throw new Error(log.message);
};

export default async () => {
  const traces = new Map();
  const lazy = new Set();
  const traced = async (input) => {
    if (!traces.has(input)) traces.set(input, await trace(input, sources()));
    return traces.get(input);
  };
  const options = async (input, output, prefix, extra = []) => {
    const { atHand, lazy: parts } = await traced(input);
    for (const part of parts) lazy.add(part);
    return {
      input,
      onLog,
      plugins: [lazyParts((id) => atHand.has(id), () => undefined), ...sources(), minified(), ...extra],
      output: { sourcemap: true, inlineDynamicImports: true, paths: lazyPath(prefix), ...output },
    };
  };

  const all = [];
  for (const { input, file, format } of bundles) {
    const hasLit = [...(await traced(input)).atHand].some((id) => id.includes('/lit'));
    all.push(await options(input, { file: `dist/${file}`, format, name: 'UserPaysImage', exports: 'named', ...(hasLit ? { intro } : {}) }, './lazy/'));
  }
  // A lazy part may have lazy parts of its own, which join the set while it is walked.
  for (const input of lazy) all.push(await options(input, { file: `dist/lazy/${lazyName(input)}.js`, format: 'es' }, './', [withoutPackages()]));
  return all;
};
