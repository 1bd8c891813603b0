import { UserPaysError } from '../base/error.js';
import { shared } from '../base/shared.js';
import { hasHistory, hasLines, watchForLines } from './has-history.js';
import type { Period, Sums, Tally } from './entry.js';
import type { SpendingJournal } from './journal.js';

const nothing: Period = { settled: '0', inDoubt: '0', pictures: 0, purchases: 0 };
const sums: Sums = { session: nothing, today: nothing, month: nothing, all: nothing, byModel: [] };
const unread: Tally = { ...sums, unreadable: 0, sandbox: sums };

/** Members that can be read before the journal is loaded. They answer as if it were empty. */
type Early = Pick<
  SpendingJournal,
  | 'loaded'
  | 'ready'
  | 'health'
  | 'tally'
  | 'entries'
  | 'entry'
  | 'times'
  | 'underWay'
  | 'readerCaps'
  | 'cleared'
  | 'subscribe'
  | 'newId'
  | 'session'
>;

/**
 * The page's journal, shared by all widgets and all copies of the script. The implementation is
 * loaded on first use, but for `subscribe` only where this browser has history; where it has none,
 * reads say so. Until `loaded` is true, they return empty values. `newId` and `session` throw
 * `internal` without the implementation, so await `ready` before a purchase.
 */
export function browserJournal(): SpendingJournal {
  return shared('journal', 1, standIn);
}

function standIn(): SpendingJournal {
  const waiting = new Map<() => void, (() => void) | undefined>();
  let journal: SpendingJournal | undefined;
  let loading: Promise<SpendingJournal> | undefined;
  /** True while this browser is known to hold no line. */
  let isEmpty = false;
  let looking: Promise<void> | undefined;

  const load = (): Promise<SpendingJournal> =>
    (loading ??= import('./page-journal.js').then(
      ({ pageJournal }) => {
        journal = pageJournal();
        for (const listener of waiting.keys()) {
          waiting.set(listener, journal.subscribe(listener));
          listener();
        }
        return journal;
      },
      (cause: unknown) => {
        loading = undefined;
        throw new UserPaysError('internal', { stage: 'guard', charge: 'none', cause });
      },
    ));
  const quietly = (): void => {
    if (!isEmpty) void load().catch(() => undefined);
  };
  /** Loads it if there is anything to read, now or once another tab wrote. */
  const loadIfAny = async (): Promise<void> => {
    if (loading || (await hasHistory())) return void load().catch(() => undefined);
    if (journal) return;
    isEmpty = true;
    const stop = watchForLines(() => {
      if (!loading && !hasLines()) return;
      stop();
      isEmpty = false;
      quietly();
    });
    for (const listener of waiting.keys()) listener();
  };
  const notYet = (): never => {
    throw new UserPaysError('internal', {
      stage: 'guard',
      charge: 'none',
      facts: { reason: 'not ready' },
    });
  };

  const early: Early = {
    get loaded() {
      return isEmpty;
    },
    get ready() {
      return load().then(({ ready }) => ready);
    },
    health: () => 'ok',
    tally: () => {
      quietly();
      return unread;
    },
    entries: () => {
      quietly();
      return [];
    },
    entry: () => undefined,
    times: () => [],
    underWay: () => [],
    readerCaps: () => ({}),
    cleared: () => 0,
    subscribe: (listener) => {
      waiting.set(listener, undefined);
      looking ??= loadIfAny();
      return () => {
        waiting.get(listener)?.();
        waiting.delete(listener);
      };
    },
    newId: notYet,
    session: notYet,
  };

  return new Proxy({} as SpendingJournal, {
    get: (_, name: keyof SpendingJournal): unknown => {
      if (journal) return journal[name];
      // `await` probes `then`: returning a function here would make the proxy a thenable that never
      // settles.
      if (typeof name === 'symbol' || (name as string) === 'then') return undefined;
      // Methods that write wait until the journal is loaded.
      return name in early
        ? early[name as keyof Early]
        : async (...given: readonly unknown[]) =>
            ((await load()) as unknown as Record<string, (...all: readonly unknown[]) => unknown>)[
              name
            ]?.(...given);
    },
  });
}
