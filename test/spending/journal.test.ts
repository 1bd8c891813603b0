import { expect } from 'chai';
import { buy, intent, simulatedBrowser } from './simulated-browser.js';

describe('the journal', () => {
  it('touches nothing before it is first used', () => {
    const browser = simulatedBrowser();
    const touched: string[] = [];
    browser.store.get = (key) => {
      touched.push(key);
      return null;
    };
    browser.store.keys = () => {
      touched.push('keys');
      return [];
    };
    const journal = browser.tab();
    expect(touched).to.deep.equal([]);
    journal.tally();
    expect(touched).to.include('keys');
  });

  it('shows a purchase as in doubt until it is settled, then as spent', async () => {
    const journal = simulatedBrowser().tab();
    const line = intent(journal);
    await journal.reserve([line], {});
    const open = { settled: '0', inDoubt: '0.045', pictures: 0, purchases: 1 };
    expect(journal.tally().session).to.deep.equal(open);
    await journal.accept(line.id, {
      polling: 'https://api.bfl.ai/v1/get_result?id=1&x=2',
      region: 'é|=',
    });
    expect(journal.tally().all).to.deep.equal(open);
    expect(journal.entry(line.id)).to.deep.include({
      standing: 'accepted',
      job: { polling: 'https://api.bfl.ai/v1/get_result?id=1&x=2', region: 'é|=' },
      charge: 'possible',
    });
    await journal.settle(line.id, { charged: '0.0400', basis: 'reported', pictures: 1 });
    expect(journal.tally().today).to.deep.equal({
      settled: '0.04',
      inDoubt: '0',
      pictures: 1,
      purchases: 1,
    });
    expect(journal.tally().byModel).to.deep.equal([
      {
        provider: 'bfl',
        model: 'flux-2-pro',
        settled: '0.04',
        inDoubt: '0',
        pictures: 1,
        purchases: 1,
      },
    ]);
    expect(journal.entry(line.id)).to.deep.include({
      standing: 'settled',
      charged: '0.04',
      basis: 'reported',
      charge: 'charged',
    });
  });

  it('never mixes simulated money in', async () => {
    const journal = simulatedBrowser().tab();
    await buy(journal, '0.04');
    await buy(journal, '0.5', { simulated: true, provider: 'sandbox' });
    const tally = journal.tally();
    expect([tally.all.settled, tally.sandbox.all.settled]).to.deep.equal(['0.04', '0.5']);
    expect(tally.byModel).to.have.length(1);
    expect(tally.sandbox.byModel[0]?.provider).to.equal('sandbox');
  });

  it('counts four pictures of one purchase as one purchase', async () => {
    const journal = simulatedBrowser().tab();
    const first = intent(journal);
    const lines = [first, ...[1, 2, 3].map(() => intent(journal, { purchase: first.purchase }))];
    await journal.reserve(lines, {});
    for (const { id } of lines)
      await journal.settle(id, { charged: '0.03', basis: 'computed', pictures: 1 });
    expect(journal.tally().session).to.deep.equal({
      settled: '0.12',
      inDoubt: '0',
      pictures: 4,
      purchases: 1,
    });
  });

  it('takes a refused purchase out of every sum', async () => {
    const journal = simulatedBrowser().tab();
    const line = intent(journal);
    await journal.reserve([line], {});
    await journal.refuse(line.id, 'insufficient-funds');
    expect(journal.tally().all).to.deep.equal({
      settled: '0',
      inDoubt: '0',
      pictures: 0,
      purchases: 0,
    });
    expect(journal.entry(line.id)).to.deep.include({
      standing: 'refused',
      code: 'insufficient-funds',
      charge: 'none',
    });
  });

  it('keeps a lost reply in doubt, and lets the reader say it was not charged', async () => {
    const journal = simulatedBrowser().tab();
    const line = intent(journal);
    await journal.reserve([line], {});
    await journal.doubt(line.id, 'timed-out');
    expect(journal.tally().all).to.deep.include({ settled: '0', inDoubt: '0.045' });
    expect(journal.entry(line.id)).to.deep.include({
      standing: 'in-doubt',
      code: 'timed-out',
      charge: 'possible',
    });
    await journal.refuse(line.id, 'reader-checked');
    expect(journal.tally().all).to.deep.equal({
      settled: '0',
      inDoubt: '0',
      pictures: 0,
      purchases: 0,
    });
    expect(journal.entry(line.id)?.charge).to.equal('none');
  });

  it('says that a price was unknown instead of counting it as nothing', async () => {
    const journal = simulatedBrowser().tab();
    const line = intent(journal, { low: undefined, high: undefined });
    await journal.reserve([line], { session: '1' });
    expect(journal.tally().session).to.deep.equal({
      settled: '0',
      inDoubt: '0',
      pictures: 0,
      purchases: 1,
      unpriced: 1,
    });
    await journal.settle(line.id, { charged: '0.07', basis: 'reported', pictures: 1 });
    expect(journal.tally().session).to.deep.equal({
      settled: '0.07',
      inDoubt: '0',
      pictures: 1,
      purchases: 1,
    });
  });

  it('adds a refund to the line it belongs to, once, with its reason', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    const id = await buy(journal, '0.05');
    await journal.correct(id, '-0.02', 'moderated afterwards');
    expect(journal.entry(id)).to.deep.include({ charged: '0.03', note: 'moderated afterwards' });
    expect(browser.tab().tally().all.settled).to.equal('0.03');
  });

  it('believes a reported amount before a computed one, and of two the larger', async () => {
    const journal = simulatedBrowser().tab();
    const line = intent(journal);
    await journal.reserve([line], {});
    await journal.settle(line.id, { charged: '0.09', basis: 'computed', pictures: 1 });
    await journal.settle(line.id, { charged: '0.04', basis: 'reported', pictures: 1 });
    await journal.settle(line.id, { charged: '0.05', basis: 'reported', pictures: 1 });
    await journal.doubt(line.id, 'timed-out');
    expect(journal.tally().all).to.deep.equal({
      settled: '0.05',
      inDoubt: '0',
      pictures: 1,
      purchases: 1,
    });
  });

  it('shows the same in a tab opened later, and in one that is open', async () => {
    const browser = simulatedBrowser();
    const [one, other] = [browser.tab(), browser.tab()];
    other.tally();
    await buy(one);
    expect(other.tally()).to.deep.equal(one.tally());
    expect(browser.tab().tally()).to.deep.equal(one.tally());
    expect(other.entries()).to.deep.equal(one.entries());
  });

  it('writes each event under its own name and never writes one twice', async () => {
    const browser = simulatedBrowser();
    const written: string[] = [];
    const set = browser.store.set;
    browser.store.set = (key, value) => {
      written.push(key);
      set(key, value);
    };
    await buy(browser.tab());
    const lines = written.filter((key) => !/:[mt]$/.test(key));
    expect(lines).to.have.length(4);
    expect(new Set(lines).size).to.equal(4);
    for (const key of lines) expect(browser.store.get(key)).to.match(/^[\x20-\x7e]+$/);
  });

  it('keeps no prompt unless it is handed one', async () => {
    const browser = simulatedBrowser();
    await buy(browser.tab());
    expect(
      browser.store
        .keys()
        .map((key) => browser.store.get(key))
        .join(),
    ).not.to.include('fox');
    const id = await buy(browser.tab(), '0.04', { prompt: 'a fox, 100% | \ud800 wild' });
    expect(browser.tab().entry(id)?.prompt).to.equal('a fox, 100% | \ufffd wild');
  });

  it('survives a listener that throws', async () => {
    const journal = simulatedBrowser().tab();
    const print = console.error;
    const reports: unknown[] = [];
    console.error = (error) => {
      reports.push(error);
    };
    const stop = journal.subscribe(() => {
      throw new Error('a mistake of the page');
    });
    const over = await journal.reserve([intent(journal)], {});
    stop();
    console.error = print;
    expect(over).to.equal(undefined);
    expect(reports.length).to.be.above(0);
  });

  it('brings back what a reset hid, in every tab', async () => {
    const browser = simulatedBrowser();
    const [one, other] = [browser.tab(), browser.tab()];
    other.tally();
    await buy(one);
    const open = intent(one);
    await one.reserve([open], {});
    const before = one.tally();
    await one.reset();
    for (const journal of [one, other, browser.tab()]) {
      expect(journal.tally().all).to.deep.equal({
        settled: '0',
        inDoubt: '0.045',
        pictures: 0,
        purchases: 1,
      });
    }
    await one.settle(open.id, { charged: '0.04', basis: 'reported', pictures: 1 });
    expect(other.tally().all.settled).to.equal('0.04');
    expect(await other.undoReset()).to.equal(true);
    expect(one.tally().all.settled).to.equal('0.08');
    expect(await other.undoReset()).to.equal(false);
    expect(before.all.settled).to.equal('0.04');
  });
});
