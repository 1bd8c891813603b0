import { expect } from 'chai';
import { memoryStore, type TextStore } from '../../src/base/store.js';
import { compact } from '../../src/spending/compaction.js';
import { createJournal } from '../../src/spending/journal.js';
import { pageTabEvents } from '../../src/spending/tab-events.js';
import { buy, intent, settableClock, simulatedBrowser } from './simulated-browser.js';
function loose(store: TextStore): string[] {
  return store.keys().filter((key) => key.startsWith('upi1:e:'));
}

describe('what tabs tell each other', () => {
  it('is also that somebody is there: a visit goes on in all of them', async () => {
    const browser = simulatedBrowser();
    const [one, other] = [browser.tab(), browser.tab()];
    const visit = other.session();
    for (let minutes = 0; minutes < 120; minutes += 20) {
      browser.clock.pass(20 * 60_000);
      await buy(one);
    }
    browser.clock.pass(20 * 60_000);
    expect(other.session()).to.equal(visit);
    expect(other.tally().session).to.include({ pictures: 6 });
  });

  it('is heard at the latest when they ask whether a cap has room, also where it has none', async () => {
    const browser = simulatedBrowser();
    const [one, deaf] = [browser.tab(), browser.tab({ deaf: true })];
    await deaf.ready;
    const line = intent(deaf);
    await buy(one, '0.04');
    let heard = 0;
    const stop = deaf.subscribe(() => (heard += 1));
    expect(await deaf.reserve([line], { day: '0.05' })).to.include({ spent: '0.04' });
    expect(heard).to.be.above(0);
    stop();
  });

  it('is no line of the journal where it is the lease of a tab without Web Locks', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    await buy(journal);
    browser.hint('upi1:h:1abc2def', '1700000000000');
    expect(journal.tally()).to.include({ unreadable: 0 });
  });

  it('is not believed when it makes no sense, and does not count as a damaged line', () => {
    const channel: {
      onmessage: ((event: MessageEvent) => void) | null;
      postMessage(): void;
      close(): void;
    } = { onmessage: null, postMessage: () => undefined, close: () => undefined };
    const journal = createJournal({
      takeAct: () => true,
      store: memoryStore(),
      clock: settableClock(),
      channel: () => channel,
    });
    journal.tally();
    for (const data of [[['e:x:i', 'rubbish']], 'rubbish', [[1, 2]], [['g:x']], null, { 0: 'x' }])
      channel.onmessage?.({ data } as MessageEvent);
    expect(journal.tally()).to.deep.include({ unreadable: 0 });
    expect(journal.entries()).to.deep.equal([]);
  });

  it('about a fold brings no folded line back, whoever clears the store afterwards', async () => {
    const browser = simulatedBrowser();
    const [one, deaf] = [browser.tab(), browser.tab({ deaf: true })];
    for (let bought = 0; bought < 5; bought += 1) await buy(one);
    deaf.log.look();
    const tally = deaf.tally().all;
    await compact(one.log, { age: -1, months: false });
    one.close();
    deaf.log.look();
    for (const key of browser.store.keys()) browser.store.remove(key);
    deaf.log.look();
    await deaf.settle(deaf.newId(), { charged: '0', basis: 'reported', pictures: 0 });
    expect(loose(browser.store)).to.have.length(1);
    expect(deaf.cleared()).to.equal(1);
    expect(browser.tab().tally().all).to.deep.equal(tally);
  });
});

describe('the signs that another tab may have written', () => {
  it('are a changed key, a cleared store, a page that is seen again, and a minute that passed', () => {
    const heard: unknown[][] = [];
    const own = globalThis.setInterval;
    const ticks: [() => void, number | undefined][] = [];
    globalThis.setInterval = ((tick: () => void, ms?: number) => {
      ticks.push([tick, ms]);
      return own(() => undefined, 1e9);
    }) as typeof setInterval;
    const stop = pageTabEvents((...given) => void heard.push(given));
    globalThis.setInterval = own;
    const all = (): unknown[][] => {
      heard.length = 0;
      dispatchEvent(new StorageEvent('storage', { key: 'a', newValue: '1' }));
      dispatchEvent(new StorageEvent('storage', { key: null }));
      dispatchEvent(new Event('pageshow'));
      dispatchEvent(new Event('focus'));
      document.dispatchEvent(new Event('visibilitychange'));
      return [...heard];
    };
    const state = (value: string): void =>
      void Object.defineProperty(document, 'visibilityState', { configurable: true, value });
    state('visible');
    expect(all()).to.deep.equal([['a', '1'], [], [], [], []]);
    expect(ticks.map(([, ms]) => ms)).to.deep.equal([60_000]);
    ticks[0]?.[0]();
    expect(heard).to.have.length(6);
    state('hidden');
    expect(all()).to.have.length(4);
    state('visible');
    stop();
    expect(all()).to.deep.equal([]);
    Reflect.deleteProperty(document, 'visibilityState');
  });
});

describe('a fold by another tab', () => {
  it('between a page’s two looks at the store hides no line from it', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    for (let bought = 0; bought < 3; bought += 1) await buy(journal);
    const copy = (): Map<string, string> =>
      new Map(browser.store.keys().map((key) => [key, browser.store.get(key) ?? '']));
    const before = copy();
    await compact(journal.log, { age: -1, months: false });
    const after = copy();
    let seen = before;
    const store: TextStore = {
      keys: () => [...seen.keys()],
      set: (key, value) => void after.set(key, value),
      remove: (key) => void after.delete(key),
      // It happens after the keys were listed and before the first line is read.
      get: (key) => {
        if (key.includes(':e:')) seen = after;
        return seen.get(key) ?? null;
      },
    };
    expect(
      createJournal({ takeAct: () => true, store, clock: browser.clock }).tally().all,
    ).to.deep.equal(journal.tally().all);
  });

  it('is waited for by nobody: a page that does not get the lock leaves the folding to who has it', async () => {
    const browser = simulatedBrowser();
    await buy(browser.tab());
    const locks = {
      request: (_name: string, _options: LockOptions, work: (lock: Lock | null) => Promise<void>) =>
        work(null),
    } as unknown as Pick<LockManager, 'request'>;
    const journal = createJournal({
      takeAct: () => true,
      store: browser.store,
      clock: browser.clock,
      locks,
    });
    const before = loose(browser.store);
    browser.clock.pass(600_000);
    await journal.schedule.relieve();
    expect(loose(browser.store)).to.deep.equal(before);
    expect(before).to.have.length(3);
    const granted = {
      request: (_name: string, _options: LockOptions, work: (lock: object) => Promise<void>) =>
        work({}),
    } as unknown as Pick<LockManager, 'request'>;
    const { store, clock } = browser;
    await createJournal({ takeAct: () => true, store, clock, locks: granted }).schedule.relieve();
    expect(loose(browser.store), 'whoever has it folds').to.deep.equal([]);
  });
});
