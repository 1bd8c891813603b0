// `npm start`: installs what is missing, builds if anything changed since the last build, serves the
// demo, and builds and reloads when a file is saved. PORT says where to start looking for a free
// port.
import { readdirSync, statSync, watch } from 'node:fs';
import { changedAt, ensureInstalled, root, run, runQuietly } from './install.mjs';
import { serve } from './static-server.mjs';

const builder = 'test/config/build/build.mjs';
/** What a build is made from. A folder is newer than what was removed from it. */
const sources = [
  'src',
  'demo/own-interface',
  'test/config/build',
  'rollup.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

ensureInstalled();
if (newest(sources) < changedAt('dist')) {
  console.log('Nothing changed since the last build.');
} else {
  console.log('Building; the first time it takes half a minute …');
  const code = run(process.execPath, [builder]);
  if (code !== 0) process.exit(code);
}

const wanted = Number(process.env.PORT ?? 8000);
const { url, reload } = await serve({
  port: Number.isInteger(wanted) && wanted >= 0 && wanted < 65536 ? wanted : 8000,
  reloads: true,
});
console.log(`\nThe demo is at ${url}  (Ctrl+C stops it)`);
console.log('Pages load again when a file in src/ or demo/ is saved.');

const buildAgain = settled(oneAtATime(rebuild));
const loadAgain = settled(reload);
watch(`${root}src`, { recursive: true }, buildAgain);
watch(`${root}demo`, { recursive: true }, (_, name) => {
  if (name?.includes('built')) return;
  if (/\.(jsx|svelte)$/.test(name ?? '')) buildAgain();
  else loadAgain();
});

async function rebuild() {
  const began = Date.now();
  console.log('Building …');
  const { code, output } = await runQuietly(process.execPath, [builder, '--quick']);
  if (code !== 0) return console.log(`${output}\nNot built; the page is the one from before.`);
  console.log(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
  return reload();
}

/** Editors save in several steps: called once when they are over. */
function settled(/** @type {() => unknown} */ work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, 100);
  };
}

/** What is asked for while it runs is done once more when it ends. */
function oneAtATime(/** @type {() => Promise<unknown>} */ work) {
  let isRunning = false;
  let isAskedAgain = false;
  return async () => {
    isAskedAgain = true;
    if (isRunning) return;
    isRunning = true;
    while (isAskedAgain) {
      isAskedAgain = false;
      await work();
    }
    isRunning = false;
  };
}

/** When any of these files and folders, or what is in them, last changed; ms. */
function newest(/** @type {string[]} */ paths) {
  const inside = paths
    .filter((path) => statSync(root + path).isDirectory())
    .flatMap((path) =>
      readdirSync(root + path, { recursive: true }).map((name) => `${path}/${name}`),
    );
  return Math.max(...[...paths, ...inside].map(changedAt));
}
