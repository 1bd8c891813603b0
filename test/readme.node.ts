import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { root } from './config/run/install.mjs';
import { everyProvider } from './contract/every-provider.js';
import { providerIds } from '../src/base/provider-id.js';
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
      .filter((name) => !['i', 'install', 'ci', 'pack'].includes(name));
    assert.ok(named.length > 0);
    for (const name of named) assert.ok(scripts[name] !== undefined, name);
  });

  it('names addresses of CDNs that will lead to files of this version', () => {
    const { version, exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
      version: string;
      exports: Record<string, unknown>;
    };
    const named = [...readme.matchAll(/user-pays-image[@-](\d+\.\d+\.\d+)(?:\/([\w./-]+)|\.tgz)/g)];
    assert.equal(named.length, 4);
    for (const [address, said, path] of named) {
      assert.equal(said, version, address);
      if (path) assert.ok(exports[`./${path}`] ?? existsSync(root + path), address);
    }
  });

  it('says which hosts each provider needs in a policy', () => {
    const rows = new Map(
      [...readme.matchAll(/^\| `([\w-]+)` \| (.+) \| (.+) \|$/gm)]
        .slice(-providerIds.length)
        .map(([, id = '', hosts = '', pictures = '']) => [id, { hosts, pictures }]),
    );
    assert.deepEqual([...rows.keys()].sort(), [...providerIds].sort());
    for (const [adapter, recorded, id] of everyProvider) {
      if (id === 'openai-compatible') continue;
      const row = rows.get(id) ?? { hosts: '', pictures: '' };
      assert.deepEqual(
        origins(row.hosts),
        adapter.keyHosts.map((host) => `https://${host}`),
        id,
      );
      const allowed = [...origins(row.hosts), ...origins(row.pictures)];
      const seen = [
        ...JSON.stringify(recorded.replies.map(({ means }) => means)).matchAll(
          /"url":"(https:[^"]+)"/g,
        ),
      ]
        .map(([, url = '']) => new URL(url).origin)
        .filter((origin) => !origin.endsWith('.example'));
      for (const origin of seen)
        assert.ok(
          allowed.some((source) => covers(source, origin)),
          `${id}: ${origin}`,
        );
    }
  });

  it('says which hosts a sign-in needs in a policy', () => {
    const services = readFileSync(`${root}src/accounts/sign-in-services.ts`, 'utf8');
    const exchanges = [...services.matchAll(/exchange: '(https:[^']+)'/g)];
    assert.equal(exchanges.length, 3);
    for (const [, address = ''] of exchanges)
      assert.ok(readme.includes(`\`${new URL(address).origin}\``), address);
  });

  it('says what stands beside each file, and the build says the same', () => {
    const { files, entries } = JSON.parse(readFileSync(`${root}dist/integrity.json`, 'utf8')) as {
      files: Record<string, string>;
      entries: Record<string, { atOnce: string[]; later: string[] }>;
    };
    const rows = [...readme.matchAll(/^\| `dist\/([\w.-]+\.js)` \| (.+?) \|/gm)];
    assert.equal(rows.length, 4);
    for (const [, file = '', beside = ''] of rows) {
      const { atOnce = [], later = [] } = entries[file] ?? {};
      const said = [...beside.matchAll(/`dist\/([\w./-]+)`/g)].map(([, path = '']) => path);
      for (const path of [...atOnce, ...later])
        assert.ok(
          said.some((one) => path === one || (one.endsWith('/') && path.startsWith(one))),
          `${file} loads ${path}`,
        );
      for (const one of said)
        assert.ok(
          [...atOnce, ...later].some((path) => path.startsWith(one)),
          `${file} needs no ${one}`,
        );
    }
    for (const [file, integrity] of Object.entries(files))
      assert.equal(
        integrity,
        `sha384-${createHash('sha384')
          .update(readFileSync(`${root}dist/${file}`))
          .digest('base64')}`,
      );
  });
});

/** The sources of a policy that stand in a cell. */
function origins(cell: string): string[] {
  return [...cell.matchAll(/`(https:[^`]+)`/g)].map(([, source = '']) => source);
}

/** True if a policy with this source allows that origin. */
function covers(source: string, origin: string): boolean {
  const [scheme, rest] = source.split('*');
  return rest === undefined
    ? source === origin
    : origin.startsWith(scheme ?? '') && origin.endsWith(rest);
}
