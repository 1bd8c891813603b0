// `npm run matrix`: does the packed tarball work with each tool, and what does a first visitor load?
// Words narrow it: `npm run matrix -- vite esbuild`. Needs the network, and no test needs it.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { kilobytes } from '../config/build/sizes.mjs';
import { chromiumArguments, findBrowsers } from '../config/run/browsers.mjs';
import { root, run } from '../config/run/install.mjs';
import { tools } from './tools.mjs';
import { pack, tryTool } from './try-tool.mjs';

const words = process.argv.slice(2);
const chosen = Object.entries(tools).filter(
  ([name]) => words.length === 0 || words.some((word) => name.includes(word)),
);
if (
  !existsSync(`${root}dist/integrity.json`) &&
  run(process.execPath, ['test/config/build/build.mjs']) !== 0
)
  process.exit(1);

const folder = await mkdtemp(join(tmpdir(), 'user-pays-packed-'));
const tarball = await pack(folder);
const browser = await chromium.launch({
  executablePath: findBrowsers().chromium,
  args: chromiumArguments,
});
const failures = [];
console.log('| tool | versions | works | loads before a press, gzip |\n|---|---|---|---|');
for (const [name, tool] of chosen) {
  const versions = Object.entries(tool.packages).map(([one, version]) => `${one} ${version}`);
  const start = `| ${name} | ${versions.join(', ')} |`;
  try {
    console.log(start, `yes | ${kilobytes(await tryTool(tool, { tarball, browser }))} |`);
  } catch (error) {
    console.log(start, 'no | |');
    failures.push(`\n${name}\n${error instanceof Error ? error.message : String(error)}`);
  }
}
await browser.close();
await rm(folder, { recursive: true, force: true });
console.error(failures.join('\n'));
process.exitCode = failures.length > 0 ? 1 : 0;
