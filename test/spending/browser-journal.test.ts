import { expect } from 'chai';
import { browserJournal } from '../../src/spending/browser-journal.js';
import { hasHistory } from '../../src/spending/has-history.js';
import type { SpendingJournal } from '../../src/spending/journal.js';
import '../support/fresh-origin.js';
import { newVisit } from '../support/new-visit.js';
import { until } from '../support/until.js';
import type {} from './missing-part.js';
import { holds } from './real-ports.js';
import { intent } from './simulated-browser.js';

/** True once the journal's code stands behind it. */
function isLoaded(journal: SpendingJournal): boolean {
  try {
    return journal.newId() !== '';
  } catch {
    return false;
  }
}
/** As on a page on which nobody asked for it before. */
function onFreshPage(): SpendingJournal {
  // One that goes on listening would bring back what a test clears.
  if (isLoaded(browserJournal(() => true))) browserJournal(() => true).close();
  Reflect.deleteProperty(globalThis, Symbol.for('user-pays-image/journal@1'));
  return browserJournal(() => true);
}
/** Long enough for the journal's code, here since the first test, to be handed over. */
async function turns(): Promise<void> {
  await import('../../src/spending/page-journal.js');
  await hasHistory();
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}

describe('the page’s journal', () => {
  it('says that it does not know yet, refuses to name a line, and knows once it is ready', async () => {
    const journal = browserJournal(() => true);
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
    const journal = onFreshPage();
    expect(await Promise.resolve(journal)).to.equal(journal);
    expect(isLoaded(journal)).to.equal(false);
    expect(Object.prototype.toString.call(journal)).to.equal('[object Object]');
  });

  it('answers as an empty one until it is loaded, and whoever asks for sums or entries has it loaded', async () => {
    for (const ask of ['tally', 'entries'] as const) {
      const journal = onFreshPage();
      expect([journal.health(), journal.cleared(), journal.entry('x')]).to.deep.equal([
        'ok',
        0,
        undefined,
      ]);
      expect([journal.times('bfl', 'x'), journal.underWay(), journal.readerCaps()]).to.deep.equal([
        [],
        [],
        {},
      ]);
      await turns();
      expect(isLoaded(journal), 'nothing of that needs its code').to.equal(false);
      if (ask === 'tally') expect(journal.tally().unreadable).to.equal(0);
      else expect(journal.entries()).to.deep.equal([]);
      await until(() => isLoaded(journal));
    }
  });

  it('takes what is to be written before it is loaded, and has read the copy that outlives cleared storage when it is ready', async () => {
    await onFreshPage().setReaderCaps({ day: '0.07' }, { raise: true });
    const journal = onFreshPage();
    localStorage.clear();
    await journal.ready;
    expect(journal.readerCaps()).to.deep.equal({ day: '0.07' });
  });

  it('is not loaded in a browser without history, whatever else is written there, until there is a line', async () => {
    const own = indexedDB.databases.bind(indexedDB);
    indexedDB.databases = () => Promise.resolve([]);
    const journal = onFreshPage();
    localStorage.clear();
    let heard = 0;
    const stop = journal.subscribe(() => (heard += 1));
    await until(() => journal.loaded);
    journal.tally();
    journal.entries();
    dispatchEvent(new StorageEvent('storage', { key: 'of-the-page' }));
    document.dispatchEvent(new Event('visibilitychange'));
    dispatchEvent(new StorageEvent('storage', { key: null }));
    await turns();
    expect([isLoaded(journal), heard]).to.deep.equal([false, 1]);
    localStorage.setItem('upi1:e:x', 'a line this release can’t read');
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => isLoaded(journal));
    const told = heard;
    expect(told).to.be.above(1);
    await newVisit(journal);
    expect(heard, 'it is still listened to').to.be.above(told);
    stop();
    localStorage.clear();
    indexedDB.databases = own;
  });

  it('is loaded for who only listens where there is history, and tells nobody who stopped listening', async () => {
    const journal = onFreshPage();
    localStorage.setItem('upi1:e:x', 'a line this release can’t read');
    let [told, untold] = [0, 0];
    const stop = [journal.subscribe(() => (told += 1)), journal.subscribe(() => (untold += 1))];
    stop[1]?.();
    await until(() => isLoaded(journal));
    await newVisit(journal);
    expect(told).to.be.above(1);
    stop[0]?.();
    expect(untold).to.equal(0);
  });

  it('is loaded, and tells everybody else, where one who listens fails', async () => {
    const journal = onFreshPage();
    const own = console.error;
    const said: unknown[] = [];
    console.error = (error: unknown) => said.push(error);
    const failure = new Error('the page’s own mistake');
    let told = 0;
    const stops = [
      journal.subscribe(() => {
        if (isLoaded(journal)) throw failure;
      }),
      journal.subscribe(() => (told += 1)),
    ];
    try {
      await journal.ready;
      expect(isLoaded(journal)).to.equal(true);
      expect(told).to.be.above(0);
      expect(said).to.include(failure);
    } finally {
      for (const stop of stops) stop();
      console.error = own;
    }
  });

  it('tells nobody that it is empty when it was loaded while the browser looked', async () => {
    const own = indexedDB.databases.bind(indexedDB);
    let answer: (none: IDBDatabaseInfo[]) => void = () => undefined;
    indexedDB.databases = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const journal = onFreshPage();
    localStorage.clear();
    let heard = 0;
    const stop = journal.subscribe(() => (heard += 1));
    await journal.ready;
    const before = heard;
    answer([]);
    indexedDB.databases = own;
    await turns();
    expect(heard).to.equal(before);
    stop();
  });

  it('buys nothing where its code can’t be loaded, and says why, but goes on answering what is asked', async () => {
    localStorage.setItem('upi1:e:x', 'a line this release can’t read');
    const frame = document.createElement('iframe');
    frame.src = new URL('./missing-part.html', import.meta.url).pathname;
    document.body.append(frame);
    const journal = (await until(() => frame.contentWindow?.journal))!;
    const told: unknown[] = [];
    frame.contentWindow?.addEventListener('unhandledrejection', (event) => told.push(event.reason));
    let heard = 0;
    const stop = journal.subscribe(() => (heard += 1));
    const missing = { code: 'part-missing', stage: 'guard', charge: 'none', retry: 'safe' };
    const failed = async (work: Promise<unknown>): Promise<unknown> =>
      work.then(
        () => 'done',
        (error: unknown) => error,
      );
    expect(await failed(journal.ready)).to.include(missing);
    expect(await failed(journal.reserve([], {}))).to.include(missing);
    expect(await failed(journal.setReaderCaps({ day: '1' }))).to.include(missing);
    expect(() => journal.newId())
      .to.throw()
      .with.property('code', 'internal');
    expect([journal.loaded, journal.tally().all.purchases, journal.entries()]).to.deep.equal([
      false,
      0,
      [],
    ]);
    await turns();
    expect([heard, told], 'what nobody waits for fails quietly').to.deep.equal([0, []]);
    stop();
    frame.remove();
    localStorage.clear();
  });
});
