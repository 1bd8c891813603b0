/*
 * `npm run mutants -- ROOM`: puts small mistakes into the money code one at a time, runs the room's own page tests, and prints those nobody noticed.
 *
 *   npm run mutants -- spending                    a room: spending, generation, pricing, providers
 *   npm run mutants -- spending/lease.ts           one file of it
 *   npm run mutants -- pricing --sample 200 --seed 7   a sample, the same each time
 *   npm run mutants -- pricing --jobs 2            browsers at a time, 1 unless told
 *   npm run mutants -- pricing --save out.json     survivors as JSON; `--only-survivors-of out.json` tries those again
 *
 * Stryker's instrumenter makes the mistakes (mutate.mjs says which), esbuild bundles sources and tests once, one Chromium runs for each mistake
 * the tests that meet it, until one fails. Taking too long is noticing, too. Not part of `npm test`: a room takes many minutes.
 * Mistakes without effect stand in mutants-without-effect.json, each with a reason; they are not counted.
 * Only what the room's own tests notice counts: test/ROOM, for providers also test/contract. Tests in Node and with whole browsers are not run.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './install.mjs';
import { openBrowser } from './mutants-browser.mjs';
import { bundle, mutate, sourcesOf } from './mutate.mjs';

const {
  values,
  positionals: [what],
} = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '1' },
    save: { type: 'string' },
    'only-survivors-of': { type: 'string' },
  },
});
// Playwright closes the browser on these and lets the process go on, which would open another.
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(143));

const room = what?.split('/')[0];
const testFolders = {
  spending: ['spending'],
  generation: ['generation'],
  pricing: ['pricing'],
  providers: ['providers', 'contract'],
}[room];
if (!testFolders) {
  console.error(
    'Which room? spending, generation, pricing, providers, or a file of one of them: spending/lease.ts',
  );
  process.exit(1);
}

function inFolders(/** @type {RegExp} */ ending) {
  return testFolders
    .flatMap((folder) =>
      readdirSync(`${root}test/${folder}`).map((name) => `test/${folder}/${name}`),
    )
    .filter((path) => ending.test(path))
    .sort();
}
function keyOf(mutant) {
  return JSON.stringify([mutant.file, mutant.in, mutant.from, mutant.to]);
}

/** A sample that the seed decides. */
function sampled(list, size, seed) {
  let state = Number(seed) >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return list
    .map((one) => [random(), one])
    .sort(([a], [b]) => a - b)
    .slice(0, size)
    .map(([, one]) => one);
}

const allowed = JSON.parse(
  readFileSync(new URL('../checks/mutants-without-effect.json', import.meta.url), 'utf8'),
);
const { mutants, code } = await mutate(sourcesOf(what));
const harmless = new Set(allowed.map(keyOf));
const again =
  values['only-survivors-of'] &&
  new Set(JSON.parse(readFileSync(values['only-survivors-of'], 'utf8')).map(keyOf));
const counted = mutants.filter(
  (mutant) => !harmless.has(keyOf(mutant)) && (!again || again.has(keyOf(mutant))),
);
const chosen = values.sample ? sampled(counted, Number(values.sample), values.seed) : counted;

const tests = inFolders(/\.test\.ts$/);
const frames = inFolders(/\.html$/);
const built = await bundle(
  [
    ...tests,
    ...frames.map((path) => path.replace(/html$/, 'ts')).filter((path) => existsSync(root + path)),
  ],
  code,
);
const copies = new Map();
/**
 * A frame's page, or a source with all it needs: a second copy of the script shares nothing with
 * the first.
 */
async function other(/** @type {string} */ path) {
  if (frames.includes(path.slice(1))) return readFileSync(root + path, 'utf8');
  if (!/^\/src\/[\w/-]+\.ts$/.test(path)) return undefined;
  if (!copies.has(path)) copies.set(path, bundle([path.slice(1)], code, false));
  return [...(await copies.get(path)).values()][0];
}
const files = tests.map((path) => `/${path.replace(/ts$/, 'js')}`);
const browsers = await Promise.all(
  Array.from({ length: Number(values.jobs) }, () => openBrowser(built, other)),
);
function closeAll() {
  return Promise.all(browsers.map((browser) => browser.close()));
}

const sound = await browsers[0].run(files, { limit: 120_000, goOn: true }, {}, 900_000);
const broken =
  sound === 'took too long'
    ? [{ name: 'The tests', error: sound }]
    : sound.report.filter(({ error }) => error);
if (broken.length > 0) {
  for (const { name, error } of broken) console.error(`${name}: ${error}`);
  console.error('These fail without any mistake put in: nothing can be said.');
  await closeAll();
  process.exit(1);
}

const times = new Map(sound.report.map(({ name, ms }) => [name, ms]));
const limits = Object.fromEntries([...times].map(([name, ms]) => [name, 4 * ms + 2500]));
const { static: atLoad = {}, perTest = {} } = sound.coverage ?? {};

function sum(/** @type {number[]} */ numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** True when a test notices; `undefined` stands for no test meets it. */
async function isNoticed(browser, { id, file }) {
  const meeting = atLoad[id]
    ? [...times.keys()]
    : [...times.keys()].filter((name) => perTest[name]?.[id]);
  if (meeting.length === 0) return undefined;
  const hits = Math.max(...Object.values(perTest).map((met) => met[id] ?? 0), atLoad[id] ?? 0);
  const whole = 4 * sum(meeting.map((name) => times.get(name))) + 10_000;
  // First the file's own tests, then the quick ones.
  const own = `/${basename(file, '.ts')}.test.js`;
  const costOf = (/** @type {string} */ path) =>
    path.endsWith(own)
      ? 0
      : Math.max(
          1,
          sum(meeting.filter((name) => name.startsWith(`${path} `)).map((name) => times.get(name))),
        );
  const loaded = files
    .filter((path) => meeting.some((name) => name.startsWith(`${path} `)))
    .sort((a, b) => costOf(a) - costOf(b));
  const fails = async (/** @type {object} */ which) => {
    const result = await browser.run(
      loaded,
      { ...which, limits, limit: 30_000 },
      { active: id, hitLimit: 1000 * (hits + 100) },
      whole + 4 * sum([...times.values()]),
    );
    return result === 'took too long' || result.report.some(({ error }) => error);
  };
  // What one test made may be what a later one of its file uses: only the first is said to meet it.
  return (await fails({ only: meeting })) || fails({});
}

const survivors = [];
let tried = 0;
const began = Date.now();
const queue = [...chosen];
await Promise.all(
  browsers.map(async (browser) => {
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const noticed = await isNoticed(browser, mutant);
      tried += 1;
      if (!noticed) {
        survivors.push(mutant);
        console.log(
          `${mutant.file}:${mutant.line}  ${mutant.from.slice(0, 160)}  →  ${mutant.to.slice(0, 160)}${noticed === undefined ? '   (no test comes here)' : ''}`,
        );
      }
      if (tried % 100 === 0)
        console.log(
          `… ${tried} of ${chosen.length}, ${survivors.length} unnoticed, ${Math.round((Date.now() - began) / 1000)} s`,
        );
    }
  }),
);
await closeAll();
if (values.save) writeFileSync(values.save, `${JSON.stringify(survivors, null, 1)}\n`);
const score = (100 * (chosen.length - survivors.length)) / Math.max(chosen.length, 1);
console.log(
  `\n${what}: ${chosen.length - survivors.length} of ${chosen.length} noticed, ${score.toFixed(1)} % (${mutants.length - counted.length} ${again ? 'not tried' : 'without effect, not counted'})`,
);
