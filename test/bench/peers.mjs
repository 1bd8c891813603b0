// What ours is measured beside, from the same node_modules.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { root } from '../config/run/install.mjs';

/**
 * lit and decimal.js, whole, and nothing of ours: what any widget built on them costs at least.
 * @returns {Promise<string>}
 */
export async function floor() {
  const {
    outputFiles: [file],
  } = await build({
    stdin: {
      contents:
        "import { LitElement, html, css } from 'lit'; import { Decimal } from 'decimal.js'; globalThis.floor = [LitElement, html, css, Decimal];",
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    write: false,
  });
  return file?.text ?? '';
}

function version(/** @type {string} */ name) {
  return JSON.parse(readFileSync(`${root}node_modules/${name}/package.json`, 'utf8')).version;
}

/** A chat widget that also makes pictures, and the SDK of the default provider. */
export const peers = [
  {
    name: `deep-chat ${version('deep-chat')}`,
    file: 'node_modules/deep-chat/dist/deepChat.bundle.js',
    isModule: true,
  },
  {
    name: `puter.js ${version('@heyputer/puter.js')}`,
    file: 'node_modules/@heyputer/puter.js/dist/puter.cjs',
    isModule: false,
  },
];
