import type { ImageRequest, LineKey, Size } from './quote-types.js';

/**
 * One row for one picture: what is counted, how many of it (decimal text or a whole number), the
 * price of one, and what sets it apart.
 */
export type Item = readonly [
  key: LineKey,
  quantity: string | number,
  unitPrice: string,
  detail?: string,
];

/** What one picture costs. `low` is there where the price is a range; `items` are its high end. */
export interface Bill {
  readonly items: readonly Item[];
  readonly low?: readonly Item[];
  /** What has to be sent along for the price to hold. */
  readonly sends?: Readonly<Record<string, string>>;
}

/** What rules read of a request, checked: whole positive pixels, references with a size. */
export interface CheckedRequest extends Size {
  readonly count: number;
  readonly references: readonly Size[];
  readonly steps: number | undefined;
  readonly unitPrice: string | undefined;
}

/** How a field of a rule is written, for reading lists: `?` where it may be left out. */
export type FieldShape =
  'usd' | 'usd?' | 'count' | 'count?' | 'decimals?' | 'true?' | 'texts?' | 'sizes';

/**
 * What a rule says of itself: how its fields are written, and which request fields its price
 * depends on besides `count`.
 */
export interface RuleFacts {
  readonly fields: Readonly<Record<string, FieldShape>>;
  readonly reads: readonly (keyof ImageRequest)[];
}

/**
 * A kind of rule. Adding one is a file with this, its facts, and a line in `rule.ts` and in
 * `rule-facts.ts`.
 */
export interface RuleKind<R> {
  /** `undefined` when it has no answer for this request. */
  bill(rule: R, request: CheckedRequest): Bill | undefined;
  /** The price of one of the units a provider may report as used. */
  unit?(rule: R): string | undefined;
  /** Never called old: it was not read anywhere. */
  readonly timeless?: true;
  /**
   * Sizes just under the next price step, before the offer's own grid; none that would have to have
   * fewer pixels than `least`.
   */
  below?(rule: R, request: CheckedRequest, least: number): readonly Size[];
  /** Pixels of one megapixel of a reference, where references are billed by the megapixel. */
  referencePixels?(rule: R): number | undefined;
}
