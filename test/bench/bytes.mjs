import { readdirSync, readFileSync } from 'node:fs';
import { root } from '../config/run/install.mjs';
import { loadSizes, kilobytes, sizes } from '../config/build/sizes.mjs';
import { floor, peers } from './peers.mjs';

export const title = 'Bytes: minified, gzip -9, brotli 11 (1 kB = 1000 bytes)';

function row({ plain, gzip, brotli }) {
  return {
    minified: kilobytes(plain),
    gzip: kilobytes(gzip),
    brotli: kilobytes(brotli),
  };
}

export async function measure() {
  const table = {};
  for (const file of readdirSync(`${root}dist`).filter((name) => name.endsWith('.js')))
    table[`dist/${file}`] = row(loadSizes(`${root}dist/${file}`));
  table['floor: lit + decimal.js'] = row(sizes(await floor()));
  for (const { name, file } of peers) table[name] = row(loadSizes(root + file));
  for (const file of readdirSync(`${root}dist/parts`).filter((name) => name.endsWith('.js')))
    table[`parts/${file}`] = row(sizes(readFileSync(`${root}dist/parts/${file}`)));
  return table;
}
