// What npm gets is for bundlers and type checkers: no comment that no tool shows, no type that
// nobody can name, no module that only had types in it, no white space, no long name of what only
// one function knows.
import { transform } from 'esbuild';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAst } from 'rollup/parseAst';
import { minify } from 'terser';
import { root } from '../run/install.mjs';
import { slimCode } from './slim-literals.mjs';

/**
 * Takes out of the folder that tsc wrote what no entry of the package leads to, and the comments
 * and white space of its scripts. Types that somebody can name keep theirs, since editors show them.
 * @param {string} modules
 */
export async function slimModules(modules) {
  const written = readdirSync(modules, { recursive: true }).map(String);
  for (const ending of ['.js', '.d.ts']) {
    const begin = entries(written, ending);
    const kept = reach(modules, begin, ending, imported);
    for (const path of written.filter((file) => file.endsWith(ending) && !kept.has(file)))
      rmSync(join(modules, path));
    if (ending === '.js') for (const path of kept) await slim(join(modules, path));
    else {
      const named = reach(modules, begin, ending, handedOn);
      for (const path of kept) if (!named.has(path) && !isElement(path)) mute(join(modules, path));
    }
  }
}

/** Elements are named by their tags. */
function isElement(path) {
  return path.startsWith(join('ui', 'elements', 'user-pays-')) && !dirname(path).includes('user-');
}

function mute(file) {
  const code = readFileSync(file, 'utf8');
  writeFileSync(file, code.replace(/^ *\/\*\*(?:(?!\*\/).)*\*\/\n/gms, ''));
}

/**
 * The modules that package.json exports, and of scripts those that it runs, without their ending.
 * @param {string[]} written
 * @param {string} ending
 */
function entries(written, ending) {
  const { exports, bin } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const folder = './dist/modules/';
  const runs = Object.values(bin).map((path) => `./${path}`);
  return [...Object.values(exports), ...(ending === '.js' ? runs : [])]
    .map((target) => target.default ?? target)
    .filter((target) => target.startsWith(folder))
    .map((target) => target.slice(folder.length))
    .flatMap((path) =>
      path.includes('*')
        ? written.filter((file) => dirname(file) === dirname(path) && file.endsWith('.js'))
        : [path],
    )
    .map((path) => path.replace(/\.js$/, ''));
}

const imported = /(?:\bfrom|\bimport) ?\(?['"](\.[^'"]+)\.js['"]/g;
const handedOn = /^export [^;]*?\bfrom ['"](\.[^'"]+)\.js['"]/gm;

/**
 * The entries and all that they lead to: what they import, at once or later, or what they hand on.
 * @returns {Set<string>}
 */
function reach(modules, entries, ending, leadsTo) {
  const seen = new Set();
  const next = entries.map((entry) => entry + ending);
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const code = readFileSync(join(modules, path), 'utf8');
    for (const [, from] of code.matchAll(leadsTo)) next.push(join(dirname(path), from + ending));
  }
  return seen;
}

/**
 * What a stack or a debugger's list shows keeps its name: functions, classes, fields, and what stands
 * at the top of a module. Lines stay, too, so that an error’s place can be read.
 */
const local = {
  ecma: 2020,
  compress: false,
  keep_fnames: true,
  keep_classnames: true,
  parse: { module: true },
  format: { max_line_len: 1000 },
};

async function slim(file) {
  const { code } = await transform(readFileSync(file, 'utf8'), {
    target: 'esnext',
    charset: 'utf8',
    minifyWhitespace: true,
    minifySyntax: true,
  });
  const short = await minify(slimCode(code, parseAst), local);
  writeFileSync(file, short.code);
}
