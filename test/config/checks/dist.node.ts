import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { mkdtemp, readFile, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import type * as pricing from '../../../src/pricing/index.js';
import { root } from '../run/install.mjs';

const run = promisify(execFile);
const dist = join(root, 'dist');

async function scripts(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true }))
    .filter((path) => path.endsWith('.js') && !/^(modules|types)\b/.test(path))
    .sort();
}

/**
 * Imports one thing in a fresh Node and reports what that changed, printed or asked of the network.
 */
async function importAlone(specifier: string): Promise<unknown> {
  const probe = `
    const before = Reflect.ownKeys(globalThis);
    let asked = 0;
    globalThis.fetch = () => { asked += 1; return new Promise(() => {}); };
    await import(${JSON.stringify(specifier)});
    const added = Reflect.ownKeys(globalThis).filter((key) => !before.includes(key)).map(String);
    console.log(JSON.stringify({ added, asked, handles: process.getActiveResourcesInfo().filter((name) => /Timeout|Socket|Message/.test(name)) }));`;
  const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '--eval', probe], {
    cwd: root,
  });
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}

const nothing = { added: [], asked: 0, handles: [] };
// What lit leaves on the global object: the marks by which it finds a second copy of itself, and,
// in its build for servers, a registry of elements.
const marks = new Set([
  'litElementVersions',
  'reactiveElementVersions',
  'litHtmlVersions',
  'litPropertyMetadata',
  'litServerRoot',
  'customElements',
]);
function withoutMarks(seen: unknown): unknown {
  const { added, ...rest } = seen as { added: string[] };
  return { added: added.filter((name) => !marks.has(name)), ...rest };
}

describe('Importing the package in Node', () => {
  it('does nothing and throws nothing, whichever entry is imported', async () => {
    const { exports } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      exports: Record<string, unknown>;
    };
    const elements = (await readdir(join(root, 'src/define'))).map(
      (file) => `user-pays-image/define/${file.replace(/\.ts$/, '')}`,
    );
    const entries = Object.entries(exports).flatMap(([path, target]) =>
      typeof target === 'object' && !/\*|\.json$/.test(path)
        ? [`user-pays-image${path.slice(1)}`]
        : [],
    );
    assert.ok(entries.length >= 4 && elements.length >= 3);
    for (const entry of [...entries, ...elements])
      assert.deepEqual(withoutMarks(await importAlone(entry)), nothing, entry);
  });

  it('does nothing for the command line either, which runs also by a link to it', async () => {
    const command = join(dist, 'modules/cli/bin.js');
    assert.deepEqual(withoutMarks(await importAlone(command)), nothing);
    const folder = await mkdtemp(join(tmpdir(), 'user-pays-bin-'));
    const link = join(folder, 'user-pays-image');
    await symlink(command, link);
    const { stdout } = await run(process.execPath, [link, 'help']);
    assert.match(stdout, /user-pays-image quote/);
    await rm(folder, { recursive: true });
  });

  it('does nothing and throws nothing, whichever file of dist is imported', async () => {
    const files = await scripts(dist);
    assert.ok(
      files.includes('user-pays-image.js') &&
        files.includes('user-pays-image.iife.js') &&
        files.some((file) => file.startsWith('parts')),
    );
    for (const file of files)
      assert.deepEqual(withoutMarks(await importAlone(join(dist, file))), nothing, file);
  });
});

/** A file, or one for each condition. */
type Target = string | { readonly [name: string]: Target };

function filesOf(target: Target): string[] {
  return typeof target === 'string' ? [target] : Object.values(target).flatMap(filesOf);
}

