import { times, toText, usd } from '../money.js';
import type { RuleFacts, RuleKind } from '../rule-kind.js';

/** Per second of computing. The time is not known beforehand, so the price is a range. */
export interface SecondsRule {
  readonly kind: 'seconds';
  readonly second: string;
  /** The fewest and the most seconds that an image is known to take. */
  readonly from: number;
  readonly to: number;
  /** Seconds that the account must be able to pay before the order is taken. */
  readonly gate?: number;
}

export const secondsFacts: RuleFacts = {
  fields: { second: 'usd', from: 'counts', to: 'count', gate: 'count?' },
  reads: [],
};

export const secondsRule: RuleKind<SecondsRule> = {
  bill: ({ second, from, to, gate }) => ({
    items: [['seconds', to, second]],
    low: [['seconds', from, second]],
    ...(gate && { holds: toText(times(usd(second), gate)) }),
  }),
  unit: ({ second }) => second,
};
