import type { RuleFacts, RuleKind } from '../rule-kind.js';

/** So much a picture, whatever its size. */
export interface ImageRule {
  readonly kind: 'image';
  readonly each: string;
  /** The low end, where a picture's price is not fixed. */
  readonly from?: string;
  /** Each reference picture on top. */
  readonly input?: string;
}

/** How its fields are written, and the request fields its price depends on besides `count`. */
export const imageFacts: RuleFacts = {
  fields: { each: 'usd', from: 'usd?', input: 'usd?' },
  reads: ['references'],
};

export const imageRule: RuleKind<ImageRule> = {
  bill: ({ each, from, input }, { references }) => {
    const inputs =
      input && references.length ? [['reference', references.length, input] as const] : [];
    return {
      items: [['picture', 1, each], ...inputs],
      ...(from && { low: [['picture', 1, from], ...inputs] }),
    };
  },
  // What is not fixed is not the worth of a unit.
  unit: ({ each, from }) => (from === undefined ? each : undefined),
};
