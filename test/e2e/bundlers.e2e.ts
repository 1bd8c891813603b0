import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { root } from '../config/run/install.mjs';
import { tools } from '../matrix/tools.mjs';
import { pack, shell, tryTool } from '../matrix/try-tool.mjs';
import { launchChromium } from '../support/chromium.js';

describe('The packed tarball', () => {
  let browser: Browser;
  let folder: string;
  let tarball: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'user-pays-packed-'));
    tarball = await pack(folder);
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Puts the tarball where npm would, beside the packages of this project. */
  async function install(page: string): Promise<void> {
    const own = join(page, 'node_modules/user-pays-image');
    await mkdir(own, { recursive: true });
    await shell(`tar -xzf ${JSON.stringify(tarball)} --strip-components=1 -C ${own}`, page);
    for (const name of ['.bin', 'lit', 'rollup', 'esbuild', '@rollup/plugin-node-resolve']) {
      const link = join(page, 'node_modules', name);
      await mkdir(dirname(link), { recursive: true });
      await symlink(join(root, 'node_modules', name), link);
    }
  }

  // The others want the network: `npm run matrix`.
  for (const name of ['no bundler', 'esbuild', 'rollup'])
    it(`sells a sandbox picture on a page made with ${name}`, async () => {
      const tool = tools[name] ?? assert.fail(name);
      const bytes = await tryTool(tool, { tarball, browser, install });
      assert.ok(bytes > 20_000, `${String(bytes)} bytes were measured`);
    });
});
