import { expect } from 'chai';
import { sum, toText, usd } from '../../src/pricing/money.js';
import { openFrames } from './frames.js';
import { ownNamespace, sweep } from './real-ports.js';
import { buy, intent, simulatedBrowser } from './simulated-browser.js';

describe('a cap', () => {
  it('holds when eight tabs reserve at the same moment', async function () {
    this.timeout(120_000);
    const namespace = ownNamespace();
    const frames = await openFrames(8, namespace);
    // Each sees an empty journal and a budget of ten pictures; none waits for another.
    const outcomes = await Promise.all(
      frames.journals.map((journal) =>
        Promise.all(
          Array.from({ length: 5 }, () =>
            journal.reserve([intent(journal, { high: '0.03' })], { session: '0.30', day: '0.30' }),
          ),
        ),
      ),
    );
    const flat = outcomes.flat();
    expect(flat).to.have.length(40);
    expect(flat.filter((over) => over === undefined)).to.have.length(10);
    const refusal = flat.find((over) => over !== undefined);
    expect(refusal).to.deep.include({ limit: '0.30', asked: '0.03' });
    frames.close();
    sweep(namespace);
  });

  it('counts what is reserved, in doubt and settled, and asks for a range’s high end', async () => {
    const journal = simulatedBrowser().tab();
    await buy(journal, '0.04');
    const doubtful = intent(journal);
    await journal.reserve([doubtful], {});
    await journal.doubt(doubtful.id, 'timed-out');
    expect(await journal.reserve([intent(journal)], { session: '0.12' })).to.deep.equal({
      cap: 'session',
      limit: '0.12',
      spent: '0.085',
      asked: '0.045',
    });
    expect(await journal.reserve([intent(journal)], { session: '0.13' })).to.equal(undefined);
  });

  it('writes nothing when a batch does not fit as a whole', async () => {
    const journal = simulatedBrowser().tab();
    const lines = [1, 2, 3].map(() => intent(journal));
    expect(await journal.reserve(lines, { day: '0.10' })).to.deep.equal({
      cap: 'day',
      limit: '0.10',
      spent: '0',
      asked: '0.135',
    });
    expect(journal.entries()).to.deep.equal([]);
  });

  it('is the smallest of the owner’s, the reader’s and the balance', async () => {
    const journal = simulatedBrowser().tab();
    await journal.setReaderCaps({ month: '0.05' });
    expect(
      await journal.reserve([intent(journal)], { month: '1', balance: '0.04' }),
    ).to.deep.include({ cap: 'balance', limit: '0.04' });
    expect(await journal.reserve([intent(journal)], { month: '1', balance: '9' })).to.equal(
      undefined,
    );
    expect(await journal.reserve([intent(journal)], { month: '1', balance: '9' })).to.deep.include({
      cap: 'month',
      limit: '0.05',
    });
  });

  it('keeps what is under way out of the balance’s reach', async () => {
    const journal = simulatedBrowser().tab();
    await journal.reserve([intent(journal)], {});
    expect(await journal.reserve([intent(journal)], { balance: '0.08' })).to.deep.equal({
      cap: 'balance',
      limit: '0.08',
      spent: '0.045',
      asked: '0.045',
    });
    expect(
      await journal.reserve([intent(journal, { provider: 'fal' })], { balance: '0.08' }),
    ).to.equal(undefined);
  });

  it('counts simulated money against simulated money only', async () => {
    const journal = simulatedBrowser().tab();
    await buy(journal, '5');
    expect(
      await journal.reserve([intent(journal, { simulated: true })], { session: '0.05' }),
    ).to.equal(undefined);
    expect(
      await journal.reserve([intent(journal, { simulated: true })], { session: '0.05' }),
    ).to.deep.include({ cap: 'session', spent: '0.045' });
  });

  it('of the reader’s is remembered, seen by other tabs, and raised only in one explicit step that stays written down', async () => {
    const browser = simulatedBrowser();
    const [one, other] = [browser.tab(), browser.tab()];
    other.tally();
    await one.setReaderCaps({ session: '1', day: '2' });
    expect(other.readerCaps()).to.deep.equal({ session: '1', day: '2' });
    await other.setReaderCaps({ session: '0.5', day: '2' });
    for (const caps of [{ session: '0.6', day: '2' }, { session: '0.5' }]) {
      const refused = await one.setReaderCaps(caps).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(refused).to.deep.include({ code: 'invalid-input' });
    }
    await one.setReaderCaps({ session: '3' }, { raise: true });
    expect(browser.tab().readerCaps()).to.deep.equal({ session: '3' });
    expect(browser.store.keys().filter((key) => key.includes(':n:'))).to.have.length(3);
  });

  it('is never passed, whatever is reserved and settled in whatever tab', async () => {
    const browser = simulatedBrowser();
    const tabs = [
      browser.tab({ deaf: true }),
      browser.tab({ deaf: true }),
      browser.tab({ deaf: true }),
    ];
    const passed: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      const journal = tabs[step % 3];
      const high = ['0.01', '0.07', '0.2'][(step % 7) % 3] ?? '0';
      if (!journal) continue;
      const line = intent(journal, { high });
      if ((await journal.reserve([line], { day: '1' })) === undefined) passed.push(high);
      else if (step % 5 === 0) break;
    }
    expect(Number(toText(sum(passed.map((high) => usd(high)))))).to.be.within(0.8, 1);
  });
});
