import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { root } from '../run/install.mjs';

const files = readdirSync(`${root}src`, { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('.ts'))
  .map((path) => resolve(root, 'src', path));

/** What a file imports of ours: at load, for its types, or later. */
function importsOf(file: string): string[] {
  return importsIn(file, readFileSync(file, 'utf8'));
}

function importsIn(file: string, text: string): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => resolve(dirname(file), name.replace(/\.js$/, '.ts')));
}

/** The files of every circle: those that are reached from themselves. */
function circles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const reached = (from: string): Set<string> => {
    const seen = new Set<string>();
    const open = [...(imports.get(from) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(imports.get(next) ?? []));
    }
    return seen;
  };
  return [...imports.keys()].filter((file) => reached(file).has(file));
}

describe('circles of imports', () => {
  it('are seen, also through types and through what is loaded later', () => {
    assert.deepEqual(importsIn('/a/b.ts', `import type { C } from './c.js';`), ['/a/c.ts']);
    assert.deepEqual(importsIn('/a/b.ts', `export const d = () => import('./d.js');`), ['/a/d.ts']);
    assert.deepEqual(importsIn('/a/b.ts', `type E = typeof import('../e.js');`), ['/e.ts']);
    assert.deepEqual(
      circles(
        new Map([
          ['a', ['b', 'd']],
          ['b', ['c']],
          ['c', ['a']],
          ['d', []],
        ]),
      ),
      ['a', 'b', 'c'],
    );
  });

  it('there are none', () => {
    const imports = new Map(files.map((file) => [file, importsOf(file)]));
    assert.ok([...imports.values()].flat().length > 800);
    assert.deepEqual(
      circles(imports).map((file) => file.slice(root.length)),
      [],
    );
  });
});
