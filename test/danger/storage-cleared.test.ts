import { expect } from 'chai';
import { payingPage, type PayingPage } from '../support/paying.js';
import { holds } from '../spending/real-ports.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';

function lines(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith('upi1:e:'));
}

describe('storage cleared while a purchase is under way', function () {
  this.timeout(120_000);
  let page: PayingPage;
  let release: () => void = () => undefined;
  let sending = Promise.resolve();

  beforeEach(() => {
    page = payingPage();
    const { fetch } = globalThis;
    const held = new Promise<void>((done) => {
      release = done;
    });
    const asked = new Promise<void>((done) => {
      globalThis.fetch = async (input, init) => {
        done();
        await held;
        return fetch(input, init);
      };
    });
    sending = asked;
  });
  afterEach(() => page.close());

  it('loses nothing: the purchase ends as it would have, its lines are written again, and it is counted once', async () => {
    const { element } = await page.widget();
    const before = element.tally.all;
    const promise = element.generate();
    // From here on the purchase writes nothing before it has an answer.
    await sending;
    localStorage.clear();
    await new Promise<void>((done) => {
      const gone = indexedDB.deleteDatabase('upi1');
      gone.onsuccess = gone.onerror = gone.onblocked = () => done();
    });
    expect(lines()).to.deep.equal([]);
    release();
    expect(await promise).to.have.nested.property('receipt.charged', '0.03');
    expect(element.tally.all.purchases).to.equal(before.purchases + 1);
    expect(Number(element.tally.all.settled)).to.be.closeTo(Number(before.settled) + 0.03, 1e-9);
    expect(page.posts).to.have.length(1);
    const kinds = await holds(() =>
      ['i', 'd'].every((kind) => lines().some((key) => key.split(':')[3] === kind)),
    );
    expect(kinds, 'intent and settlement are in localStorage again').to.equal(true);
    expect(insideOf(element).checkout.page.journal.cleared()).to.equal(1);
  });
});
