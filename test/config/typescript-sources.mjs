// Rollup reads the TypeScript sources directly, so source maps lead to what a person wrote.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { transform } from 'esbuild';

const { compilerOptions } = JSON.parse(
  readFileSync(new URL('../../tsconfig.json', import.meta.url), 'utf8'),
);
const { useDefineForClassFields, verbatimModuleSyntax } = compilerOptions;

function withoutTypes(/** @type {string} */ code, /** @type {string} */ id) {
  return transform(code, {
    loader: 'ts',
    sourcefile: id,
    sourcemap: true,
    target: 'es2022',
    tsconfigRaw: { compilerOptions: { useDefineForClassFields, verbatimModuleSyntax } },
  });
}

// A module is read many times over while the bundles are split from their lazy parts.
const done = new Map();

/** Resolves `./x.js` to `./x.ts` and takes the types out. @returns {import('rollup').Plugin} */
export function typescriptSources() {
  return {
    name: 'typescript-sources',
    resolveId(source, importer) {
      if (!importer?.endsWith('.ts') || !source.startsWith('.')) return null;
      const path = resolve(dirname(importer), source.replace(/\.js$/, '.ts'));
      return existsSync(path) ? path : null;
    },
    transform(code, id) {
      if (!id.endsWith('.ts')) return null;
      const key = `${id}\n${code}`;
      if (!done.has(key)) done.set(key, withoutTypes(code, id));
      return done.get(key);
    },
  };
}
