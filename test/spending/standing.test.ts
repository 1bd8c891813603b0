import { expect } from 'chai';
import { buy, intent, simulatedBrowser } from './simulated-browser.js';

const DAY = 86_400_000;

describe('what a line comes to', () => {
  it('is in doubt when one tab says refused and another does not know, whoever spoke first', async () => {
    for (const order of ['refuse doubt', 'doubt refuse']) {
      const browser = simulatedBrowser();
      const [one, deaf] = [browser.tab(), browser.tab({ deaf: true })];
      const line = intent(one);
      await one.reserve([line], {});
      deaf.log.look();
      // Neither has heard the other.
      for (const what of order.split(' '))
        await (what === 'refuse'
          ? one.refuse(line.id, 'aborted')
          : deaf.doubt(line.id, 'timed-out'));
      if (order.startsWith('refuse'))
        expect(browser.tab().entry(line.id)).to.include({
          standing: 'in-doubt',
          charge: 'possible',
        });
      expect(browser.tab().tally().all.settled).to.equal('0');
    }
  });

  it('may be more than one charge where the browser may have sent the order again, whoever says so', async () => {
    for (const first of [true, false]) {
      const browser = simulatedBrowser();
      const [one, deaf] = [browser.tab(), browser.tab({ deaf: true })];
      const line = intent(one);
      await one.reserve([line], {});
      deaf.log.look();
      await one.doubt(line.id, 'timed-out', first);
      await deaf.doubt(line.id, 'timed-out', !first);
      const fresh = browser.tab();
      expect(fresh.entry(line.id)).to.include({ standing: 'in-doubt', repeated: true });
      expect(fresh.tally().all).to.include({ inDoubt: line.high, repeated: 1 });
      expect(fresh.tally().byModel[0]).to.include({ repeated: 1 });
      await fresh.settle(line.id, { charged: '0.09', basis: 'reported', pictures: 0 });
      expect(fresh.entry(line.id)).not.to.have.property('repeated');
      expect(browser.tab().tally().all).not.to.have.property('repeated');
    }
  });

  it('is a picture that was charged when it is here and its amount is not known, whoever says less', async () => {
    for (const order of ['delivered aborted', 'aborted delivered']) {
      const browser = simulatedBrowser();
      const [one, deaf] = [browser.tab(), browser.tab({ deaf: true })];
      const line = intent(one);
      await one.reserve([line], {});
      deaf.log.look();
      const [first = '', second = ''] = order.split(' ');
      await one.doubt(line.id, first);
      await deaf.doubt(line.id, second);
      const fresh = browser.tab();
      expect(fresh.entry(line.id)).to.include({
        standing: 'in-doubt',
        charge: 'charged',
        pictures: 1,
      });
      expect(fresh.tally().all).to.include({ settled: '0', inDoubt: line.high, pictures: 1 });
      await fresh.settle(line.id, { charged: '0.09', basis: 'reported', pictures: 1 });
      expect(browser.tab().tally().all).to.deep.equal({
        settled: '0.09',
        inDoubt: '0',
        pictures: 1,
        purchases: 1,
      });
    }
  });

  it('is a picture also when it was free', async () => {
    const browser = simulatedBrowser();
    await buy(browser.tab(), '0');
    expect(browser.tab().tally().all).to.deep.equal({
      settled: '0',
      inDoubt: '0',
      pictures: 1,
      purchases: 1,
    });
  });
});

describe('the lines bought lately', () => {
  it('are those since then, and those still under way, however old', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    const open = intent(journal);
    await journal.reserve([open], {});
    const old = await buy(journal);
    browser.clock.pass(3 * DAY);
    const fresh = await buy(journal);
    const ids = (since?: number): string[] => journal.entries(since).map(({ id }) => id);
    expect(ids(browser.clock.now() - DAY)).to.deep.equal([open.id, fresh]);
    expect(ids()).to.deep.equal([open.id, old, fresh]);
  });
});
