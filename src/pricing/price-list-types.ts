import type { Rule } from './rule.js';
import type { SourceKind } from './quote-types.js';

/** A list of prices, also our published JSON format. Everything in it is plain data. */
export interface PriceList {
  readonly version: 1;
  /** Where prices were read; `Price.source` is a key of it. */
  readonly sources: Readonly<Record<string, ListedSource>>;
  readonly offers: readonly Offer[];
  /**
   * Providers for which this list is complete: merged over another, it removes what it no longer
   * offers.
   */
  readonly covers?: readonly string[];
}

export interface ListedSource {
  readonly name: string;
  /** https: the page its words stand on. Left out where nobody knows the address of a copy. */
  readonly url?: string;
  /** `YYYY-MM-DD`: the day somebody read it. */
  readonly readOn: string;
  /** The copy that was read bears no date: `readOn` is the earliest day it can be from. */
  readonly undated?: true;
  readonly kind: SourceKind;
  /** A page's own list, put over ours; never in a published one. */
  readonly by?: 'page';
}

/** One model at one provider, by one route. */
export interface Offer {
  readonly provider: string;
  readonly model: string;
  readonly route?: string;
  readonly name: string;
  readonly sizes: Sizes;
  /** The most reference pictures; 0 where it takes none or their price is not known. */
  readonly references: number;
  readonly needsReference?: true;
  readonly seed: boolean;
  /** Good for drafts only: never chosen by default. */
  readonly draft?: true;
  /** No real money moves. */
  readonly simulated?: true;
  /** Nobody hosts it there; the words say what can be done instead. */
  readonly notHosted?: string;
  readonly prices: readonly Price[];
}

/** Which sizes an offer takes. Pixels. */
export interface Sizes {
  /** `exact`: makes the pixels asked for. `ratio`: makes the shape, at a size of its own. */
  readonly pixels: 'exact' | 'ratio';
  /** Shortest and longest side. */
  readonly min: number;
  readonly max: number;
  /** Both sides are multiples of it. */
  readonly step: number;
  /** The most pixels in all. */
  readonly area: number;
  /**
   * Sizes off the grid that the provider is known to bill all the same, or with `only` the sole
   * ones. `WIDTHxHEIGHT`
   */
  readonly also?: readonly string[];
  readonly only?: true;
  /** Shapes it can make, `W:H`; any when left out. */
  readonly ratios?: readonly string[];
  /** Megapixels it makes whatever is asked, where that is fixed. */
  readonly megapixels?: number;
}

export interface Price {
  readonly rule: Rule;
  readonly source: string;
  /** The words it was read from, as they stand there; ` … ` where some are left out. */
  readonly says: string;
  /**
   * Why it is not believed: known to be wrong, superseded, or about something else. Shown, never
   * decides, never widens a price.
   */
  readonly wrong?: string;
  /**
   * The source says that it costs nothing. Without it an amount of 0 is no price: nothing is free
   * by default.
   */
  readonly free?: true;
  /**
   * Contradicts what decides, and nobody knows which is right: the price is a range over both,
   * unless a list read live decides. In words a
   * person is shown.
   */
  readonly doubt?: string;
  /** Only said of requests with (`edit`) or without (`text`) reference pictures. */
  readonly when?: 'text' | 'edit';
  /** Only said of pictures up to so many megapixels (1,048,576 pixels). */
  readonly upTo?: number;
  /** Share of a top-up that never reaches the balance, e.g. `0.05`. */
  readonly topUp?: string;
  /** The least that can be topped up, US dollars. */
  readonly topUpLeast?: string;
}
