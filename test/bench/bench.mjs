// `npm run bench [-- words]`: what a reader pays in bytes and time, ours beside its floor and its
// peers, measured in one run on this machine.
// Figures of different machines, or of different runs, say nothing beside each other.
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { ensureInstalled, root, run } from '../config/run/install.mjs';

ensureInstalled();
if (
  !existsSync(`${root}dist/user-pays-image.js`) &&
  run(process.execPath, ['test/config/build/build.mjs']) !== 0
)
  process.exit(1);

const words = process.argv.slice(2);
const all = [
  'bytes',
  'script-cost',
  'first-sight',
  'first-touch',
  'price-time',
  'menu',
  'quotes',
  'journal',
];
const parts = all.filter((part) => words.length === 0 || words.includes(part));
if (parts.length === 0) {
  console.error(`Parts: ${all.join(', ')}`);
  process.exit(1);
}
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}`);
for (const part of parts) {
  const { title, measure } = await import(`./${part}.mjs`);
  console.log(`\n${title}`);
  console.table(await measure());
}
