// Small mistakes for `npm run mutants`: every one is built into the bundle and asleep until
// `__stryker__.activeMutant` names it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { types } from '@babel/core';
import { build } from 'esbuild';
import { Instrumenter } from '@stryker-mutator/instrumenter';
// Stryker has no way to add a mutator but its own list.
import { allMutators } from '../../../node_modules/@stryker-mutator/instrumenter/dist/src/mutators/index.js';
import { root } from './install.mjs';

/**
 * Not money: data with its own checks, and how the sandbox paints its pictures.
 * A bare constant or a word is data too, so these are left as they are: strings, objects, arrays,
 * patterns.
 */
const notMoney =
  /catalogue\/|\/sandbox-(scene|landscapes|sky|subjects|view|painter|brush|recipe|script)\.ts$|\.d\.ts$/;
const noise = ['StringLiteral', 'ObjectLiteral', 'ArrayDeclaration', 'Regex'];

const lostAwait = {
  name: 'LostAwait',
  *mutate(path) {
    if (path.isAwaitExpression()) yield path.node.argument;
  },
};

const lostStatement = {
  name: 'LostStatement',
  *mutate(path) {
    // A block of one statement is emptied by Stryker's own BlockStatement.
    if (path.isExpressionStatement() && (path.parent.body?.length ?? 2) > 1)
      yield types.emptyStatement();
  },
};

const offByOne = {
  name: 'OffByOne',
  *mutate(path) {
    const isKey = path.parent.type === 'ObjectProperty' && path.parent.key === path.node;
    if (path.isNumericLiteral() && path.node.value <= 2 && !isKey)
      yield types.numericLiteral(path.node.value + 1);
  },
};

// `a === b` becomes true and false already; `a !== b` beside them would only be counted as found
// once more.
const equality = allMutators.find(({ name }) => name === 'EqualityOperator');
const comparison = {
  name: equality.name,
  mutate: (path) =>
    path.isBinaryExpression() && /^[!=]==?$/.test(path.node.operator) ? [] : equality.mutate(path),
};
// `...(x === undefined ? {} : { x })`: without the question the field is there and undefined, which
// nobody can tell from missing.
const condition = allMutators.find(({ name }) => name === 'ConditionalExpression');
function isFieldOrNot({ node, parent, parentPath }) {
  return (
    parentPath?.isConditionalExpression() &&
    parent.test === node &&
    parentPath.parentPath?.isSpreadElement() &&
    parent.consequent.properties?.length === 0
  );
}
const decision = {
  name: condition.name,
  *mutate(path) {
    for (const mutant of condition.mutate(path))
      if (!(isFieldOrNot(path) && mutant.value === false)) yield mutant;
  },
};
allMutators.splice(
  allMutators.indexOf(equality),
  1,
  comparison,
  lostAwait,
  lostStatement,
  offByOne,
);
allMutators.splice(allMutators.indexOf(condition), 1, decision);

const quiet = { debug() {}, info() {}, warn: console.warn, isDebugEnabled: () => false };

/** The text between two places, lines and columns from 0. */
function textAt(/** @type {string[]} */ lines, { start, end }) {
  return start.line === end.line
    ? lines[start.line].slice(start.column, end.column)
    : [
        lines[start.line].slice(start.column),
        ...lines.slice(start.line + 1, end.line),
        lines[end.line].slice(0, end.column),
      ].join('\n');
}

function onOneLine(/** @type {string} */ code) {
  return code.replaceAll(/\s+/g, ' ').trim();
}

/**
 * All files of a room, or one.
 * @param {string} what `spending`, or `spending/lease.ts`
 * @returns {string[]} paths from the project's folder
 */
export function sourcesOf(what) {
  if (what.endsWith('.ts')) return [`src/${what}`];
  return readdirSync(join(root, 'src', what), { recursive: true })
    .map((path) => `src/${what}/${path}`)
    .filter((path) => path.endsWith('.ts') && !notMoney.test(path))
    .sort();
}

/**
 * Every small mistake that can be made in the files.
 * @param {string[]} paths
 * @returns {Promise<{code: Map<string, string>, mutants: Mutant[]}>} `code` by path: the sources
 * with all of them asleep
 * @typedef {{id: string, file: string, line: number, kind: string, from: string, to: string, in:
 * string}} Mutant `in`: the whole source line
 */
export async function mutate(paths) {
  const files = paths.map((name) => ({
    name,
    mutate: true,
    content: readFileSync(root + name, 'utf8'),
  }));
  const done = await new Instrumenter(quiet).instrument(files, {
    plugins: null,
    excludedMutations: noise,
    ignorers: [],
  });
  const linesOf = new Map(files.map(({ name, content }) => [name, content.split('\n')]));
  const mutants = done.mutants
    .filter(({ status }) => status !== 'Ignored')
    .map(({ id, fileName, location, mutatorName, replacement }) => ({
      id,
      file: fileName,
      line: location.start.line + 1,
      kind: mutatorName,
      from: onOneLine(textAt(linesOf.get(fileName), location)),
      to: onOneLine(replacement),
      in: linesOf.get(fileName)[location.start.line].trim(),
    }));
  return { mutants, code: new Map(done.files.map(({ name, content }) => [name, content])) };
}

/**
 * Bundles entry points over the mutated sources.
 * @param {string[]} entryPoints paths from the project's folder
 * @param {Map<string, string>} code
 * @param {boolean} splitting in parts which several entries share, so that one can be loaded by
 * itself
 * @returns {Promise<Map<string, string>>} JavaScript by the address a page knows it by,
 * `/test/spending/entry-projection.test.js`
 */
export async function bundle(entryPoints, code, splitting = true) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints,
    bundle: true,
    ignoreAnnotations: true,
    splitting,
    format: 'esm',
    target: 'es2022',
    write: false,
    outdir: '/',
    outbase: '.',
    logLevel: 'error',
    tsconfig: `${root}tsconfig.json`,
    plugins: [
      {
        name: 'mutants',
        setup: ({ onLoad, onResolve }) => {
          // What @web/test-runner does for a test, mutants-browser.mjs does here.
          onResolve({ filter: /^@web\/test-runner-commands$/ }, () => ({
            path: 'commands',
            namespace: 'here',
          }));
          onLoad({ filter: /./, namespace: 'here' }, () => ({
            contents: 'export const sendKeys = (keys) => globalThis.pressKeys(keys);',
          }));
          onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => {
            const contents = code.get(path.slice(root.length));
            return contents === undefined ? undefined : { contents, loader: 'ts' };
          });
          // A part stands elsewhere than the file that asks where it stands.
          onLoad({ filter: /\/test\/.*\.ts$/ }, ({ path }) => {
            const text = readFileSync(path, 'utf8');
            return {
              loader: 'ts',
              contents: text.replaceAll(
                'import.meta.url',
                `new URL('/${path.slice(root.length)}', location.href).href`,
              ),
            };
          });
        },
      },
    ],
  });
  return new Map(outputFiles.map(({ path, text }) => [path, text]));
}
