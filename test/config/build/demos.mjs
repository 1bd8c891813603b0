// The two interfaces of one's own whose frameworks need a build: demo/own-interface/built.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { compile } from 'svelte/compiler';
import { root } from '../run/install.mjs';

const folder = `${root}demo/own-interface`;

/** As it stands beside them: the demos share the build with the other pages. */
const ourPackage = {
  name: 'our-package',
  setup: (/** @type {import('esbuild').PluginBuild} */ { onResolve }) =>
    onResolve({ filter: /^user-pays-image\/checkout$/ }, () => ({
      path: '../../../dist/modules/checkout/index.js',
      external: true,
    })),
};

const svelte = {
  name: 'svelte',
  setup: (/** @type {import('esbuild').PluginBuild} */ { onLoad }) =>
    onLoad({ filter: /\.svelte$/ }, ({ path }) => ({
      contents: compile(readFileSync(path, 'utf8'), { filename: basename(path) }).js.code,
    })),
};

const mount =
  "import { mount } from 'svelte'; import Picture from './Picture.svelte'; mount(Picture, { target: document.querySelector('#app') });";

export async function buildDemos() {
  /** @type {import('esbuild').BuildOptions} */
  const shared = {
    bundle: true,
    format: 'esm',
    minify: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions: ['browser', 'production'],
    plugins: [ourPackage, svelte],
    logLevel: 'error',
  };
  await Promise.all([
    build({ ...shared, entryPoints: [`${folder}/react.jsx`], outfile: `${folder}/built/react.js` }),
    build({
      ...shared,
      stdin: { contents: mount, resolveDir: folder },
      outfile: `${folder}/built/svelte.js`,
    }),
  ]);
}
