import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../config/run/install.mjs';
import { launchEngines, type Engine } from '../support/engines.js';

const policy = /```csp\n(.*)\n/.exec(readFileSync(`${root}README.md`, 'utf8'))?.[1] ?? '';
assert.match(policy, /require-trusted-types-for/);
const own = /trusted-types (.*)$/.exec(policy)?.[1] ?? '';
const styled = `${policy}; style-src 'self'`;
const widget = '<user-pays-image provider="sandbox" size="64x64" prompt="a fox"></user-pays-image>';
const price =
  '<user-pays-price provider="bfl" model="flux-2-pro">about three cents</user-pays-price>';

interface Page {
  readonly body: string;
  readonly type?: string;
  readonly csp?: string;
}

/** Scripts, each in a file of its own, as a strict policy wants them. */
function module(name: string): string {
  return `<script type="module" src="${name}"></script>`;
}

/** Waits until the expression is neither false nor empty, or says what is there after 20 seconds. */
const helpers = `
globalThis.when = (look) => new Promise((done) => {
  const end = Date.now() + 20000;
  const again = () => {
    const seen = look();
    if (seen || Date.now() > end) done(seen); else setTimeout(again, 20);
  };
  again();
});
globalThis.said = [];
const { warn } = console;
console.warn = (...words) => { said.push(words.join(' ')); warn(...words); };
globalThis.thrown = [];
addEventListener('error', (event) => thrown.push(String(event.message)));
addEventListener('unhandledrejection', (event) => thrown.push(String(event.reason)));
`;

function shown(tag: string, selector: string): string {
  return `when(() => document.querySelector('${tag}')?.shadowRoot?.querySelector('${selector}')?.textContent.replace(/\\s+/g, ' ').trim())`;
}
const button = shown('user-pays-image', '[part=generate]');
const label = /Generate sample · free/;

const iife = readFileSync(`${root}dist/user-pays-image.iife.js`, 'utf8');
const scripts: Readonly<Record<string, string>> = {
  '/helpers.js': helpers,
  '/other-lit.js': `import { html, render } from '/node_modules/lit-html/lit-html.js';
    render(html\`<b>\${'other'}</b>\`, document.querySelector('#other'));`,
  // As jQuery.getScript and bundling plugins evaluate a script: without a place of its own.
  '/cache/all-in-one.js': `;${iife};`,
  '/cache/with-place.js': `globalThis.USER_PAYS_IMAGE_URL = '/dist/user-pays-image.js';${iife};`,
  '/cache/no-address.js': `globalThis.USER_PAYS_IMAGE_URL = 'http://[';${iife};`,
  '/frozen.js': `for (const { prototype } of [Object, Function, Array, Error, TypeError, Map, Set,
    Promise, Date, RegExp, String, Number, Symbol, EventTarget, HTMLElement])
    Object.freeze(prototype);`,
  '/load.js': `globalThis.user = import('/dist/user-pays-image.js');`,
};

