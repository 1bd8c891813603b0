import type { RuleKind } from '../rule.js';

/** By compute seconds, which nobody knows beforehand: a range. */
export interface SecondsRule {
  readonly kind: 'seconds';
  readonly second: string;
  /** Fewest and most seconds a picture is known to take. */
  readonly from: number;
  readonly to: number;
}

export const secondsRule: RuleKind<SecondsRule> = {
  fields: { second: 'usd', from: 'count', to: 'count' },
  reads: [],
  bill: ({ second, from, to }) => ({ items: [['seconds', to, second]], low: [['seconds', from, second]] }),
  unit: ({ second }) => second,
};
