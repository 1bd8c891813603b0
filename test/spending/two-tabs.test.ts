import { expect } from 'chai';
import { compact } from '../../src/spending/compaction.js';
import { createJournal, type SpendingJournal } from '../../src/spending/journal.js';
import { openFrames } from './frames.js';
import { holds, ownNamespace, realPorts, sweep } from './real-ports.js';
import { buy } from './simulated-browser.js';

// The run with real tabs in processes of their own is e2e/spending-two-tabs.e2e.ts; this one runs
// in every engine.
describe('several tabs', () => {
  const namespace = ownNamespace();
  let frames: Awaited<ReturnType<typeof openFrames>>;
  let own: SpendingJournal;

  before(async function () {
    this.timeout(120_000);
    frames = await openFrames(4, namespace);
    own = createJournal(realPorts(namespace));
    await own.ready;
  });
  after(() => {
    own.close();
    frames.close();
    sweep(namespace);
  });

  it('lose no line between them, and all show the same tally', async function () {
    this.timeout(120_000);
    expect(frames.journals).to.have.length(4);
    await Promise.all(frames.journals.map((journal) => journal.ready));
    await Promise.all(
      frames.journals.map(async (journal, at) => {
        for (let bought = 0; bought < 25; bought += 1) {
          await buy(journal, '0.01');
          if (at < 2 && bought % 10 === 9) await compact(journal.log, { age: 0, months: false });
        }
      }),
    );
    const wanted = { settled: '1', inDoubt: '0', pictures: 100, purchases: 100 };
    const agree = await holds(() =>
      [own, ...frames.journals].every(
        (journal) =>
          journal.tally().all.settled === '1' && journal.tally().session.purchases === 100,
      ),
    );
    expect([own, ...frames.journals].map((journal) => journal.tally().session)).to.deep.equal(
      Array(5).fill(wanted),
    );
    expect(agree).to.equal(true);
    const later = createJournal({ ...realPorts(namespace), channel: undefined });
    expect(later.tally().all).to.deep.equal(wanted);
    later.close();
  });

  it('hear of a line by the storage event alone', async () => {
    const [silent] = frames.journals;
    const deaf = createJournal({ ...realPorts(namespace), channel: undefined });
    deaf.tally();
    const before = deaf.tally().all.pictures;
    if (silent) await buy(silent, '0.01');
    expect(await holds(() => deaf.tally().all.pictures === before + 1)).to.equal(true);
    deaf.close();
  });
});