function page(script: string, rest = widget): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title>
  <script src="/helpers.js"></script>${script}</head><body><p id="other"></p>${rest}</body></html>`;
}

function xhtml(script: string): string {
  return `<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Test</title>
  <script src="/helpers.js"></script>${script}</head><body>${price}</body></html>`;
}

const ours = module('/dist/user-pays-image.js');
const litFirst = module('/other-lit.js') + ours;
const litLast = ours + module('/other-lit.js');
const withLit = styled.replace(own, `${own} lit-html`);
const pages: Readonly<Record<string, Page>> = {
  '/lit-first': { body: page(litFirst), csp: withLit },
  '/lit-last': { body: page(litLast), csp: withLit },
  '/twice': {
    body: page(
      module('/dist/user-pays-price.js') + module('/copy/user-pays-image.js'),
      price + widget,
    ),
    csp: styled,
  },
  '/no-policy': { body: page(ours), csp: "script-src 'self'; trusted-types other" },
  '/frozen': { body: page(`<script src="/frozen.js"></script>${ours}`, price + widget) },
  '/inline': { body: page(`<script>${iife}</script>`) },
  '/combined': { body: page('<script src="/cache/all-in-one.js"></script>') },
  '/placed': { body: page('<script src="/cache/with-place.js"></script>') },
  '/misplaced': { body: page('<script src="/cache/no-address.js"></script>') },
  '/named': {
    body: page(
      `<a id="USER_PAYS_IMAGE_URL" href="/elsewhere/x.js"></a><script src="/dist/user-pays-image.iife.js"></script>`,
    ),
  },
  '/page.xhtml': {
    body: xhtml('<script src="/dist/user-pays-image.iife.js"></script>'),
    type: 'application/xhtml+xml',
  },
  '/module.xhtml': { body: xhtml('<script src="/load.js"></script>'), type: 'application/xml' },
};

describe('a page that is not as most pages are', { timeout: 240_000 }, () => {
  let engines: Engine[];
  let server: Server;
  let url: string;
  const requests: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'user-pays-copy-'));
  before(async () => {
    cpSync(`${root}dist`, folder, { recursive: true });
    server = createServer((request, response) => {
      const path = (request.url ?? '/').split('?')[0] ?? '/';
      requests.push(path);
      const known = pages[path];
      if (known) {
        const csp = known.csp && { 'content-security-policy': known.csp };
        response.writeHead(200, { 'content-type': known.type ?? 'text/html', ...csp });
        return void response.end(known.body);
      }
      const file = path.replace(/^\/copy\//, `${folder}/`).replace(/^\/(?=dist\/|node_m)/, root);
      try {
        const code = scripts[path] ?? readFileSync(file.replace('..', ''), 'utf8');
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    engines = await launchEngines();
  });
  after(async () => {
    await Promise.all(engines.map((engine) => engine.close()));
    server.close();
    rmSync(folder, { recursive: true });
  });

  /** What each engine says of an expression, evaluated in a page. */
  const each = async (path: string, expression: string, check: (seen: never) => void) => {
    for (const engine of engines)
      try {
        check((await engine.ask(url + path, expression)) as never);
      } catch (cause) {
        throw new Error(engine.name, { cause });
      }
  };

  for (const order of ['first', 'last'])
    it(`has a Lit of its own, which comes ${order}: both draw under the policy of the README`, async () => {
      const both = `Promise.all([${button}, when(() => document.querySelector('#other b')?.textContent)])`;
      await each(`/lit-${order}`, both, ([text, other]: [string, string]) => {
        assert.match(text, label);
        assert.equal(other, 'other');
      });
    });

  it('loads two copies of the script, each with elements of its own', async () => {
    const both = `Promise.all([${button}, ${shown('user-pays-price', '[part=price]')}, thrown])`;
    await each('/twice', both, ([text, amount, thrown]: [string, string, string[]]) => {
      assert.match(text, label);
      assert.match(amount, /\$0\.030/);
      assert.deepEqual(thrown, []);
    });
  });

  it('names policies of Trusted Types without ours, and does not require them', async () => {
    await each('/no-policy', button, (text: string) => {
      assert.match(text, label);
    });
  });

  it('has frozen what all objects inherit: a picture is made, and priced', async () => {
    const bought = `${button}.then(async (text) => {
      const element = document.querySelector('user-pays-image');
      element.sandbox = { latency: 0 };
      const { receipt } = await element.generate();
      element.sandbox = { latency: 0, faults: ['refused'] };
      const failed = await element.generate().catch((error) => error.name + ' ' + error.code);
      const amount = await ${shown('user-pays-price', '[part=price]')};
      return [text, receipt.charged, failed, amount];
    })`;
    await each('/frozen', bought, ([text, charged, failed, amount]: string[]) => {
      assert.match(text ?? '', label);
      assert.equal(charged, '0.014');
      assert.equal(failed, 'UserPaysError invalid-input');
      assert.match(amount ?? '', /\$0\.030/);
    });
  });

  const told = `when(() => said.length > 0).then(() => UserPaysImage.then(() => 'loaded', (error) => error.name)).then((came) => [said, thrown, came])`;
  for (const [path, where] of [
    ['inline', '/inline'],
    ['combined', '/cache/all-in-one.js'],
    ['misplaced', ''],
  ] as const)
    it(`does not say where the script lies: the console says so in words, once: ${path}`, async () => {
      await each(`/${path}`, told, ([said, thrown, came]: [string[], string[], string]) => {
        assert.deepEqual(thrown, []);
        assert.equal(came, 'TypeError');
        assert.equal(said.length, 1, said.join('\n'));
        assert.ok(said[0]?.startsWith('user-pays-image: '), said[0]);
        if (where) assert.ok(said[0]?.includes(`(beside ${url}${where})`), said[0]);
        assert.match(
          said[0] ?? '',
          /Set USER_PAYS_IMAGE_URL to the address of user-pays-image\.js/,
        );
      });
    });

  it('says where the script lies, which another script was put around', async () => {
    await each('/placed', button, (text: string) => {
      assert.match(text, label);
    });
  });

  it('has an element of that name, which names no place', async () => {
    requests.length = 0;
    await each('/named', button, (text: string) => {
      assert.match(text, label);
    });
    assert.deepEqual(
      requests.filter((path) => path.startsWith('/elsewhere')),
      [],
    );
  });

  for (const path of ['/page.xhtml', '/module.xhtml'])
    it(`is XML: what it wrote in the element stays, and the console says why: ${path}`, async () => {
      const seen = `when(() => said.length > 0).then(() => {
        const element = document.querySelector('user-pays-price');
        return [said, element.shadowRoot === null, element.textContent, thrown];
      })`;
      await each(
        path,
        seen,
        ([said, isBare, text, thrown]: [string[], boolean, string, string[]]) => {
          assert.equal(said.length, 1, said.join('\n'));
          assert.match(
            said[0] ?? '',
            /in application\/(xhtml\+)?xml: serve this page as text\/html$/,
          );
          assert.equal(isBare, true);
          assert.equal(text, 'about three cents');
          assert.deepEqual(thrown, []);
        },
      );
    });
});
