import type { Entry, Intent, Tally } from './entry.js';

/**
 * Limits in US dollars as decimal text; a missing one does not limit. `balance`: what the account
 * is known to hold now.
 */
export interface Caps {
  readonly session?: string;
  readonly day?: string;
  readonly month?: string;
  readonly balance?: string;
}

/** What the reserved lines would exceed, with the figures a sentence needs (decimal text). */
export interface OverBudget {
  readonly cap: keyof Caps;
  readonly limit: string;
  readonly spent: string;
  readonly asked: string;
}

/** What to know before buying: `blocked` and `full` mean no real money may move. */
export type StorageHealth = 'ok' | 'full' | 'blocked';

/**
 * The write-ahead journal. Every method that records resolves only when the line is in localStorage
 * and, for those before a POST, in the IndexedDB mirror.
 */
export interface Journal {
  /**
   * False while the journal itself is still being loaded: what it says until then is not yet known,
   * not zero.
   */
  readonly loaded: boolean;
  /** Resolves once the mirror is read and merged. Totals before that are what localStorage had. */
  readonly ready: Promise<void>;
  health(): StorageHealth;
  /** A new id for a purchase or a line; ids sort by time and never collide between tabs. */
  newId(): string;
  /**
   * The current session's id; starts one when there is none or 30 minutes passed without activity.
   */
  session(): string;
  /** Ends the session: the next line starts a new one. */
  newSession(): void;
  /**
   * Checks the caps and writes the intents, in one IndexedDB transaction, so that two tabs cannot
   * both pass.
   * Resolves `undefined` when written, or what would be exceeded (nothing written then).
   * Throws `UserPaysError` `storage-full` or `storage-blocked` (charge `none`) when a real purchase
   * cannot be recorded;
   * simulated intents fall back to memory instead.
   */
  reserve(intents: readonly Intent[], caps: Caps): Promise<OverBudget | undefined>;
  /**
   * Writes that the order is about to be sent; resolves once that is as safe as its intent is.
   * Anything but `undefined` says why it
   * must not be sent: given up meanwhile by a tab that took this one for dead, or not to be written
   * where the intent is.
   */
  leave(id: string): Promise<'aborted' | 'storage-blocked' | undefined>;
  /**
   * Refuses a line whose order was never sent; false, and nothing written, where that is not sure.
   */
  giveUp(id: string, code: string): Promise<boolean>;
  accept(id: string, job: Readonly<Record<string, string>>): Promise<void>;
  settle(
    id: string,
    final: { charged: string; basis: 'reported' | 'computed'; pictures: number; note?: string },
  ): Promise<void>;
  /** Nothing was charged. */
  refuse(id: string, code: string): Promise<void>;
  /** It may have been charged. */
  doubt(id: string, code: string): Promise<void>;
  /** A signed correction of a settled line (refund, later price), with its reason. */
  correct(id: string, amount: string, note: string): Promise<void>;
  entry(id: string): Entry | undefined;
  /**
   * All lines, oldest first; given a moment (epoch milliseconds), those bought since then and those
   * still under way.
   */
  entries(since?: number): readonly Entry[];
  tally(now?: number): Tally;
  /** Called after any change, in this tab or another. */
  subscribe(listener: () => void): () => void;
}
