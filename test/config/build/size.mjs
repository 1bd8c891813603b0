// `npm run size`: prints what each file weighs after gzip, and writes it into the README's table.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { root, run } from '../run/install.mjs';
import { bundledSizes, loadSizes, kilobytes } from './sizes.mjs';

if (
  !existsSync(`${root}dist/user-pays-image.js`) &&
  run(process.execPath, ['test/config/build/build.mjs']) !== 0
)
  process.exit(1);

const readme = readFileSync(`${root}README.md`, 'utf8');
const current = readme.replace(
  /^(\|\s*`(dist\/[\w.-]+\.js)`.*?)[\d.]+ kB(\s*\|\s*)$/gm,
  (_, before, file, after) => {
    const size = kilobytes(loadSizes(root + file).gzip);
    console.log(`${file}: ${size} after gzip`);
    return `${before}${size}${after}`;
  },
);
if (current !== readme) writeFileSync(`${root}README.md`, current);
const { gzip } = await bundledSizes(`${root}dist/modules/checkout/index.js`);
console.log(`user-pays-image/checkout, bundled: ${kilobytes(gzip)} after gzip`);
