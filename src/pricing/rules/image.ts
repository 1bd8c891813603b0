import type { RuleKind } from '../rule-kind.js';

/** A fixed price per image, whatever its size. */
export interface ImageRule {
  readonly kind: 'image';
  readonly each: string;
  /** The low end, if the price is a range. */
  readonly from?: string;
  /** Added for each reference image. */
  readonly input?: string;
}

export const imageRule: RuleKind<ImageRule> = {
  bill: ({ each, from, input }, { references }) => {
    const inputs =
      input && references.length ? [['reference', references.length, input] as const] : [];
    return {
      items: [['picture', 1, each], ...inputs],
      ...(from && { low: [['picture', 1, from], ...inputs] }),
    };
  },
  sameFor: (_rule, { references }) => references.length,
  // A range has no single unit price.
  unit: ({ each, from }) => (from === undefined ? each : undefined),
};
