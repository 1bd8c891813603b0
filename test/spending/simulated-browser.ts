import type { Clock } from '../../src/base/clock.js';
import { memoryStore, type TextStore } from '../../src/base/store.js';
import type { Intent } from '../../src/spending/entry.js';
import { createJournal, type SpendingJournal } from '../../src/spending/journal.js';
import type { Line } from '../../src/spending/line.js';
import type { IndexedDbLog } from '../../src/spending/indexed-db-log.js';
import type { ChangeListener } from '../../src/spending/tab-events.js';

/** A clock somebody can set. Waiting takes no time of the test's, but moves the clock on. */
export interface SettableClock extends Clock {
  set(now: number): void;
  pass(ms: number): void;
}

export const NOON = new Date(2026, 10, 21, 12).getTime();

export function settableClock(now = NOON): SettableClock {
  let wall = now;
  let steady = 0;
  return {
    now: () => wall,
    elapsed: () => steady,
    sleep: async (ms) => {
      await Promise.resolve();
      wall += ms;
      steady += ms;
    },
    set: (to) => {
      wall = to;
    },
    pass: (ms) => {
      wall += ms;
      steady += ms;
    },
  };
}

/** What a browser keeps on disk, with switches for how it can fail. */
export interface SimulatedBrowser {
  readonly clock: SettableClock;
  readonly store: TextStore;
  /** Rows of the mirror, by name. */
  readonly rows: Map<string, string>;
  /** What writing to localStorage throws: an error's name, or nothing. */
  refuse: string | undefined;
  /** Whether the reader just pressed something. */
  acts: boolean;
  /** The mirror answers nothing. */
  mirrorDown: boolean;
  /** A new tab; `deaf` ones hear of others only when they look. `site`: which its page is of. */
  tab(options?: { deaf?: boolean; site?: string }): SpendingJournal;
  /** The browser's own sign that another tab wrote (or cleared, without a key). */
  hint(key?: string, value?: string | null): void;
}

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}

export function simulatedBrowser(clock = settableClock()): SimulatedBrowser {
  const inner = memoryStore();
  const rows = new Map<string, string>();
  const numbered: Line[] = [];
  const hints = new Set<ChangeListener>();

  const dbLog = (): IndexedDbLog => {
    let cursor = 0;
    return {
      transact: async (decide) => {
        // As the real one: where to read from is known when it is asked, what is there only when
        // its turn has come.
        const from = cursor;
        await Promise.resolve();
        if (browser.mirrorDown) return false;
        const fresh = numbered.slice(from).filter(([name]) => rows.has(name));
        const lines = decide(fresh, from === 0);
        for (const [name, value] of lines) {
          if (rows.has(name)) continue;
          rows.set(name, value);
          numbered.push([name, value]);
        }
        cursor = numbered.length;
        return true;
      },
      remove: async (names) => {
        await Promise.resolve();
        for (const name of names) rows.delete(name);
        return !browser.mirrorDown;
      },
      rewind: () => {
        cursor = 0;
      },
      close: () => undefined,
    };
  };

  const browser: SimulatedBrowser = {
    clock,
    rows,
    refuse: undefined,
    acts: true,
    mirrorDown: false,
    store: {
      get: (key) => {
        if (browser.refuse === 'SecurityError') throw named(browser.refuse);
        return inner.get(key);
      },
      set: (key, value) => {
        if (browser.refuse) throw named(browser.refuse);
        inner.set(key, value);
      },
      remove: (key) => inner.remove(key),
      keys: () => {
        if (browser.refuse === 'SecurityError') throw named(browser.refuse);
        return inner.keys();
      },
    },
    tab: ({ deaf = false, site = '' } = {}) => {
      let own: ChangeListener | undefined;
      const heard: TextStore = {
        ...browser.store,
        set: (key, value) => {
          browser.store.set(key, value);
          for (const hint of hints) if (hint !== own) hint(key, value);
        },
      };
      return createJournal({
        store: heard,
        dbLog: dbLog(),
        clock,
        takeAct: () => browser.acts,
        site: () => site,
        wake: (hint) => {
          own = hint;
          if (!deaf) hints.add(hint);
          return () => void hints.delete(hint);
        },
      });
    },
    hint: (key, value) => {
      for (const hint of hints) hint(key, value);
    },
  };
  return browser;
}

/** An intent for one picture of FLUX.2 pro, real money, $0.03 to $0.045. */
export function intent(
  journal: Pick<SpendingJournal, 'newId' | 'session'>,
  given: Partial<Intent> = {},
): Intent {
  const purchase = journal.newId();
  return {
    id: journal.newId(),
    purchase,
    provider: 'bfl',
    model: 'flux-2-pro',
    size: '1024x1024',
    simulated: false,
    low: '0.03',
    high: '0.045',
    quote: 'quote-1',
    session: journal.session(),
    ...given,
  };
}

/** Buys one picture, all the way. */
export async function buy(
  journal: SpendingJournal,
  charged = '0.04',
  given: Partial<Intent> = {},
): Promise<string> {
  const line = intent(journal, given);
  const over = await journal.reserve([line], {});
  if (over) throw new Error('no cap was given');
  await journal.accept(line.id, { polling: `https://api.bfl.ai/v1/get_result?id=${line.id}` });
  await journal.settle(line.id, { charged, basis: 'reported', pictures: 1 });
  return line.id;
}
