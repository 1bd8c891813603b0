import { expect } from 'chai';
import { ended, payingPage, type PayingPage } from '../support/paying.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';

/** Fills the origin's storage to the last character; the returned function empties it again. */
function fill(): () => void {
  const keys: string[] = [];
  for (let text = 'x'.repeat(8_000_000); text;) {
    try {
      localStorage.setItem(`filler-${String(keys.length)}`, text);
      keys.push(`filler-${String(keys.length)}`);
    } catch {
      text = text.slice(0, Math.floor(text.length / 2));
    }
  }
  return () => {
    for (const key of keys) localStorage.removeItem(key);
  };
}

describe('a full storage, in a browser without a database', () => {
  const database = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
  let page: PayingPage;
  let free: () => void = () => undefined;

  before(() =>
    Object.defineProperty(globalThis, 'indexedDB', {
      configurable: true,
      value: {
        open: () => {
          throw new DOMException('none', 'InvalidStateError');
        },
      },
    }),
  );
  after(() => {
    if (database) Object.defineProperty(globalThis, 'indexedDB', database);
    else Reflect.deleteProperty(globalThis, 'indexedDB');
  });
  beforeEach(() => {
    page = payingPage();
  });
  afterEach(() => {
    free();
    page.close();
  });

  it('buys nothing real and says so, plays on, and buys again once there is room', async function () {
    this.timeout(120_000);
    const real = await page.widget();
    const play = await page.widget({ provider: 'sandbox', model: 'flux-2-pro' });
    // A full journal makes room by folding before it gives up: that is done already.
    await insideOf(real.element).checkout.page.journal.schedule.relieve();
    free = fill();
    expect(await ended(real.element.generate())).to.include({
      code: 'storage-full',
      stage: 'guard',
      charge: 'none',
    });
    expect(page.posts).to.have.length(0);
    expect(real.element.generation.name).to.equal('failed');
    const before = play.element.tally.sandbox.session.pictures;
    await play.element.generate();
    expect(play.element.tally.sandbox.session.pictures).to.equal(before + 1);
    free();
    expect(await real.element.generate()).to.have.nested.property('receipt.charged', '0.03');
    expect(page.posts).to.have.length(1);
    expect(Object.keys(localStorage).some((key) => /^upi1:e:.*:d:/.test(key))).to.equal(true);
  });
});
