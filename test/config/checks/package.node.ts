import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import type { Quote } from '../../../src/pricing/quote-types.js';
import { root } from '../run/install.mjs';

/** Entries that package.json names with a star. */
const starred = [
  './define/user-pays-image',
  './define/user-pays-price.js',
  './types/react',
  './types/vue',
  './dist/user-pays-image.js',
  './dist/pricing.js',
];

describe('A plain npm ci', () => {
  it('downloads no browser', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'user-pays-browsers-'));
    const cwd = join(root, 'node_modules/puppeteer');
    const { PUPPETEER_SKIP_DOWNLOAD: _, ...rest } = process.env;
    const env = { ...rest, PUPPETEER_CACHE_DIR: folder };
    await promisify(execFile)(process.execPath, ['install.mjs'], { cwd, env });
    assert.deepEqual(await readdir(folder), []);
    await rm(folder, { recursive: true });
  });
});

describe('The packed package', () => {
  let folder: string;
  let tarball: Buffer;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'user-pays-pack-'));
    const pack = ['pack', '--ignore-scripts', '--offline', '--pack-destination', folder];
    await promisify(execFile)('npm', pack, { cwd: root });
    const [name = ''] = await readdir(folder);
    tarball = await readFile(join(folder, name));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('is laid out as bundlers and Node read it', async () => {
    const bytes = tarball.buffer.slice(
      tarball.byteOffset,
      tarball.byteOffset + tarball.byteLength,
    ) as ArrayBuffer;
    const { messages, pkg } = await publint({ pack: { tarball: bytes }, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg ?? {}, { color: false })),
      [],
    );
  });

  it('prices and renders where nothing else is installed, by its command and in Node', async () => {
    const home = await mkdtemp(join(tmpdir(), 'user-pays-alone-'));
    const installed = join(home, 'node_modules/user-pays-image');
    await mkdir(installed, { recursive: true });
    const unpack = ['--extract', '--gzip', '--strip-components', '1', '--directory', installed];
    const [name = ''] = await readdir(folder);
    await promisify(execFile)('tar', [...unpack, '--file', join(folder, name)]);
    const { bin } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as {
      bin: Record<string, string>;
    };
    const command = join(installed, bin['user-pays-image'] ?? '');
    const node = (...args: string[]): Promise<{ stdout: string; stderr: string }> =>
      promisify(execFile)(process.execPath, args, { cwd: home });
    const asked = ['--provider', 'bfl', '--model', 'flux-2-pro', '--size', '2048x2048'];
    const { stdout } = await node(command, 'quote', ...asked, '--json');
    assert.deepEqual((JSON.parse(stdout) as Quote).total, { low: '0.075', high: '0.075' });
    await assert.rejects(node(command, 'quote', '--siez', '1'), { code: 1 });
    await assert.rejects(node(command, 'quote', '--provider', 'fal', '--model', 'flux-2-dev'), {
      code: 2,
    });
    const own = join(installed, 'dist/prices.json');
    const piped = `"${process.execPath}" "${command}" prices --prices - --json < "${own}"`;
    const rows = await promisify(execFile)('sh', ['-c', `${piped} | head -c 1`]);
    assert.deepEqual(rows, { stdout: '[', stderr: '' });
    const page = await node(
      '--input-type=module',
      '--eval',
      `import { renderPrice } from 'user-pays-image/server';
      const request = { provider: 'bfl', model: 'flux-2-pro', width: 2048, height: 2048 };
      console.log(renderPrice(request, { at: Date.parse('2026-02-04') }));`,
    );
    assert.match(page.stdout, /^<user-pays-price [^>]+><span [^>]+>\$0\.075</);
    await rm(home, { recursive: true });
  });

  it('has types that fit its files, for all who import ES modules', async () => {
    const result = await checkPackage(createPackageFromTarballData(tarball), {
      includeEntrypoints: starred,
      // It takes JSON for a script without a default export.
      excludeEntrypoints: ['./prices.json'],
    });
    assert.ok(result.types);
    const found = Object.keys(result.entrypoints);
    for (const entry of ['.', './pricing', './checkout', './server', './testing', ...starred])
      assert.ok(found.includes(entry), entry);
    // TypeScript's oldest way to find modules knows no entries, and `require` of ES modules is new.
    const problems = result.problems.filter(
      (problem) =>
        !('resolutionKind' in problem && /^node10$|-cjs$/.test(problem.resolutionKind ?? '')),
    );
    assert.deepEqual(problems, []);
  });
});
