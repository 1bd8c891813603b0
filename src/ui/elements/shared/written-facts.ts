import { defined } from '../../../base/defined.js';
import type { Hint } from '../../../pricing/quote-types.js';
import { amount, dateText, inFull, type AmountStyle } from '../../amount.js';

/** The facts of a hint as its words take them: amounts and days as the style writes them. */
export function writtenFacts({ facts, saving }: Hint, style: AmountStyle): Hint['facts'] {
  // Both in full: their difference is what the hint is about.
  const whole = (seen: string): string => amount(seen, style, inFull(seen));
  const most = facts['atMost'] ? '≤\u00a0' : '';
  return {
    ...facts,
    ...defined({
      saving: saving === undefined ? undefined : most + amount(saving, style, { down: true }),
      usual: facts.usual === undefined ? undefined : amount(facts.usual, style),
      most: facts.most === undefined ? undefined : amount(facts.most, style),
      wallet: facts.wallet === undefined ? undefined : amount(facts.wallet, style),
      charged: facts.charged === undefined ? undefined : whole(facts.charged),
      listed: facts.listed === undefined ? undefined : whole(facts.listed),
      readOn: facts.readOn === undefined ? undefined : dateText(facts.readOn, style),
    }),
  };
}
