import { defined } from '../../../../base/defined.js';
import type { UserPaysError } from '../../../../base/error.js';
import { typed } from '../../../typed.js';
import { amount } from '../../../amount.js';
import type { WidgetModel } from '../model.js';

/** The facts of a failure as its sentence needs them: amounts formatted, providers by name. */
export function factTexts(
  { payer, dollars, account }: Pick<WidgetModel, 'payer' | 'dollars' | 'account'>,
  facts: Readonly<Record<string, string>>,
): Record<string, string> {
  // A limit was typed; what an account holds was not.
  const precisions = {
    limit: facts.cap === 'balance' ? { down: true } : typed,
    spent: {},
    asked: {},
  };
  const amounts: Record<string, string> = {};
  for (const [name, how] of Object.entries(precisions))
    if (facts[name]) amounts[name] = amount(facts[name], dollars, how);
  // The part of a balance that pictures in progress or in doubt may still cost.
  const held = facts.cap === 'balance' && facts.spent !== '0' ? amounts.spent : undefined;
  return {
    ...facts,
    provider: payer.name,
    ...defined({
      key: payer.kind === 'key' ? payer.name : undefined,
      held,
      keyLimit: facts.cap === 'balance' ? account.limit : undefined,
    }),
    ...amounts,
  };
}

/**
 * The provider's own words, if there are any. Failures before anything was sent are described in
 * ours.
 */
export function quoted({ code, stage, facts: { detail = '', signIn } }: UserPaysError): string {
  if (code === 'part-missing' || detail === 'offline') return '';
  const isTheirs = ['submit', 'poll', 'save'].includes(stage) || signIn !== undefined;
  const isOurs = stage === 'account' || stage === 'guard';
  return isTheirs || (!isOurs && detail.includes(' ')) ? detail : '';
}
