// The table of `npm run matrix`: each tool with the versions it is tried with and the smallest page
// that its users would write. `build` are commands; `out` is the folder that a server would serve.

/**
 * @typedef {object} Tool
 * @property {Record<string, string>} packages exact versions, by name
 * @property {Record<string, string>} files of the page, by path
 * @property {string[]} build
 * @property {string} [out] where the page lies after that; the folder itself otherwise
 * @property {object} [settings] more for its package.json
 */

const tag = '<user-pays-image provider="sandbox" prompt="a red boat at dawn"></user-pays-image>';
const script = "import 'user-pays-image/define';\n";
const page = (/** @type {string} */ head, body = tag) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title>${head}</head><body>${body}</body></html>\n`;
const moduleTag = (/** @type {string} */ src) => `<script type="module" src="${src}"></script>`;
const copied = 'mkdir -p out && cp index.html out/';

/** @param {string} version @returns {Tool} */
const vite = (version) => ({
  packages: { vite: version },
  files: { 'index.html': page(moduleTag('/main.js')), 'main.js': script },
  build: ['vite build'],
  out: 'dist',
});

/**
 * A page that a framework draws, built by Vite.
 * @param {Record<string, string>} packages
 * @param {Record<string, string>} files
 * @param {[name: string, from: string, call: string] | undefined} [plugin]
 * @returns {Tool}
 */
const drawn = (packages, files, plugin) => ({
  packages: { vite: '8.3.8', ...packages },
  files: {
    'index.html': page('', `<div id="app"></div>${moduleTag('/main.js')}`),
    'vite.config.mjs': plugin
      ? `import ${plugin[0]} from '${plugin[1]}';\nexport default { plugins: [${plugin[2]}] };\n`
      : 'export default {};\n',
    ...files,
  },
  build: ['vite build'],
  out: 'dist',
});

/** Webpack and Rspack have the same interface. @param {string} name @returns {Tool} */
const packed = (name, version = '') => ({
  packages: { [name]: version },
  files: {
    'index.html': page('<script src="main.js" defer></script>'),
    'main.js': script,
    'build.mjs': `import * as tool from '${name}';
const make = tool.rspack ?? tool.default;
make({ mode: 'production', context: import.meta.dirname, entry: './main.js', output: { path: import.meta.dirname + '/out' } }, (error, told) => {
  if (error || told.hasErrors()) throw error ?? new Error(told.toString());
});
`,
  },
  build: ['node build.mjs', copied],
  out: 'out',
});

/** @type {Record<string, Tool>} */
export const tools = {
  'no bundler': {
    packages: {},
    files: {
      'index.html': page(
        '<script type="importmap">{ "imports": { "user-pays-image/define": "./dist/user-pays-image.js" } }</script>' +
          `<script type="module">${script}</script>`,
      ),
    },
    build: [`${copied} && cp -r node_modules/user-pays-image/dist out/`],
    out: 'out',
  },
  esbuild: {
    packages: { esbuild: '0.28.2' },
    files: { 'index.html': page(moduleTag('main.js')), 'main.js': script },
    build: ['esbuild main.js --bundle --minify --splitting --format=esm --outdir=out', copied],
    out: 'out',
  },
  'esbuild iife': {
    packages: { esbuild: '0.28.2' },
    files: { 'index.html': page('<script src="main.js" defer></script>'), 'main.js': script },
    build: ['esbuild main.js --bundle --minify --format=iife --outdir=out', copied],
    out: 'out',
  },
  rollup: {
    packages: { rollup: '4.60.0', '@rollup/plugin-node-resolve': '16.0.3' },
    files: { 'index.html': page(moduleTag('main.js')), 'main.js': script },
    build: ['rollup main.js --plugin node-resolve --format es --dir out', copied],
    out: 'out',
  },
  'vite 5': vite('5.4.9'),
  'vite 6': vite('6.4.6'),
  'vite 7': vite('7.3.8'),
  'vite 8': vite('8.3.8'),
  webpack: packed('webpack', '5.112.2'),
  rspack: packed('@rspack/core', '2.3.2'),
  vue: drawn(
    { vue: '3.5.45', '@vitejs/plugin-vue': '6.0.11' },
    {
      'main.js': `${script}import { createApp } from 'vue';\nimport App from './App.vue';\ncreateApp(App).mount('#app');\n`,
      'App.vue': `<template>${tag}</template>\n`,
    },
    [
      'vue',
      '@vitejs/plugin-vue',
      "vue({ template: { compilerOptions: { isCustomElement: (name) => name.startsWith('user-pays-') } } })",
    ],
  ),
  svelte: drawn(
    { svelte: '5.57.3', '@sveltejs/vite-plugin-svelte': '7.3.1' },
    {
      'main.js': `${script}import { mount } from 'svelte';\nimport App from './App.svelte';\nmount(App, { target: document.getElementById('app') });\n`,
      'App.svelte': `${tag}\n`,
    },
    ['{ svelte }', '@sveltejs/vite-plugin-svelte', 'svelte()'],
  ),
  react: drawn(
    { react: '19.3.1', 'react-dom': '19.3.1' },
    {
      'main.js': `${script}import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
const widget = createElement('user-pays-image', { provider: 'sandbox', prompt: 'a red boat at dawn' });
createRoot(document.getElementById('app')).render(widget);
`,
    },
  ),
  eleventy: {
    packages: { '@11ty/eleventy': '3.1.8' },
    files: {
      'index.html': page(moduleTag('/dist/user-pays-image.js')),
      'eleventy.config.js':
        "export default (site) => {\n  site.addPassthroughCopy({ 'node_modules/user-pays-image/dist': 'dist' });\n};\n",
    },
    build: ['eleventy'],
    out: '_site',
  },
  vitepress: {
    packages: { vitepress: '1.6.4' },
    files: {
      'index.md': `# Test\n\n${tag}\n`,
      '.vitepress/config.mjs':
        "export default { vue: { template: { compilerOptions: { isCustomElement: (name) => name.startsWith('user-pays-') } } } };\n",
      '.vitepress/theme/index.js': `${script}export { default } from 'vitepress/theme';\n`,
    },
    build: ['vitepress build'],
    out: '.vitepress/dist',
  },
  parcel: {
    packages: { parcel: '2.16.4' },
    files: { 'index.html': page(moduleTag('main.js')), 'main.js': script },
    settings: { '@parcel/resolver-default': { packageExports: true } },
    build: ['parcel build index.html --dist-dir out --no-cache'],
    out: 'out',
  },
  astro: {
    // The newest that runs on Node 20.
    packages: { astro: '5.9.4' },
    files: {
      'src/pages/index.astro': page('', `${tag}<script>${script}</script>`),
    },
    build: ['astro build'],
    out: 'dist',
  },
  next: {
    packages: { next: '16.4.6', react: '19.3.1', 'react-dom': '19.3.1' },
    files: {
      'next.config.mjs': "export default { output: 'export' };\n",
      'app/layout.js':
        'export default ({ children }) => <html lang="en"><body>{children}</body></html>;\n',
      'app/page.js': `'use client';\n${script}export default () => ${tag};\n`,
    },
    build: ['next build'],
    out: 'out',
  },
};
