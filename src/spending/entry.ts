import type { Charge } from '../base/error.js';

/** What is recorded before the paid request is sent. One intent per picture. */
export interface Intent {
  readonly id: string;
  /** The purchase this picture belongs to. A purchase of four pictures has four intents. */
  readonly purchase: string;
  readonly provider: string;
  readonly model: string;
  readonly route?: string;
  /** `WIDTHxHEIGHT` in pixels. */
  readonly size: string;
  /** True for the sandbox. Simulated money is never added to real money. */
  readonly simulated: boolean;
  /**
   * Estimated price of this picture, US dollars as decimal text; the budget reserves `high`.
   * `undefined`: the price was unknown and the reader agreed to that.
   */
  readonly low: string | undefined;
  readonly high: string | undefined;
  readonly quote: string;
  /** The session it was bought in. */
  readonly session: string;
  /** Absent in what this release buys: readers' prompts are kept with their pictures, if at all. */
  readonly prompt?: string;
}

/**
 * The state of an entry, in rising order of precedence: when merged events disagree, the later
 * standing in this list wins.
 */
export type Standing = 'intent' | 'accepted' | 'refused' | 'in-doubt' | 'settled';

/** Code of a doubt about a picture that is here: it was charged, and the amount is not known yet. */
export const delivered = 'delivered';

/** One picture, projected from all its events. */
export interface Entry extends Intent {
  /** When the intent was written, epoch milliseconds. */
  readonly at: number;
  /** Where it was bought: host and first folder (`ada.github.io/blog`); absent when unknown. */
  readonly site?: string;
  readonly standing: Standing;
  /**
   * True while the paid request was never sent: this intent requires a mark in the IndexedDB log
   * before sending, and the mark does not exist.
   */
  readonly unsent?: true;
  /** What the provider needs to be asked about the job again; present once accepted. */
  readonly job?: Readonly<Record<string, string>>;
  /** Final amount, US dollars as decimal text, including corrections; present once settled. */
  readonly charged?: string;
  readonly basis?: 'reported' | 'computed';
  /** 1 when a picture was delivered, else 0. */
  readonly pictures: number;
  /** Milliseconds from intent to settlement. The estimate of waiting times uses it. */
  readonly took?: number;
  /** Error code of a refusal, or of the reason it is in doubt. */
  readonly code?: string;
  /**
   * Only in doubt: the browser may have sent the order more than once, so it may have been charged
   * more than once.
   */
  readonly repeated?: true;
  /** In doubt, `charged` means that the picture was delivered and only its amount is unknown. */
  readonly charge: Charge;
  /** Why the amount differs or was corrected, in the provider's or the reader's words. */
  readonly note?: string;
}

/**
 * Sums for one period. Amounts are US dollars as decimal text. `settled` does not include
 * `inDoubt`, which is the high estimate of everything open or in doubt.
 */
export interface Period {
  readonly settled: string;
  readonly inDoubt: string;
  readonly pictures: number;
  /**
   * Purchases with at least one entry that cost something, delivered a picture, or still may.
   * Refused ones don't count.
   */
  readonly purchases: number;
  /**
   * Open or in-doubt entries of unknown price, shown as "+ 1 of unknown price". They are not
   * counted in `inDoubt`, where they would look like $0. Absent when there are none.
   */
  readonly unpriced?: number;
  /**
   * In-doubt entries that may have been charged more than once: `inDoubt` counts each of them once
   * and is shown as "≥". Absent when there are none.
   */
  readonly repeated?: number;
}

type ModelPeriod = { readonly provider: string; readonly model: string } & Period;

export interface Sums {
  readonly session: Period;
  readonly today: Period;
  readonly month: Period;
  readonly all: Period;
  readonly byModel: readonly ModelPeriod[];
}

/** What was spent. Simulated money is in `sandbox` and never added to the rest. */
export interface Tally extends Sums {
  /** Lines that are kept but could not be read: damaged, or written by a newer version. */
  readonly unreadable: number;
  readonly sandbox: Sums;
}
