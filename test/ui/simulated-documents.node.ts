import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { root } from '../config/run/install.mjs';

/** Makes a window's names global, as the environments of Vitest and Jest do. */
const windows = {
  jsdom: `import { JSDOM, VirtualConsole } from 'jsdom';
    const page = new JSDOM('<!doctype html><body></body>', {
      url: 'http://localhost/', pretendToBeVisual: true, virtualConsole: new VirtualConsole() });
    const { window } = page;`,
  'happy-dom': `import { Window } from 'happy-dom';
    const window = new Window({ url: 'http://localhost/' });`,
};
const populate = `
  const own = new Set(Object.getOwnPropertyNames(globalThis));
  const dom = /^(Event|EventTarget|CustomEvent|MessageEvent|Blob|File|FormData|navigator)$/;
  for (let from = window; from && from !== Object.prototype; from = Object.getPrototypeOf(from))
    for (const name of Object.getOwnPropertyNames(from)) {
      if ((own.has(name) && !dom.test(name)) || name === 'constructor') continue;
      const value = window[name];
      const isPlain = typeof value === 'function' && !/^[A-Z]/.test(name);
      own.add(name);
      Object.defineProperty(globalThis, name, {
        value: isPlain ? value.bind(window) : value, configurable: true, writable: true });
    }
  Object.assign(globalThis, { window: globalThis, self: globalThis, document: window.document });`;

/** What the tests of a page around the elements do. */
const host = `
  const seen = {};
  const end = (error) => {
    console.log(JSON.stringify({ ...seen, thrown: error ? [String(error.stack ?? error)] : [] }));
    process.exit(0);
  };
  process.on('unhandledRejection', end);
  process.on('uncaughtException', end);
  const until = async (look) => {
    for (const end = Date.now() + 20000; Date.now() < end;) {
      const seen = look();
      if (seen) return seen;
      await new Promise((done) => setTimeout(done, 20));
    }
    return null;
  };
  await import(process.env.ENTRY);
  document.body.innerHTML = '<form id="order"><input name="count" value="2">' +
    '<user-pays-image provider="sandbox" model="flux-2-pro" name="picture" required></user-pays-image></form>' +
    '<user-pays-price provider="bfl" model="flux-2-pro" for="order"></user-pays-price>' +
    '<user-pays-tally></user-pays-tally><user-pays-calculator></user-pays-calculator>';
  const [image, price, tally, calculator] = ['image', 'price', 'tally', 'calculator'].map((name) =>
    document.querySelector('user-pays-' + name));
  const text = (element, selector) => () =>
    element.shadowRoot?.querySelector(selector)?.textContent.replace(/\\s+/g, ' ').trim();
  seen.button = await until(text(image, '[part=generate]'));
  image.sandbox = { latency: 0 };
  image.prompt = 'a fox';
  image.dispatchEvent(new Event('pointerenter'));
  await until(() => image.shadowRoot.querySelector('[part~=options], [part~=details]'));
  await image.updateComplete;
  seen.count = image.shadowRoot.querySelectorAll('[part=count] option').length;
  image.maxCount = 2;
  await image.updateComplete;
  seen.fewer = image.shadowRoot.querySelectorAll('[part=count] option').length;
  image.references = [new File(['x'], 'photo.png', { type: 'image/png' })];
  seen.references = image.references.length;
  await image.updateComplete;
  image.references = [];
  image.setCustomValidity('no');
  seen.validity = [image.checkValidity(), image.reportValidity()];
  seen.charge = await image.generate().then(({ receipt }) => receipt.charge, (error) => error.charge);
  seen.price = await until(text(price, '[part=price]'));
  seen.tally = await until(text(tally, '[part=sum]'));
  seen.offers = await until(() => calculator.shadowRoot?.querySelectorAll('[part=offers] tbody tr').length);
  image.setKey('a-key', { keep: 'memory' }).catch(() => undefined);
  document.querySelector('form').reset();
  image.remove();
  document.body.append(image);
  await image.updateComplete;
  document.body.innerHTML = '';
  await until(() => true);
  end();`;

describe('unit tests of a page, in a simulated document', { timeout: 120_000 }, () => {
  for (const [name, window] of Object.entries(windows))
    for (const entry of ['modules/define/index.js', 'user-pays-image.js'])
      it(`draw the elements, and nothing throws: ${name}, dist/${entry}`, () => {
        const { stdout, stderr } = spawnSync(
          process.execPath,
          ['--input-type=module', '--eval', `${window}${populate}${host}`],
          {
            cwd: root,
            encoding: 'utf8',
            timeout: 60_000,
            env: { ...process.env, ENTRY: `${root}dist/${entry}` },
          },
        );
        const line = stdout.trim().split('\n').at(-1) ?? '';
        assert.ok(line.startsWith('{'), stderr + stdout);
        const { thrown, charge, tally, offers, price, ...seen } = JSON.parse(line) as {
          readonly thrown: readonly string[];
          readonly charge: string;
          readonly tally: string;
          readonly offers: number;
          readonly price: string;
        };
        assert.deepEqual(thrown, []);
        assert.deepEqual(seen, {
          button: 'Generate sample · free',
          count: 4,
          fewer: 2,
          references: 1,
          validity: [true, true],
        });
        assert.match(price, /^≈ \$0\.060 as of .*, How this price comes about$/);
        // Nothing is painted there, and so nothing is charged.
        assert.equal(charge, 'none');
        assert.match(tally, /\$0\.00/);
        assert.ok(offers > 5, String(offers));
      });
});
