import { expect } from 'chai';
import { memoryStore, type TextStore } from '../../src/base/store.js';
import { exportJson } from '../../src/spending/export-json.js';
import { importJson } from '../../src/spending/import-json.js';
import { createJournal } from '../../src/spending/journal.js';
import { indexedDbLog } from '../../src/spending/indexed-db-log.js';
import { persist, refusalOf } from '../../src/spending/storage.js';
import { ownNamespace } from './real-ports.js';
import { buy, intent, settableClock, simulatedBrowser } from './simulated-browser.js';

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}

describe('a text that the store refuses', () => {
  /** A store that refuses so often, and a clock that notes how long it was waited for. */
  const stubborn = (refusals: number, name = 'QuotaExceededError') => {
    let asked = 0;
    const waits: number[] = [];
    const store: TextStore = {
      ...memoryStore(),
      set: () => {
        asked += 1;
        if (asked <= refusals) throw named(name);
      },
    };
    const clock = {
      ...settableClock(),
      sleep: async (ms: number) => {
        waits.push(ms);
        const before = asked;
        await new Promise((resolve) => {
          setTimeout(resolve);
        });
        expect(asked, 'nothing is tried during the rest').to.equal(before);
      },
    };
    return { store, clock, waits, asked: () => asked };
  };

  it('is tried again up to five times, with longer rests, before the store counts as full', async () => {
    for (const [refusals, outcome] of [
      [0, 'ok'],
      [1, 'ok'],
      [5, 'ok'],
      [6, 'full'],
    ] as const) {
      const { store, clock, waits, asked } = stubborn(refusals);
      expect(await persist(store, clock, 'a', '1'), String(refusals)).to.equal(outcome);
      expect(asked()).to.equal(Math.min(refusals + 1, 6));
      expect(waits).to.deep.equal([2, 4, 8, 16, 20].slice(0, refusals));
    }
  });

  it('is not tried again where the store is blocked', async () => {
    const { store, clock, asked } = stubborn(9, 'SecurityError');
    expect(await persist(store, clock, 'a', '1')).to.equal('blocked');
    expect(asked()).to.equal(1);
  });

  it('is told from one that is blocked by the error’s name', () => {
    expect(
      [
        named('QuotaExceededError'),
        named('NS_ERROR_DOM_QUOTA_REACHED'),
        named('SecurityError'),
        'quota',
        undefined,
      ].map(refusalOf),
    ).to.deep.equal(['full', 'full', 'blocked', 'blocked', 'blocked']);
  });
});

describe('what was written is there', () => {
  it('when a reset is done, and when it was taken back', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    await buy(journal);
    await journal.reset();
    const resets = (): number =>
      [...browser.rows.keys()].filter((name) => name.startsWith('x:')).length;
    expect(resets()).to.equal(1);
    expect(browser.tab().entries()).to.deep.equal([]);
    expect(await journal.undoReset()).to.equal(true);
    expect(resets()).to.equal(2);
    expect(browser.tab().entries()).to.have.length(1);
    expect(await journal.undoReset(), 'nothing is left to undo').to.equal(false);
  });

  it('when a limit was set', async () => {
    const browser = simulatedBrowser();
    await browser.tab().setReaderCaps({ day: '1' });
    expect([...browser.rows.keys()].filter((name) => name.startsWith('n:'))).to.have.length(1);
    expect(browser.tab().readerCaps()).to.deep.equal({ day: '1' });
  });

  it('and is known to an import, also what only the mirror kept', async () => {
    const browser = simulatedBrowser();
    const one = browser.tab();
    await buy(one);
    const saved = exportJson(one);
    for (const key of browser.store.keys()) browser.store.remove(key);
    expect(await importJson(browser.tab(), saved)).to.deep.equal({
      kind: 'merged',
      added: 0,
      known: 1,
    });
  });
});

describe('what another tab tells', () => {
  it('is left alone unless each line is two texts', async () => {
    const browser = simulatedBrowser();
    const id = await buy(browser.tab());
    const line = [...browser.rows].find(([name]) => name.startsWith(`e:${id}:i`));
    const channel: {
      onmessage: ((event: MessageEvent) => void) | null;
      postMessage(): void;
      close(): void;
    } = { onmessage: null, postMessage: () => undefined, close: () => undefined };
    const journal = createJournal({
      takeAct: () => true,
      store: memoryStore(),
      clock: browser.clock,
      channel: () => channel,
    });
    journal.tally();
    let heard = 0;
    journal.subscribe(() => {
      heard += 1;
    });
    for (const odd of [
      [line?.[0], 7],
      [7, line?.[1]],
      [...(line ?? []), 'x'],
      [line?.[0]],
      line?.[0],
    ])
      channel.onmessage?.({ data: [odd] } as MessageEvent);
    expect([heard, journal.entries().length, journal.tally().unreadable]).to.deep.equal([0, 0, 0]);
    channel.onmessage?.({ data: [line] } as MessageEvent);
    expect([heard, journal.entries().length]).to.deep.equal([1, 1]);
  });
});

describe('how long pictures took', () => {
  it('is told for each model, oldest first, of those that came', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    const take = async (
      ms: number,
      pictures: number,
      given: Parameters<typeof intent>[1] = {},
    ): Promise<void> => {
      const line = intent(journal, given);
      await journal.reserve([line], {});
      browser.clock.pass(ms);
      await journal.settle(line.id, { charged: '0.03', basis: 'reported', pictures });
    };
    for (const [ms, pictures, given] of [
      [900, 1, {}],
      [300, 1, {}],
      [700, 0, {}],
      [50, 1, { model: 'flux-2-max' }],
      [60, 1, { provider: 'puter' }],
      [600, 1, {}],
    ] as const)
      await take(ms, pictures, given);
    for (const one of [journal, browser.tab()]) {
      expect(one.times('bfl', 'flux-2-pro')).to.deep.equal([900, 300, 600]);
      expect(one.times('bfl', 'flux-2-max')).to.deep.equal([50]);
      expect(one.times('puter', 'flux-2-pro')).to.deep.equal([60]);
      expect(one.times('puter', 'flux-2-max')).to.deep.equal([]);
    }
  });
});

describe('a database that was closed behind our back', () => {
  it('is opened again, and nothing is missing', async () => {
    const name = ownNamespace();
    const own = IDBFactory.prototype.open.bind(indexedDB);
    const opened: IDBDatabase[] = [];
    Object.defineProperty(indexedDB, 'open', {
      configurable: true,
      value: (...given: Parameters<IDBFactory['open']>) => {
        const request = own(...given);
        request.addEventListener('success', () => opened.push(request.result));
        return request;
      },
    });
    const dbLog = indexedDbLog(name, 50_000);
    try {
      expect(await dbLog.transact(() => [['a', '1']], 50_000)).to.equal(true);
      opened.at(-1)?.close();
      let seen: unknown;
      expect(
        await dbLog.transact((fresh, whole) => {
          seen = [fresh, whole];
          return [['b', '2']];
        }, 50_000),
      ).to.equal(true);
      expect(seen, 'from the beginning').to.deep.equal([[['a', '1']], true]);
      expect(
        await dbLog.transact((fresh, whole) => {
          seen = [fresh, whole];
          return [];
        }, 50_000),
      ).to.equal(true);
      expect(seen).to.deep.equal([[], false]);
      expect(opened).to.have.length(2);
    } finally {
      Reflect.deleteProperty(indexedDB, 'open');
      dbLog.close();
      indexedDB.deleteDatabase(name);
    }
  });
});
