// `npm run types:check [-- 5.4 6.0]`: the types of the packed package under several releases of
// TypeScript, without `skipLibCheck`. Needs a build and the registry: it is no part of `npm test`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../run/install.mjs';

const given = process.argv.slice(2);
const releases = given.length > 0 ? given : ['5.0', '5.4', '5.9', '6.0', '7.0'];
const folder = mkdtempSync(join(tmpdir(), 'user-pays-types-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const elements = ['image', 'price', 'tally', 'calculator'];
const entries = ['', '/pricing', '/checkout', '/testing', '/providers', '/define'].concat(
  elements.map((name) => `/define/user-pays-${name}`),
);
const ways = { nodenext: 'nodenext', bundler: 'esnext' };

/** True where it went well; else its words are printed. */
function run(command, args, cwd = folder) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) console.log(stdout + stderr);
  return status === 0;
}

function write(file, text) {
  writeFileSync(join(folder, file), text);
}

write('package.json', '{ "private": true, "type": "module" }');
write('use.ts', entries.map((entry) => `import 'user-pays-image${entry}';\n`).join(''));
for (const [moduleResolution, module] of Object.entries(ways)) {
  const compilerOptions = {
    ...{ noEmit: true, strict: true, skipLibCheck: false, types: [] },
    ...{ target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'], module, moduleResolution },
  };
  write(`${moduleResolution}.json`, JSON.stringify({ compilerOptions, files: ['use.ts'] }));
}

if (!run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root)) process.exit(1);
const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz'));
const compilers = releases.map((release) => `ts-${release}@npm:typescript@${release}`);
if (!run('npm', ['install', '--ignore-scripts', `./${tarball}`, ...compilers])) process.exit(1);
for (const release of releases) {
  for (const way of Object.keys(ways)) {
    const tsc = `node_modules/ts-${release}/bin/tsc`;
    const isRight = run(process.execPath, [tsc, '-p', `${way}.json`]);
    console.log(`TypeScript ${release}, ${way}: ${isRight ? 'ok' : 'FAILED'}`);
    if (!isRight) process.exitCode = 1;
  }
}
