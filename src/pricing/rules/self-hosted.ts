import { isAmount } from '../money.js';
import type { RuleKind } from '../rule.js';

/** The reader's or page owner's own server: nothing, or the owner's figure per picture (`request.unitPrice`). */
export interface SelfHostedRule {
  readonly kind: 'self-hosted';
  readonly each: string;
}

export const selfHostedRule: RuleKind<SelfHostedRule> = {
  fields: { each: 'usd' },
  reads: ['unitPrice'],
  timeless: true,
  bill: ({ each }, { unitPrice = each }) =>
    // A figure that can't be read is an unknown price, not no price.
    (isAmount(unitPrice) && !unitPrice.startsWith('-') ? { items: [['self-hosted', 1, unitPrice]] } : undefined),
};
