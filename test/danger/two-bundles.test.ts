import { expect } from 'chai';
import type { SpendingJournal } from '../../src/spending/journal.js';
import type { UserPaysImage } from '../../src/ui/elements/user-pays-image.js';

const [bundle, classic] = ['/dist/user-pays-image.js', '/dist/user-pays-image.iife.js'];

function classicScript(): Promise<void> {
  return new Promise((done, fail) => {
    const script = Object.assign(document.createElement('script'), {
      src: classic,
      onload: () => done(),
      onerror: () => fail(new Error(classic)),
    });
    document.head.append(script);
  });
}

/** What an import must not do: the built file is for the page, not for this test's own types. */
function load(url: string): Promise<unknown> {
  return import(url);
}

describe('the script three times on one page: a module, the same from another address, and a classic script', function () {
  this.timeout(120_000);
  const { warn } = console;
  const said: string[] = [];

  before(async () => {
    console.warn = (...words: unknown[]) => said.push(words.join(' '));
    await load(bundle);
    await load(`${bundle}?from=another-cdn`);
    await classicScript();
  });
  after(() => {
    console.warn = warn;
  });

  it('keeps one tally and buys once, without a word of complaint', async () => {
    const make = (): UserPaysImage => {
      const element = document.createElement('user-pays-image');
      Object.assign(element, {
        provider: 'sandbox',
        size: '64x64',
        prompt: 'a fox',
        sandbox: { latency: 0 },
      });
      document.body.append(element);
      return element;
    };
    const [one, two] = [make(), make()];
    await (Reflect.get(globalThis, Symbol.for('user-pays-image/journal@1')) as SpendingJournal)
      .ready;
    const before = one.tally.sandbox.all.purchases;
    await one.generate();
    expect([one, two].map((each) => each.tally.sandbox.all.purchases)).to.deep.equal([
      before + 1,
      before + 1,
    ]);
    await two.generate();
    expect([one, two].map((each) => each.tally.sandbox.all.purchases)).to.deep.equal([
      before + 2,
      before + 2,
    ]);
    expect(said.filter((words) => words.includes('user-pays'))).to.deep.equal([]);
    one.remove();
    two.remove();
  });

  it('meets on the page what the other copies made: journal and services, each once', () => {
    const symbols = Object.getOwnPropertySymbols(globalThis)
      .map((symbol) => symbol.description ?? '')
      .filter((name) => name.startsWith('user-pays-image/'));
    for (const name of ['page-services', 'journal', 'purchase-services', 'leases']) {
      expect(
        symbols.filter((symbol) => symbol.startsWith(`user-pays-image/${name}@`)),
        name,
      ).to.have.length(1);
    }
  });
});
