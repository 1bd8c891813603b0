// `npm start` in a copy of the project: what it says, what it serves, and what a saved file does.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));
const parts = [
  'src',
  'demo',
  'dist',
  'test/config',
  'package.json',
  'package-lock.json',
  'rollup.config.mjs',
  'tsconfig.json',
  'custom-elements.json',
];

describe('npm start', () => {
  const copy = mkdtempSync(join(tmpdir(), 'user-pays-start-'));
  const said: string[] = [];
  let started: ChildProcess;
  let url: string;
  let news: AsyncIterator<string>;

  before(async () => {
    for (const part of parts)
      cpSync(join(project, part), join(copy, part), { recursive: true, preserveTimestamps: true });
    symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
    utimesSync(join(copy, 'dist'), new Date(), new Date());
    started = spawn(process.execPath, ['test/config/run/start.mjs'], {
      cwd: copy,
      env: { ...process.env, PORT: '8300' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: started.stdout! });
    url = await new Promise<string>((resolve, reject) => {
      lines.on('line', (line) => {
        said.push(line);
        const address = /http:\S+/.exec(line)?.[0];
        if (address) resolve(address);
      });
      started.once('exit', (code) => reject(new Error(`ended with code ${String(code)}`)));
    });
    const reply = await fetch(`${url}-/reload`);
    news = messages(reply.body!);
    // The greeting: from here on nothing that is saved is missed.
    assert.equal((await news.next()).value, ': hello\n\n');
  });
  after(async () => {
    const ended = once(started, 'exit');
    started.kill();
    await ended;
    rmSync(copy, { recursive: true, force: true });
  });

  it('builds nothing where nothing changed, and says so', () => {
    assert.equal(said[0], 'Nothing changed since the last build.');
    assert.doesNotMatch(said.join('\n'), /Building/);
  });

  it('serves pages that listen for what is saved', async () => {
    const page = await (await fetch(`${url}demo/`)).text();
    assert.match(page, /<user-pays-image /);
    assert.match(page, /<script type="module" src="\/-\/reload\.js"><\/script>/);
    assert.match(await (await fetch(`${url}-/reload.js`)).text(), /location\.reload\(\)/);
  });

  it('reloads at once when a page is saved', async () => {
    appendFileSync(join(copy, 'demo/index.html'), '<!-- saved -->\n');
    assert.equal((await news.next()).value, 'data: changed\n\n');
    assert.match(await (await fetch(`${url}demo/`)).text(), /<!-- saved -->/);
  });

  it('builds, then reloads, when the source is saved', async () => {
    appendFileSync(join(copy, 'src/pricing/index.ts'), "\nexport const saved = 'just now';\n");
    assert.equal((await news.next()).value, 'data: changed\n\n');
    assert.match(await (await fetch(`${url}dist/pricing.js`)).text(), /just now/);
  });

  it('keeps the last page where the source is broken, and says why', async () => {
    appendFileSync(join(copy, 'src/pricing/index.ts'), '\nexport const broken = ;\n');
    await new Promise<void>((resolve) => {
      const { stdout } = started;
      stdout!.on('data', (text: Buffer) => {
        if (text.includes('Not built')) resolve();
      });
    });
    assert.match(await (await fetch(`${url}dist/pricing.js`)).text(), /just now/);
  });
});

async function* messages(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const text = new TextDecoder();
  for await (const piece of body) yield text.decode(piece);
}
