import type { RuleFacts, RuleKind } from '../rule-kind.js';

/** A fixed price per image, whatever its size. */
export interface ImageRule {
  readonly kind: 'image';
  readonly each: string;
  /** The low end, if the price is a range. */
  readonly from?: string;
  /** From more than `above` pixels on, `large` instead of `each`. */
  readonly above?: number;
  readonly large?: string;
  /** Added for each reference image. */
  readonly input?: string;
  /** So many reference images cost nothing. */
  readonly free?: number;
}

export const imageFacts: RuleFacts = {
  fields: {
    each: 'usd',
    from: 'usd?',
    above: 'count?',
    large: 'usd?',
    input: 'usd?',
    free: 'count?',
  },
  reads: ['width', 'height', 'references'],
};

export const imageRule: RuleKind<ImageRule> = {
  bill: (
    { each, from, above = Infinity, large = each, input, free = 0 },
    { width, height, references },
  ) => {
    const billed = references.length - free;
    const inputs = input && billed > 0 ? [['reference', billed, input] as const] : [];
    return {
      items: [['picture', 1, width * height > above ? large : each], ...inputs],
      ...(from && { low: [['picture', 1, from], ...inputs] }),
    };
  },
  // A range has no single unit price.
  unit: ({ each, from, large }) => (from === undefined && large === undefined ? each : undefined),
};
