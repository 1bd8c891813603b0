import type { ImageRequest, LineKey, Sends, Size } from './quote-types.js';

/**
 * One line for one image: what is counted, the quantity (decimal text or a whole number), the price
 * of one in US dollars, and a detail that tells it from similar lines.
 */
export type Item = readonly [
  key: LineKey,
  quantity: string | number,
  unitPrice: string,
  detail?: string,
];

/** What one image costs. `items` is the high end; `low` is set if the price is a range. */
export interface Bill {
  readonly items: readonly Item[];
  readonly low?: readonly Item[];
  /** Parameters that must be sent with the request for this price to hold. */
  readonly sends?: Sends;
  /** What the account must hold for the order to be taken, US dollars as decimal text. */
  readonly holds?: string;
  /** The price is an estimate even if it is one amount. */
  readonly estimated?: true;
  /**
   * Set where the high end is the price of another source: why that counts, in words for readers.
   * `undefined` for any other source's rule.
   */
  readonly raised?: (by: object) => string | undefined;
}

/** The part of a request that rules read, checked: sizes are positive whole pixels. */
export interface CheckedRequest extends Size {
  readonly count: number;
  readonly references: readonly Size[];
  readonly steps: number | undefined;
  /** By the offer's own names, what is usual included. */
  readonly options: Readonly<Record<string, string>>;
  readonly unitPrice: string | undefined;
  readonly prompt?: string | undefined;
}

/** How a field of a rule is read from a price list. `?` marks an optional field. */
export type FieldShape =
  | 'usd'
  | 'usd?'
  | 'count'
  | 'count?'
  | 'counts'
  | 'id?'
  | 'decimals?'
  | 'true?'
  | 'texts?'
  | 'sizes';

/**
 * The fields of a kind of rule, and the request fields that its price depends on besides `count`.
 */
export interface RuleFacts {
  readonly fields: Readonly<Record<string, FieldShape>>;
  readonly reads: readonly (keyof ImageRequest)[];
}

/** A kind of rule. `pricing/README.md` says how to add one. */
export interface RuleKind<R> {
  /** The cost of one image. `undefined` if the rule does not cover the request. */
  bill(rule: R, request: CheckedRequest): Bill | undefined;
  /**
   * A whole number: requests for one image with the same one have the same bill, which is then made
   * once. `undefined` if that can't be said.
   */
  sameFor?(rule: R, request: CheckedRequest): number | undefined;
  /** The price of one unit that a provider may report as used, US dollars as decimal text. */
  unit?(rule: R): string | undefined;
  /** Never outdated, because the price was not read anywhere. */
  readonly timeless?: true;
  /**
   * Sizes just below the next price step, not yet rounded to the offer's grid. A rule may leave out
   * sizes with fewer pixels than `least`; the caller ignores them.
   */
  below?(rule: R, request: CheckedRequest, least: number): readonly Size[];
  /** Pixels in one megapixel of a reference, if references are billed per megapixel. */
  referencePixels?(rule: R): number | undefined;
}
