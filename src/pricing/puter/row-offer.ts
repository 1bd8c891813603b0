import type { OptionSpec, Price, Sizes } from '../price-list-types.js';

/** A price as a row gives it; where and on which day it was read is the list's. */
export type RowPrice = Pick<Price, 'rule' | 'options' | 'when' | 'free'> & {
  /** The row's figures behind it, if they are not those of its main table. */
  readonly says?: string;
};

/** Costs of a row in words: `run $0.04, output_mp $0.03`. */
export function saidCosts(costs: ReadonlyMap<string, string>): string {
  return [...costs].map(([name, cost]) => `${name} $${cost}`).join(', ');
}

/** What a row says about its offer beside the names. */
export interface RowOffer {
  readonly prices: readonly RowPrice[];
  readonly options?: Readonly<Record<string, OptionSpec>>;
  readonly sizes?: Sizes;
  readonly references?: number;
  readonly needsReference?: true;
  readonly mask?: 'white' | 'black';
  readonly seed?: boolean;
  readonly notHosted?: string;
}
