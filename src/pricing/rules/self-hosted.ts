import { plainAmount } from '../money.js';
import type { RuleKind } from '../rule-kind.js';

/**
 * A server of the reader's or the page owner's own: free, or the owner's price per image
 * (`request.unitPrice`).
 */
export interface SelfHostedRule {
  readonly kind: 'self-hosted';
  readonly each: string;
}

export const selfHostedRule: RuleKind<SelfHostedRule> = {
  timeless: true,
  bill: ({ each }, { unitPrice = each }) => {
    const price = plainAmount(unitPrice);
    // An invalid figure means an unknown price, not a free image.
    return price === undefined || price.startsWith('-')
      ? undefined
      : { items: [['self-hosted', 1, price]] };
  },
};
