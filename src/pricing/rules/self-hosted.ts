import { isAmount } from '../money.js';
import type { RuleFacts, RuleKind } from '../rule-kind.js';

/**
 * The reader's or page owner's own server: nothing, or the owner's figure per picture
 * (`request.unitPrice`).
 */
export interface SelfHostedRule {
  readonly kind: 'self-hosted';
  readonly each: string;
}

/** How its fields are written, and the request fields its price depends on besides `count`. */
export const selfHostedFacts: RuleFacts = { fields: { each: 'usd' }, reads: ['unitPrice'] };

export const selfHostedRule: RuleKind<SelfHostedRule> = {
  timeless: true,
  bill: ({ each }, { unitPrice = each }) =>
    // A figure that can't be read is an unknown price, not no price.
    isAmount(unitPrice) && !unitPrice.startsWith('-')
      ? { items: [['self-hosted', 1, unitPrice]] }
      : undefined,
};
