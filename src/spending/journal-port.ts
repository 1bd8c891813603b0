import type { Entry, Intent, Tally } from './entry.js';

/**
 * Limits in US dollars as decimal text; a missing one does not limit. `balance`: the account's last
 * known balance.
 */
export interface Caps {
  readonly session?: string;
  readonly day?: string;
  readonly month?: string;
  readonly balance?: string;
}

/** The cap that the intents would exceed, with the amounts for the message (decimal text). */
export interface OverBudget {
  readonly cap: keyof Caps;
  readonly limit: string;
  readonly spent: string;
  readonly asked: string;
}

/** Whether purchases can be recorded: with `blocked` or `full` no real money may be spent. */
export type StorageHealth = 'ok' | 'full' | 'blocked';

/**
 * The write-ahead journal. `reserve` resolves only when the intents of a real purchase are stored.
 * The other methods that write resolve once localStorage answered, and the IndexedDB log or a quarter
 * of a second passed; a line that neither accepted stays in memory and is written with a later one.
 */
export interface Journal {
  /**
   * False until the journal's code is loaded. Until then its answers mean "not known yet", not
   * zero.
   */
  readonly loaded: boolean;
  /**
   * Resolves once the IndexedDB log is merged, or after one second. Until then totals come from
   * localStorage alone.
   */
  readonly ready: Promise<void>;
  health(): StorageHealth;
  /** A new id for a purchase or a picture. Ids sort by time and never collide between tabs. */
  newId(): string;
  /**
   * The current session's id. Starts a session when there is none, or after 30 minutes without
   * activity.
   */
  session(): string;
  /**
   * Starts a new session, and with it the page's budget anew.
   *
   * @throws UserPaysError `no-gesture` without the reader's act.
   */
  newSession(): void;
  /**
   * Checks the caps and writes the intents in one IndexedDB transaction, so that two tabs cannot
   * both pass. Resolves `undefined` when written, or the cap that would be exceeded (then nothing
   * is written).
   *
   * @throws UserPaysError `storage-full` or `storage-blocked` (charge `none`) when a real purchase
   *   can't be recorded. Simulated intents are then kept in memory.
   */
  reserve(intents: readonly Intent[], caps: Caps): Promise<OverBudget | undefined>;
  /**
   * Writes the mark that the paid request is about to be sent, where the intent requires one.
   * Resolves `undefined` when the request may be sent, else why not: `aborted` when another tab
   * took this one for dead and gave the entry up, `storage-blocked` when a required mark could not
   * be written.
   */
  leave(id: string): Promise<'aborted' | 'storage-blocked' | undefined>;
  /**
   * Refuses an entry whose request was never sent. Resolves false, and writes nothing, when that is
   * not certain.
   */
  giveUp(id: string, code: string): Promise<boolean>;
  accept(id: string, job: Readonly<Record<string, string>>): Promise<void>;
  settle(
    id: string,
    final: { charged: string; basis: 'reported' | 'computed'; pictures: number; note?: string },
  ): Promise<void>;
  /** Records that nothing was charged. */
  refuse(id: string, code: string): Promise<void>;
  /**
   * Records that it may have been charged; `repeated`: more than once, as the browser may have sent
   * the order again.
   */
  doubt(id: string, code: string, repeated?: boolean): Promise<void>;
  /**
   * Adds a signed amount to a settled entry (refund, later price), with the reason. An entry never
   * counts below zero. Rejects with `no-gesture` where a negative amount comes without the reader's
   * act.
   */
  correct(id: string, amount: string, note: string): Promise<void>;
  entry(id: string): Entry | undefined;
  /**
   * All entries, oldest first. With `since` (epoch milliseconds): those bought since then, and all
   * open ones.
   */
  entries(since?: number): readonly Entry[];
  tally(now?: number): Tally;
  /** Calls back after any change, in this tab or another. The returned function unsubscribes. */
  subscribe(listener: () => void): () => void;
}
