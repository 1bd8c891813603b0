import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { root } from './config/run/install.mjs';
import { loadSizes } from './config/build/sizes.mjs';

const readme = readFileSync(`${root}README.md`, 'utf8');

describe('What the README says', () => {
  it('prints the sizes of the files as they are built', () => {
    // A row reads: | `dist/user-pays-image.js` | … | 41.2 kB |
    const rows = [...readme.matchAll(/^\|\s*`(dist\/[\w.-]+\.js)`.*?([\d.]+ kB)\s*\|\s*$/gm)];
    assert.deepEqual(rows.map(([, file]) => file).sort(), [
      'dist/pricing.js',
      'dist/user-pays-image.iife.js',
      'dist/user-pays-image.js',
      'dist/user-pays-price.js',
    ]);
    // gzip is not the same to the byte in every Node; `npm run size` writes the table anew.
    for (const [, file, size = ''] of rows) {
      const { gzip } = loadSizes(`${root}${file}`);
      assert.ok(
        Math.abs(parseFloat(size) - gzip / 1000) < 0.3,
        `${file} is ${gzip} bytes after gzip, not ${size}`,
      );
    }
  });

  it('links only to files that are there', () => {
    const local = [...readme.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(
      ([, path]) => path ?? '',
    );
    for (const path of local) assert.ok(existsSync(root + path), path);
  });

  it('names only commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...readme.matchAll(/\bnpm (?:run )?(start|test|[a-z:]+)\b/g)]
      .map(([, name]) => name ?? '')
      .filter((name) => !['i', 'install', 'ci'].includes(name));
    assert.ok(named.length > 0);
    for (const name of named) assert.ok(scripts[name] !== undefined, name);
  });
});
