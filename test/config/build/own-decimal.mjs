// What npm gets stands on the same thin arithmetic as the files for script tags: a page's bundler
// could not drop the half of decimal.js that nobody calls.
import nodeResolve from '@rollup/plugin-node-resolve';
import { readFileSync, writeFileSync } from 'node:fs';
import { rollup } from 'rollup';
import { slimDecimal } from './slim-decimal.mjs';

const imported = "from 'decimal.js'";

/**
 * Puts a thinned decimal.js beside `pricing/money.js`, which then imports that one.
 * @param {string} modules the folder that tsc wrote
 */
export async function ownDecimal(modules) {
  const money = `${modules}/pricing/money.js`;
  const code = readFileSync(money, 'utf8');
  if (!code.includes(imported)) throw new Error(`${money} no longer imports decimal.js`);
  const bundle = await rollup({
    input: 'decimal.js',
    plugins: [nodeResolve({ browser: true }), slimDecimal()],
  });
  const { output } = await bundle.generate({ format: 'es' });
  // The methods that were taken out left their blanks.
  const thin = output[0].code.replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n');
  writeFileSync(`${modules}/pricing/decimal.js`, thin);
  writeFileSync(money, code.replace(imported, "from './decimal.js'"));
}
