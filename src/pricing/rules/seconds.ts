import type { RuleFacts, RuleKind } from '../rule-kind.js';

/** By compute seconds, which nobody knows beforehand: a range. */
export interface SecondsRule {
  readonly kind: 'seconds';
  readonly second: string;
  /** Fewest and most seconds a picture is known to take. */
  readonly from: number;
  readonly to: number;
}

/** How its fields are written, and the request fields its price depends on besides `count`. */
export const secondsFacts: RuleFacts = {
  fields: { second: 'usd', from: 'count', to: 'count' },
  reads: [],
};

export const secondsRule: RuleKind<SecondsRule> = {
  bill: ({ second, from, to }) => ({
    items: [['seconds', to, second]],
    low: [['seconds', from, second]],
  }),
  unit: ({ second }) => second,
};
