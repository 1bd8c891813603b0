import { expect } from 'chai';
import { browserJournal } from '../../src/spending/browser-journal.js';
import { browserLeases } from '../../src/spending/browser-leases.js';

// Another address makes the browser load the module again, as a second script tag from another
// place would.
function copyOf(path: string): string {
  return `${path}?copy`;
}

describe('two copies of the script on a page', () => {
  it('share one journal and one set of leases', async () => {
    const copy = (await import(
      copyOf('../../src/spending/browser-journal.ts')
    )) as typeof import('../../src/spending/browser-journal.js');
    expect(copy.browserJournal).not.to.equal(browserJournal);
    expect(copy.browserJournal()).to.equal(browserJournal());
    const other = (await import(
      copyOf('../../src/spending/browser-leases.ts')
    )) as typeof import('../../src/spending/browser-leases.js');
    expect(other.browserLeases()).to.equal(browserLeases());
    const meanwhile = browserLeases().hold('x', () =>
      other.browserLeases().tryTakeOver('x', () => Promise.resolve('taken')),
    );
    expect(await meanwhile, 'what one holds the other can’t take').to.equal(undefined);
  });

  it('touch no storage by being loaded or asked for', async () => {
    const touched: string[] = [];
    const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage') ?? {};
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get: () => {
        touched.push('localStorage');
        return own.get?.call(globalThis) as Storage;
      },
    });
    const third = (await import(
      `${copyOf('../../src/spending/browser-journal.ts')}-third`
    )) as typeof import('../../src/spending/browser-journal.js');
    third.browserJournal();
    Object.defineProperty(globalThis, 'localStorage', own);
    expect(touched).to.deep.equal([]);
    expect(localStorage.length).to.be.a('number');
  });
});
