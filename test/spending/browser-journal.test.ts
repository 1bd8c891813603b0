import { expect } from 'chai';
import { browserJournal } from '../../src/spending/browser-journal.js';
import { holds } from './real-ports.js';
import { intent } from './simulated-browser.js';

describe('the page’s journal', () => {
  it('says that it does not know yet, refuses to name a line, and knows once it is ready', async () => {
    const journal = browserJournal();
    expect(journal.loaded).to.equal(false);
    expect(() => journal.newId())
      .to.throw()
      .with.property('code', 'internal');
    let heard = 0;
    const stop = journal.subscribe(() => {
      heard += 1;
    });
    expect(journal.tally().all).to.deep.equal({
      settled: '0',
      inDoubt: '0',
      pictures: 0,
      purchases: 0,
    });
    await journal.ready;
    expect(journal.loaded).to.equal(true);
    expect(heard).to.be.above(0);
    const played = intent(journal, { simulated: true, high: '0.02' });
    const before = journal.tally().sandbox.all.purchases;
    expect(await journal.reserve([played], {})).to.equal(undefined);
    expect(await holds(() => journal.tally().sandbox.all.purchases === before + 1)).to.equal(true);
    await journal.refuse(played.id, 'aborted');
    const last = heard;
    stop();
    await journal.refuse(played.id, 'aborted');
    expect(heard).to.equal(last);
  });

  it('can be handed through a promise while it is still being loaded', async () => {
    const handed = await Promise.resolve(browserJournal());
    expect(handed).to.equal(browserJournal());
  });
});
