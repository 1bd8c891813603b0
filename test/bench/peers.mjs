// What ours is measured beside, from the same node_modules.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { root } from '../config/run/install.mjs';

/**
 * lit and decimal.js, whole, and nothing of ours: what any widget built on them costs at least.
 * @returns {Promise<string>}
 */
export function floor() {
  return bundled(
    "import { LitElement, html, css } from 'lit'; import { Decimal } from 'decimal.js'; globalThis.floor = [LitElement, html, css, Decimal];",
  );
}

/**
 * The same with one element in use: it multiplies two amounts and shows them beside a button.
 * @returns {Promise<string>}
 */
export function floorElement() {
  return bundled(`
    import { LitElement, html, css } from 'lit';
    import { Decimal } from 'decimal.js';
    customElements.define('floor-price', class extends LitElement {
      static styles = css\`:host { display: block; font: inherit } button { padding: 8px }\`;
      render() {
        return html\`<textarea></textarea><button>Generate · $\${new Decimal('0.015').times(2).toFixed(3)}</button>\`;
      }
    });`);
}

async function bundled(/** @type {string} */ contents) {
  const {
    outputFiles: [file],
  } = await build({
    stdin: { contents, resolveDir: root },
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
