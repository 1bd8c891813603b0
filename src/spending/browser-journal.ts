import { UserPaysError } from '../base/error.js';
import { partMissing } from '../base/part-missing.js';
import { shared } from '../base/shared.js';
import { hasHistory, hasLines, watchForLines } from './has-history.js';
import type { Period, Sums, Tally } from './entry.js';
import type { SpendingJournal } from './journal.js';

const nothing: Period = { settled: '0', inDoubt: '0', pictures: 0, purchases: 0 };
const sums: Sums = { session: nothing, today: nothing, month: nothing, all: nothing, byModel: [] };
const unread: Tally = { ...sums, unreadable: 0, sandbox: sums };

/**
 * Members that can be read before the journal is loaded. They answer as if it were empty, or refuse
 * where only the journal can answer.
 */
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

type Methods = Record<string, (...given: readonly unknown[]) => unknown>;

/**
 * The page's journal, shared by all widgets and all copies of the script. The implementation is
 * loaded on first use, but for `subscribe` only where this browser has history; where it has none,
 * reads say so. Until `loaded` is true, they return empty values. `newId` and `session` throw
 * `internal` without the implementation, so await `ready` before a purchase. `takeAct` is that of
 * whoever asks first; see `JournalPorts`.
 */
export function browserJournal(takeAct: () => boolean = () => false): SpendingJournal {
  return shared('journal', 1, () => standIn(takeAct));
}

/** Methods that leave more to be spent, and need the reader's act; see `SpendingJournal`. */
const loosening = /^(cor|new|reset|setR|settleB)/;

function standIn(takeAct: () => boolean): SpendingJournal {
  /** True while a method is called for which the act was taken before the load. */
  let acted = false;
  const loader = new JournalLoader(() => acted || takeAct());
  const early = earlyMembers(loader);
  return new Proxy({} as SpendingJournal, {
    get: (_, name: keyof SpendingJournal): unknown => {
      if (loader.journal) return loader.journal[name];
      // `await` probes `then`: returning a function here would make the proxy a thenable that never
      // settles.
      if (typeof name === 'symbol' || (name as string) === 'then') return undefined;
      // Methods that write wait until the journal is loaded.
      return name in early
        ? early[name as keyof Early]
        : async (...given: readonly unknown[]) => {
            // The reader's act is taken at once, not when the code has arrived.
            const taken = loosening.test(name) && takeAct();
            const journal = (await loader.load()) as unknown as Methods;
            acted = taken;
            try {
              return journal[name]?.(...given);
            } finally {
              acted = false;
            }
          };
    },
  });
}

function earlyMembers(loader: JournalLoader): Early {
  return {
    get loaded() {
      return loader.isEmpty;
    },
    get ready() {
      return loader.load().then(({ ready }) => ready);
    },
    health: () => 'ok',
    tally: () => {
      loader.loadQuietly();
      return unread;
    },
    entries: () => {
      loader.loadQuietly();
      return [];
    },
    entry: () => undefined,
    times: () => [],
    underWay: () => [],
    readerCaps: () => ({}),
    cleared: () => 0,
    subscribe: (listener) => loader.subscribe(listener),
    newId: notYet,
    session: notYet,
  };
}

function notYet(): never {
  throw new UserPaysError('internal', {
    stage: 'guard',
    charge: 'none',
    facts: { reason: 'not ready' },
  });
}

class JournalLoader {
  journal: SpendingJournal | undefined;
  /** True while this browser is known to hold no line. */
  isEmpty = false;
  readonly #takeAct: () => boolean;
  readonly #waiting = new Map<() => void, (() => void) | undefined>();
  #loading: Promise<SpendingJournal> | undefined;
  #looking: Promise<void> | undefined;

  constructor(takeAct: () => boolean) {
    this.#takeAct = takeAct;
  }

  load(): Promise<SpendingJournal> {
    return (this.#loading ??= import('./page-journal.js').then(
      ({ pageJournal }) => this.#handOver(pageJournal(this.#takeAct)),
      (cause: unknown) => {
        this.#loading = undefined;
        throw (
          partMissing(cause) ??
          new UserPaysError('internal', { stage: 'guard', charge: 'none', cause })
        );
      },
    ));
  }

  loadQuietly(): void {
    if (!this.isEmpty) void this.load().catch(() => undefined);
  }

  subscribe(listener: () => void): () => void {
    this.#waiting.set(listener, undefined);
    this.#looking ??= this.#loadIfAny();
    return () => {
      this.#waiting.get(listener)?.();
      this.#waiting.delete(listener);
    };
  }

  #handOver(journal: SpendingJournal): SpendingJournal {
    this.journal = journal;
    for (const listener of this.#waiting.keys()) {
      this.#waiting.set(listener, journal.subscribe(listener));
      tell(listener);
    }
    return journal;
  }

  /** Loads it if there is anything to read, now or once another tab wrote. */
  async #loadIfAny(): Promise<void> {
    if (this.#loading || (await hasHistory())) return void this.load().catch(() => undefined);
    if (this.journal) return;
    this.isEmpty = true;
    const stop = watchForLines(() => {
      if (!this.#loading && !hasLines()) return;
      stop();
      this.isEmpty = false;
      this.loadQuietly();
    });
    for (const listener of this.#waiting.keys()) tell(listener);
  }
}

function tell(listener: () => void): void {
  try {
    listener();
  } catch (error) {
    // A listener's error must not look like a journal that can't be loaded.
    console.error(error);
  }
}
