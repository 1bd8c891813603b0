import type { Rule } from './rule.js';
import type { SourceKind } from './quote-types.js';

/** A price list: plain data, and also our published JSON format. */
export interface PriceList {
  readonly version: 1;
  /** Where the prices were read. `Price.source` is a key of this record. */
  readonly sources: Readonly<Record<string, ListedSource>>;
  readonly offers: readonly Offer[];
  /**
   * Providers for which this list is complete: when it is merged over another list, their offers
   * that it lacks are removed.
   */
  readonly covers?: readonly string[];
}

export interface ListedSource {
  readonly name: string;
  /** https address of the page with the quoted words. Missing if the address is unknown. */
  readonly url?: string;
  /** The day it was read, `YYYY-MM-DD`. */
  readonly readOn: string;
  /** The copy has no date: `readOn` is the earliest day it can be from. */
  readonly undated?: true;
  readonly kind: SourceKind;
  /** Marks a page's own list that was merged over ours. Never in a published list. */
  readonly by?: 'page';
}

/** One model at one provider, by one route. */
export interface Offer {
  readonly provider: string;
  readonly model: string;
  readonly route?: string;
  /** The id that the provider's requests and lists use; a request may name the model by it. */
  readonly wire?: string;
  /** Other ids that the provider takes for it. A request may name the model by them too. */
  readonly ids?: readonly string[];
  readonly name: string;
  readonly sizes: Sizes;
  /** What a request may choose beside its size, by the provider's own names. */
  readonly options?: Readonly<Record<string, OptionSpec>>;
  /** The most reference images; 0 if it takes none or their price is unknown. */
  readonly references: number;
  readonly needsReference?: true;
  /** Takes a mask: the colour in it that marks what of the first reference may change. */
  readonly mask?: 'white' | 'black';
  readonly needsMask?: true;
  readonly seed: boolean;
  /** Good for drafts only, so never chosen by default. */
  readonly draft?: true;
  /** No real money is charged. */
  readonly simulated?: true;
  /**
   * Set if the provider does not host the model. The text says what is possible instead.
   */
  readonly notHosted?: string;
  readonly prices: readonly Price[];
}

/** One thing a request may choose beside its size. Values are text: `2K`, `28`, `true`. */
export interface OptionSpec {
  /** `list`: several texts, separated by blanks. */
  readonly type: 'choice' | 'number' | 'switch' | 'text' | 'list';
  /** What a choice may be. */
  readonly values?: readonly string[];
  /** Other spellings of values, in lower case, that the provider takes: `{"hd": "2k"}`. */
  readonly also?: Readonly<Record<string, string>>;
  /** The names it may be given by; the first one given counts. Missing: only its own. */
  readonly names?: readonly string[];
  /** What counts where nothing is chosen. Missing: nothing is sent. */
  readonly usual?: string;
  /** The model makes nothing without it. */
  readonly needed?: true;
  /** Limits of a number. */
  readonly min?: number;
  readonly max?: number;
  readonly whole?: true;
  /** A number outside its limits is not refused: the nearest one inside counts. */
  readonly clamps?: true;
  /** The most entries of a list. */
  readonly most?: number;
  /** Choosing it decides the size: then only the shape of the size asked for is sent. */
  readonly resizes?: true;
  /** Priced and sent where a page sets it, but not offered to readers. */
  readonly hidden?: true;
}

/** The sizes an offer takes, in pixels. */
export interface Sizes {
  /**
   * `exact`: makes the pixels asked for. `ratio`: keeps the aspect ratio and chooses the size
   * itself.
   */
  readonly pixels: 'exact' | 'ratio';
  /** Limits for the length of a side. */
  readonly min: number;
  readonly max: number;
  /** Both sides are multiples of this. */
  readonly step: number;
  /** The most pixels in total. */
  readonly area: number;
  /** The fewest pixels in total, if there is such a limit. */
  readonly least?: number;
  /** How many times as long as the shorter side the longer one may be; only where sizes snap. */
  readonly longest?: number;
  /**
   * A size outside these limits is not refused: the nearest one inside is made and billed. `sides`:
   * each side is brought inside by itself. `shape`: the aspect ratio is kept.
   */
  readonly snaps?: 'sides' | 'shape';
  /**
   * Sizes (`WIDTHxHEIGHT`) that the provider is known to take and bill although the limits above
   * exclude them. With `only`, these are the only sizes.
   */
  readonly also?: readonly string[];
  readonly only?: true;
  /** The aspect ratios it can make, `W:H`. Missing: any. */
  readonly ratios?: readonly string[];
  /** The megapixels it makes whatever size is asked for, if that is fixed. */
  readonly megapixels?: number;
}

export interface Price {
  readonly rule: Rule;
  readonly source: string;
  /** The words of the source, verbatim; ` … ` marks omissions. */
  readonly says: string;
  /**
   * Why the price is not believed: it is known to be wrong, superseded, or about something else.
   * Such a price is shown as a conflict. It never decides and never widens a range.
   */
  readonly wrong?: string;
  /**
   * The source says that it costs nothing. Without this an amount of 0 is not a price: nothing is
   * free by default.
   */
  readonly free?: true;
  /**
   * Set if the price contradicts the deciding one and it is unknown which is right: the total
   * becomes a range over both, unless a live price decides. The text is shown to readers.
   */
  readonly doubt?: string;
  /** Only for requests with (`edit`) or without (`text`) reference images. */
  readonly when?: 'text' | 'edit';
  /** Only for images of up to this many megapixels (1,048,576 pixels each). */
  readonly upTo?: number;
  /** Only for requests with these options, chosen or usual. Empty text: where it is not chosen. */
  readonly options?: Readonly<Record<string, string>>;
  /** The share of a top-up that is kept as a fee, e.g. `0.05`. */
  readonly topUp?: string;
  /** The smallest possible top-up, US dollars as decimal text. */
  readonly topUpLeast?: string;
}
