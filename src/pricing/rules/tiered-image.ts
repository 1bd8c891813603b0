import type { RuleFacts, RuleKind } from '../rule-kind.js';

/** A fixed price per image, another for large ones, and per reference beyond some free ones. */
export interface TieredImageRule {
  readonly kind: 'tiered-image';
  readonly each: string;
  /** From more than `above` pixels on, `large` instead of `each`. */
  readonly above?: number;
  readonly large?: string;
  /** Added for each reference image beyond the `free` first ones. */
  readonly input?: string;
  readonly free?: number;
}

export const tieredImageFacts: RuleFacts = {
  fields: { each: 'usd', above: 'count?', large: 'usd?', input: 'usd?', free: 'count?' },
  reads: ['width', 'height', 'references'],
};

export const tieredImageRule: RuleKind<TieredImageRule> = {
  bill: (
    { each, above = Infinity, large = each, input, free = 0 },
    { width, height, references },
  ) => {
    const billed = references.length - free;
    const inputs = input && billed > 0 ? [['reference', billed, input] as const] : [];
    return { items: [['picture', 1, width * height > above ? large : each], ...inputs] };
  },
};
