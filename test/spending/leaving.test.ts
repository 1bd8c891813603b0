import { expect } from 'chai';
import { exportJson } from '../../src/spending/export-json.js';
import { importJson } from '../../src/spending/import-json.js';
import type { SpendingJournal } from '../../src/spending/journal.js';
import { decodeEvent, withChecksum } from '../../src/spending/line.js';
import { buy, intent, simulatedBrowser, type SimulatedBrowser } from './simulated-browser.js';

async function reserved(journal: SpendingJournal): Promise<string> {
  const line = intent(journal);
  await journal.reserve([line], {});
  return line.id;
}
/** As a browser that was killed is found again: localStorage forgot all, the mirror nothing. */
async function killed(browser: SimulatedBrowser): Promise<SpendingJournal> {
  for (const key of browser.store.keys()) browser.store.remove(key);
  const journal = browser.tab();
  await journal.ready;
  return journal;
}

describe('an order that is about to leave', () => {
  it('is known not to have left as long as no mark says so, and the mark outlives a killed browser', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    const [waiting, left] = [await reserved(journal), await reserved(journal)];
    expect(await journal.leave(left)).to.equal(undefined);
    const next = await killed(browser);
    expect([next.entry(waiting)?.unsent, next.entry(left)?.unsent]).to.deep.equal([
      true,
      undefined,
    ]);
    expect(
      [next.entry(waiting), next.entry(left)].map((entry) => [
        entry?.standing,
        entry?.charge,
        entry?.job,
      ]),
    ).to.deep.equal([
      ['intent', 'possible', undefined],
      ['intent', 'possible', undefined],
    ]);
    expect([
      await next.giveUp(waiting, 'aborted'),
      await next.giveUp(left, 'aborted'),
    ]).to.deep.equal([true, false]);
    expect(next.tally().all).to.include({ settled: '0', inDoubt: '0.045' });
    expect([next.entry(waiting)?.charge, next.entry(left)?.standing]).to.deep.equal([
      'none',
      'intent',
    ]);
  });

  it('is never given up by another browser, which can’t know whether it left', async () => {
    const journal = simulatedBrowser().tab();
    const waiting = await reserved(journal);
    const elsewhere = simulatedBrowser().tab();
    expect(await importJson(elsewhere, exportJson(journal))).to.include({
      kind: 'merged',
      added: 1,
    });
    expect(elsewhere.entry(waiting)).to.include({ standing: 'intent', charge: 'possible' });
    expect(await elsewhere.giveUp(waiting, 'aborted')).to.equal(false);
    expect(elsewhere.tally().all.inDoubt).to.equal(journal.tally().all.inDoubt);
  });

  it('does not leave any more once another tab, which hears of nothing, gave it up; and is not given up once it left', async () => {
    const browser = simulatedBrowser();
    const [frozen, other] = [browser.tab({ deaf: true }), browser.tab({ deaf: true })];
    const [late, early] = [await reserved(frozen), await reserved(frozen)];
    await other.ready;
    expect(await other.giveUp(late, 'aborted')).to.equal(true);
    expect(await frozen.leave(late)).to.equal('aborted');
    expect(await frozen.leave(early)).to.equal(undefined);
    expect(await other.giveUp(early, 'aborted')).to.equal(false);
    expect((await killed(browser)).entry(late)).to.include({ standing: 'refused', charge: 'none' });
  });

  it('stays where the mark can’t be written beside its intent', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    const id = await reserved(journal);
    browser.mirrorDown = true;
    expect(await journal.leave(id)).to.equal('storage-blocked');
    expect(await journal.giveUp(id, 'aborted'), 'nor is it given up').to.equal(false);
  });

  it('leaves without a mark where there never was a mirror: its intent is then in doubt after a crash', async () => {
    const browser = simulatedBrowser();
    browser.mirrorDown = true;
    const journal = browser.tab();
    const id = await reserved(journal);
    expect(journal.entry(id)?.unsent).to.equal(undefined);
    expect(await journal.leave(id)).to.equal(undefined);
  });

  it('keeps its job, whichever was written first', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    const id = await reserved(journal);
    await journal.accept(id, { meter: 'puter' });
    expect(await journal.leave(id)).to.equal(undefined);
    expect(journal.entry(id)?.job).to.deep.equal({ meter: 'puter' });
    expect((await killed(browser)).entry(id)).to.deep.include({
      standing: 'accepted',
      job: { meter: 'puter' },
    });
    expect(await journal.leave(await buy(journal)), 'a settled line may be marked').to.equal(
      undefined,
    );
  });

  it('written by a version without marks is not taken for unsent', async () => {
    const browser = simulatedBrowser();
    const id = await reserved(browser.tab());
    const value = browser.rows.get(`e:${id}:i`) ?? '';
    const old = withChecksum(`e:${id}:i`, value.slice(0, -7).replace(/\|1\|$/, '|'));
    expect(old[1].split('|')).to.have.length(value.split('|').length - 1);
    const read = decodeEvent(old);
    expect(read?.data).to.include({ provider: 'bfl', prompt: '', waits: '' });
    browser.rows.set(...old);
    browser.store.set(`upi1:${old[0]}`, old[1]);
    const next = browser.tab();
    expect(next.entry(id)).to.include({ standing: 'intent', provider: 'bfl' });
    expect(next.entry(id)?.unsent).to.equal(undefined);
    expect(await next.giveUp(id, 'aborted')).to.equal(false);
  });
});
