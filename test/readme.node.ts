import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
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

interface Described {
  readonly tagName?: string;
  readonly attributes?: readonly { readonly name: string }[];
  readonly events?: readonly { readonly name: string }[];
}
const papers = ['README.md', 'llms.txt', 'SKILL.md'];
const snippets = papers.flatMap((paper) =>
  [...readFileSync(root + paper, 'utf8').matchAll(/```(\w+)\n(.*?)```/gs)].map(
    ([, language = '', code = '']) => ({ paper, language, code }),
  ),
);
const manifest = JSON.parse(readFileSync(`${root}custom-elements.json`, 'utf8')) as {
  modules: { declarations: Described[] }[];
};
const elements = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName);

describe('What README, llms.txt and SKILL.md tell people to write', () => {
  it('is there to be tried', () => {
    assert.ok(snippets.filter(({ language }) => language === 'js').length >= 4);
    assert.ok(snippets.filter(({ language }) => language === 'html').length >= 2);
  });

  it('imports what the package exports', async () => {
    const { exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
      exports: Record<string, { default: string }>;
    };
    for (const { paper, code } of snippets.filter(({ language }) => language === 'js')) {
      transformSync(code);
      for (const [, names = '', path = ''] of code.matchAll(
        /import (?:\{([^}]*)\} from )?'user-pays-image(.*?)'/g,
      )) {
        const entry = exports[`.${path}`];
        assert.ok(entry, `${paper}: ${path}`);
        const module = (await import(root + entry.default)) as object;
        for (const name of names.split(',').filter(Boolean))
          assert.ok(name.trim() in module, `${paper}: ${path} has no ${name}`);
      }
    }
  });

  it('uses attributes and events that the elements have', () => {
    const words = papers.map((paper) => readFileSync(root + paper, 'utf8')).join('\n');
    const tags = [...words.matchAll(/<(user-pays-[a-z]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/g)];
    assert.ok(tags.length >= 5);
    for (const [whole, tag, attributes = ''] of tags) {
      const described = elements.find(({ tagName }) => tagName === tag);
      assert.ok(described, whole);
      const known = [
        ...(described.attributes ?? []).map(({ name }) => name),
        'id',
        'lang',
        'class',
      ];
      for (const [, name = ''] of attributes.matchAll(/([a-z-]+)(?:="[^"]*")?/g))
        assert.ok(known.includes(name), `${whole} has no ${name}`);
    }
    const events = elements.flatMap(({ events = [] }) => events.map(({ name }) => name));
    const names = elements.map(({ tagName }) => tagName);
    for (const [name] of words.matchAll(/(?<![-/<\w])user-pays-(?!image\b)[a-z-]+(?![-\w./])/g))
      assert.ok([...events, ...names].includes(name), name);
  });

  it('gets the results that stand beside it', async () => {
    const { formatUsd, quote } = (await import(`${root}dist/pricing.js`)) as {
      formatUsd: (amount: string) => string;
      quote: (request: object) => { total: { low: string; high: string } };
    };
    const results = snippets.flatMap(({ code }) =>
      [...code.matchAll(/^quote\((\{.*?\})\)\.total; \/\/ (\{.*\})$/gm)].map(([, given, told]) =>
        [given, told].map((text) => runInNewContext(`(${text})`) as object),
      ),
    );
    assert.ok(results.length > 0);
    for (const [given = {}, told] of results)
      assert.equal(JSON.stringify(quote(given).total), JSON.stringify(told));
    assert.match(readFileSync(`${root}llms.txt`, 'utf8'), /formatUsd\(total\.high\).*'\$0\.075'/);
    const { total } = quote({ provider: 'bfl', model: 'flux-2-pro', width: 2048, height: 2048 });
    assert.equal(formatUsd(total.high), '$0.075');
  });
});
