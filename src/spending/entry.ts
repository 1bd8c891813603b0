import type { Charge } from '../base/error.js';

/** What is known to be true before anything is sent. One line per picture. */
export interface Intent {
  readonly id: string;
  /** The purchase this picture belongs to; a batch of four is four lines under one purchase. */
  readonly purchase: string;
  readonly provider: string;
  readonly model: string;
  readonly route?: string;
  /** `WIDTHxHEIGHT` in pixels. */
  readonly size: string;
  /** True for the sandbox: never mixed into a sum of real money. */
  readonly simulated: boolean;
  /**
   * Estimated price of this picture, US dollars as decimal text; the budget reserves `high`.
   * `undefined`: the price was unknown and the reader said yes to that.
   */
  readonly low: string | undefined;
  readonly high: string | undefined;
  readonly quote: string;
  /** The session (visit) it was bought in. */
  readonly session: string;
  /** Only when the page or reader opted in. */
  readonly prompt?: string;
}

/**
 * How far a line has come. Lines are merged by union and this order: a later standing wins over an
 * earlier one.
 */
export type Standing = 'intent' | 'accepted' | 'refused' | 'in-doubt' | 'settled';

/** A picture's line as folded from all its events. */
export interface Entry extends Intent {
  /** Epoch milliseconds of the intent. */
  readonly at: number;
  readonly standing: Standing;
  /**
   * The order was not sent by anybody who is alive: it waits for a mark that is written first, and
   * there is none.
   */
  readonly unsent?: true;
  /** What the provider needs to be asked again; present once accepted. */
  readonly job?: Readonly<Record<string, string>>;
  /** Final amount, US dollars as decimal text, corrections included; present once settled. */
  readonly charged?: string;
  readonly basis?: 'reported' | 'computed';
  /** 1 when a picture came of it, else 0. */
  readonly pictures: number;
  /** Milliseconds from intent to settlement, for expected times. */
  readonly took?: number;
  /** Error code of a refusal or a doubt. */
  readonly code?: string;
  readonly charge: Charge;
  /** Why the amount was corrected, in the provider's or reader's words. */
  readonly note?: string;
}

/**
 * Sums for one stretch of time. Amounts are US dollars as decimal text; `settled` excludes
 * `inDoubt` (the high end of what is still open or unknown).
 */
export interface Period {
  readonly settled: string;
  readonly inDoubt: string;
  readonly pictures: number;
  /**
   * Purchases with at least one line that cost, brought or may yet bring something; refused ones
   * don't count.
   */
  readonly purchases: number;
  /**
   * Lines in doubt whose price nobody knew: never part of `inDoubt` as $0. Present only when there
   * are any: "+ 1 of unknown price".
   */
  readonly unpriced?: number;
}

export type ModelPeriod = { readonly provider: string; readonly model: string } & Period;

export interface Sums {
  readonly session: Period;
  readonly today: Period;
  readonly month: Period;
  readonly all: Period;
  readonly byModel: readonly ModelPeriod[];
}

/** What was spent. Simulated money stands apart and is never added in. */
export interface Tally extends Sums {
  /** Lines kept but not understood: damaged, or written by a newer version. */
  readonly unreadable: number;
  readonly sandbox: Sums;
}
