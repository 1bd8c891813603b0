import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { root } from './config/run/install.mjs';

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

  it('writes the page that stands beside it', async () => {
    const { renderPrice } = (await import(`${root}dist/modules/server/index.js`)) as {
      renderPrice: (request: object, options?: object) => string;
    };
    const results = snippets
      .filter(({ code }) => code.includes('renderPrice'))
      .map(({ code }) => {
        const told = /^renderPrice\(.*\); \/\/ '(.*)'$/m.exec(code)?.[1];
        const html: string[] = [];
        runInNewContext(code.replace(/^import .*$/m, ''), {
          renderPrice: (...given: [object, object?]) => {
            html.push(renderPrice(...given));
            return html[0];
          },
        });
        assert.equal(html.length, 1);
        return [html[0]?.replace('\u00a0', ' '), told] as const;
      });
    assert.equal(results.length, 2);
    for (const [html, told] of results)
      if (told === undefined)
        assert.match(html ?? '', /^<user-pays-price [^>]+><span [^>]+>[^<]*\$/);
      else assert.equal(html, told);
    assert.ok(results.some(([, told]) => told !== undefined));
  });

  it('types commands that end well', async () => {
    const { bin } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
      bin: Record<string, string>;
    };
    const words = papers.map((paper) => readFileSync(root + paper, 'utf8')).join('\n');
    const lines = [...words.matchAll(/npx user-pays-image ((?:[\w.-]+ ?)+)/g)].map(
      ([, line = '']) => line.trim(),
    );
    assert.ok(lines.length >= 5);
    for (const line of lines) {
      const args = [root + (bin['user-pays-image'] ?? ''), ...line.split(' ')];
      const { stdout, stderr } = await promisify(execFile)(process.execPath, args, {
        maxBuffer: 1 << 24,
      });
      assert.equal(stderr, '', line);
      assert.match(stdout, /\$0\.\d|--provider ID|rows, 0 past/, line);
    }
  });
});
