import { expect } from 'chai';
import { pageJournal } from '../../src/spending/page-journal.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { holds } from '../spending/real-ports.js';
import { payingPage, type PayingPage } from '../support/paying.js';
import { until } from '../support/until.js';

// Not fired by leaving this page, which would end the test; e2e/bfcache.e2e.ts goes away and back
// for real.
function turn(type: 'pagehide' | 'pageshow'): boolean {
  return dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
}

describe('a page that the back button brings back', function () {
  this.timeout(120_000);
  let page: PayingPage;
  let release: () => void = () => undefined;

  beforeEach(() => {
    page = payingPage();
    const { fetch } = globalThis;
    const held = new Promise<void>((done) => {
      release = done;
    });
    globalThis.fetch = async (input, init) => {
      await held;
      return fetch(input, init);
    };
  });
  afterEach(() => page.close());

  it('goes on with the purchase it was in the middle of, and does not take it for one of a page that died', async () => {
    const { element } = await page.widget();
    const { journal } = insideOf(element).checkout.page;
    const before = element.tally.all;
    const promise = element.generate();
    expect(await holds(() => journal.underWay().length > 0)).to.equal(true);
    turn('pagehide');
    turn('pageshow');
    await (await insideOf(element).checkout.services()).recover();
    expect(element.generation.name).to.equal('submitting');
    expect(journal.underWay().map(({ standing }) => standing)).to.deep.equal(['intent']);
    release();
    expect(await promise).to.have.nested.property('receipt.charged', '0.03');
    expect(element.tally.all.purchases).to.equal(before.purchases + 1);
    expect(page.posts).to.have.length(1);
  });

  const died = async (leaves: boolean): Promise<string> => {
    const journal = pageJournal(() => true);
    await journal.ready;
    const id = journal.newId();
    await journal.reserve(
      [
        {
          id,
          purchase: journal.newId(),
          provider: 'bfl',
          model: 'flux-2-pro',
          size: '1024x1024',
          simulated: false,
          low: '0.03',
          high: '0.03',
          quote: 'q',
          session: journal.session(),
        },
      ],
      {},
    );
    if (leaves) expect(await journal.leave(id)).to.equal(undefined);
    journal.close();
    return id;
  };

  it('takes up what a page left open that died meanwhile', async () => {
    const { element } = await page.widget();
    const { journal } = insideOf(element).checkout.page;
    const [sent, unsent] = [await died(true), await died(false)];
    await until(
      () =>
        journal.entry(sent)?.standing === 'intent' && journal.entry(unsent)?.standing === 'intent',
    );
    turn('pageshow');
    await until(
      () =>
        journal.entry(sent)?.standing === 'in-doubt' &&
        journal.entry(unsent)?.standing === 'refused',
    );
    expect(journal.entry(sent)).to.include({ code: 'aborted', charge: 'possible' });
    expect(journal.entry(unsent)).to.include({ code: 'aborted', charge: 'none' });
    expect(page.posts).to.have.length(0);
    await journal.settle(sent, { charged: '0', basis: 'reported', pictures: 0, note: 'checked' });
  });
});
