import { expect } from 'chai';
import { capsLine, capsOf, isRaised, strictest } from '../../src/spending/budget.js';
import { withChecksum } from '../../src/spending/line.js';
import { buy, intent, simulatedBrowser } from './simulated-browser.js';

function reasonOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('it resolved');
    },
    (error: unknown) => error,
  );
}

describe('the limits', () => {
  it('that are smallest of each kind hold, by amount and not by their letters', () => {
    expect(
      strictest(
        { session: '9', day: '0.50', balance: '3' },
        { session: '10', day: '0.5000001' },
        {},
        { month: '7' },
      ),
    ).to.deep.equal({ session: '9', day: '0.50', balance: '3', month: '7' });
    expect(strictest()).to.deep.equal({});
  });

  it('count as raised when one is higher or gone, and not when one is lower, the same, or new', () => {
    const now = { session: '9', day: '1.00' };
    expect(
      [
        { session: '10', day: '1' },
        { session: '9' },
        {},
        { session: '9', day: '1.000001', month: '3' },
      ].map((next) => isRaised(now, next)),
    ).to.deep.equal([true, true, true, true]);
    expect(
      [
        { ...now },
        { session: '9.0', day: '1' },
        { session: '0.5', day: '0' },
        { ...now, month: '100' },
      ].map((next) => isRaised(now, next)),
    ).to.deep.equal([false, false, false, false]);
    expect(isRaised({}, { session: '100' })).to.equal(false);
  });

  it('come back from their line as they were written, and not at all from one that makes no sense', () => {
    const [name, value] = capsLine('0mwq2wzq0-f7b8ce-2', { session: '0.50', month: '20' });
    expect(capsOf([name, value])).to.deep.equal({ session: '0.50', month: '20' });
    expect(capsOf([name, value.replace('0.50', '5.00')])).to.equal(undefined);
    for (const nonsense of [
      'caps|abc|||',
      'caps|1e3|||',
      'caps|0.5||',
      'caps|0.5||||',
      'reset|0.5|||',
    ])
      expect(capsOf(withChecksum(name, nonsense)), nonsense).to.equal(undefined);
  });
});

describe('the reader’s limit', () => {
  it('is dropped or raised only by saying so, lowered at once, and in every tab', async () => {
    const browser = simulatedBrowser();
    const [one, other] = [browser.tab(), browser.tab()];
    await one.setReaderCaps({ session: '0.10', day: '1' });
    for (const raised of [{ session: '0.11', day: '1' }, { day: '1' }, {}]) {
      expect(await reasonOf(other.setReaderCaps(raised))).to.include({
        code: 'invalid-input',
        charge: 'none',
      });
    }
    expect(one.readerCaps()).to.deep.equal({ session: '0.10', day: '1' });
    await other.setReaderCaps({ session: '0.05', day: '1' });
    expect(one.readerCaps()).to.deep.equal({ session: '0.05', day: '1' });
    await other.setReaderCaps({}, { raise: true });
    expect(browser.tab().readerCaps()).to.deep.equal({});
  });

  it('lowered while a purchase is under way takes nothing back of what was reserved, and refuses the next', async () => {
    const journal = simulatedBrowser().tab();
    const lines = [intent(journal, { high: '0.05' }), intent(journal, { high: '0.05' })];
    expect(await journal.reserve(lines, {})).to.equal(undefined);
    await journal.setReaderCaps({ session: '0.06' });
    for (const { id } of lines)
      await journal.settle(id, { charged: '0.05', basis: 'reported', pictures: 1 });
    expect(journal.tally().all).to.include({ settled: '0.1', pictures: 2 });
    expect(
      await journal.reserve([intent(journal, { high: '0.01' })], { session: '5' }),
    ).to.deep.equal({ cap: 'session', limit: '0.06', spent: '0.1', asked: '0.01' });
  });

  it('of real money is not used up by play money, nor the other way round', async () => {
    const journal = simulatedBrowser().tab();
    await buy(journal, '0.09', { simulated: true });
    expect(
      await journal.reserve([intent(journal, { high: '0.10' })], { session: '0.10' }),
    ).to.equal(undefined);
    expect(
      await journal.reserve([intent(journal, { high: '0.02', simulated: true })], {
        session: '0.10',
      }),
    ).to.deep.include({ spent: '0.09', asked: '0.02' });
    expect(
      await journal.reserve([intent(journal, { high: '0.01', simulated: true })], {
        session: '0.10',
      }),
    ).to.equal(undefined);
  });

  it('of an account counts what is under way at its provider, and nothing of another’s', async () => {
    const journal = simulatedBrowser().tab();
    await journal.reserve(
      [
        intent(journal, { high: '0.04' }),
        intent(journal, { low: undefined, high: undefined }),
        intent(journal, { high: '5', provider: 'fal' }),
        intent(journal, { high: '5', simulated: true }),
      ],
      {},
    );
    await buy(journal, '9');
    expect(
      await journal.reserve([intent(journal, { high: '0.07' })], { balance: '0.10' }),
    ).to.deep.equal({ cap: 'balance', limit: '0.10', spent: '0.04', asked: '0.07' });
    expect(
      await journal.reserve([intent(journal, { high: '0.06' })], { balance: '0.10' }),
    ).to.equal(undefined);
    const both = ['bfl', 'puter'].map((provider) => intent(journal, { high: '0.01', provider }));
    expect(await journal.reserve(both, { balance: '0.11' }), 'each counts').to.deep.equal({
      cap: 'balance',
      limit: '0.11',
      spent: '0.1',
      asked: '0.02',
    });
  });

  it('is not asked about a price that nobody knows: the reader was, and said yes', async () => {
    const journal = simulatedBrowser().tab();
    expect(
      await journal.reserve([intent(journal, { low: undefined, high: undefined })], {
        session: '0.01',
      }),
    ).to.equal(undefined);
    expect(journal.tally().all).to.deep.include({ inDoubt: '0', unpriced: 1 });
  });
});