const relative = /(?:\bfrom|\bimport) ?\(?["'](\.[^"'`$]+\.js)["']/g;

describe('What is shipped', () => {
  it('has each file that the package says it has', async () => {
    const { exports, files } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      exports: Target;
      files: string[];
    };
    for (const target of filesOf(exports).filter((path) => !path.includes('*')))
      await readFile(join(root, target));
    assert.ok(files.includes('dist'));
  });

  it('is a tarball of at most 0.8 MB, in which each script and type finds what it imports', async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      maxBuffer: 1 << 24,
    });
    const [packed] = JSON.parse(stdout) as [{ size: number; files: { path: string }[] }];
    assert.ok(packed.size <= 800_000, `the tarball has ${packed.size} bytes`);
    const paths = new Set(packed.files.map(({ path }) => path));
    let imports = 0;
    for (const path of [...paths].filter((file) => /\.(js|d\.ts)$/.test(file))) {
      const code = await readFile(join(root, path), 'utf8');
      for (const [, from = ''] of code.matchAll(relative)) {
        imports += 1;
        const target = join(dirname(path), from);
        const found = path.endsWith('.js') ? target : target.replace(/\.js$/, '.d.ts');
        assert.ok(paths.has(found), `${path} imports ${from}`);
      }
    }
    assert.ok(imports > 1000, 'all were read');
  });

  it('is found by CDNs and old tools, has types beside its files, and elements by either spelling', async () => {
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<
      string,
      string
    >;
    for (const field of ['main', 'module', 'types', 'unpkg', 'jsdelivr'])
      await readFile(join(root, manifest[field] ?? field));
    // The bare import registers nothing; what a CDN serves registers itself.
    assert.notEqual(manifest['main'], manifest['unpkg']);
    const files = (await readdir(dist)).filter((file) => /\.js$/.test(file) && !/iife/.test(file));
    assert.ok(files.length >= 4);
    for (const file of files) {
      const types = await readFile(join(dist, file.replace(/\.js$/, '.d.ts')), 'utf8');
      const [, target = ''] = /from '(.+)\.js'/.exec(types) ?? [];
      await readFile(join(dist, `${target}.d.ts`));
    }
    const { resolve } = createRequire(join(root, 'package.json'));
    for (const element of ['user-pays-image', 'user-pays-price', 'user-pays-tally'])
      assert.equal(
        resolve(`user-pays-image/define/${element}.js`),
        resolve(`user-pays-image/define/${element}`),
      );
  });

  it('has lit and decimal.js once, in what every element loads first', async () => {
    // decimal.js signs its errors, lit its attributes.
    for (const mark of ['[DecimalError]', '$lit$']) {
      const holders = [];
      for (const file of await scripts(dist))
        if ((await readFile(join(dist, file), 'utf8')).includes(mark)) holders.push(file);
      assert.ok(holders.every((file) => file === 'pricing.js' || /^parts.price-/.test(file)));
      assert.ok(holders.length > 0, mark);
    }
  });

  it('lets V8 compile beside the main thread what runs as it loads, and that alone', async () => {
    const hinted = [];
    for (const path of await scripts(dist))
      if (/^\/\/# allFunctionsCalledOnLoad\n/.test(await readFile(join(dist, path), 'utf8')))
        hinted.push(path.replace(/-[\w-]{8}(?=\.js$)/, ''));
    assert.deepEqual(hinted, [
      'parts/deferred.js',
      'parts/elements.js',
      'parts/journal.js',
      'parts/price.js',
      'parts/price-lists.js',
      'parts/purchase.js',
    ]);
  });

  it('has in its parts the prices that the modules have, and reads no rows of Puter’s for them', async () => {
    const path = (await scripts(dist)).find((file) => /^parts.price-lists-/.test(file));
    const part = (await import(join(dist, path ?? ''))) as Record<string, object>;
    const inParts = Object.values(part).find((one) => 'offers' in one && 'sources' in one);
    const { catalogue } = (await import(join(dist, 'modules/pricing/index.js'))) as typeof pricing;
    assert.deepEqual(inParts, catalogue);
    const code = await readFile(join(dist, path ?? ''), 'utf8');
    assert.ok(!code.includes('costs_currency'));
  });

  it('has no module that waits at its top level, which stops bundlers and `require`', async () => {
    const files = (await readdir(dist, { recursive: true })).filter((path) => path.endsWith('.js'));
    for (const file of files) {
      const code = await readFile(join(dist, file), 'utf8');
      await assert.doesNotReject(
        transform(code, { format: 'iife', target: 'es2021', logLevel: 'silent' }),
        file,
      );
    }
  });

  it('depends on lit and decimal.js and nothing else, and its lock file names no host', async () => {
    const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      dependencies: object;
    };
    assert.deepEqual(Object.keys(dependencies).sort(), ['decimal.js', 'lit']);
    const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { resolved?: string }>;
    };
    assert.deepEqual(
      Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined),
      [],
    );
  });
});

describe('Building again', () => {
  let again: string;
  before(async () => {
    again = await mkdtemp(join(tmpdir(), 'user-pays-again-'));
    await run(
      process.execPath,
      [
        join(root, 'node_modules/rollup/dist/bin/rollup'),
        '--config',
        'rollup.config.mjs',
        '--silent',
      ],
      { cwd: root, env: { ...process.env, OUT: again, MODULES: join(dist, 'modules') } },
    );
  });
  after(() => rm(again, { recursive: true, force: true }));

  it('gives the same bytes, so a page can pin them by their hash', async () => {
    const files = await scripts(dist);
    assert.deepEqual(await scripts(again), files);
    const hash = async (folder: string, file: string): Promise<string> =>
      createHash('sha384')
        .update(await readFile(join(folder, file)))
        .digest('base64');
    for (const file of files) assert.equal(await hash(again, file), await hash(dist, file), file);
  });
});
