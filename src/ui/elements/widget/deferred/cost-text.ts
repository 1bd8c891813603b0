import type { Receipt } from '../../../../generation/purchase.js';
import { providerName } from '../../../../accounts/provider-records.js';
import { severalText } from './doubt.js';
import type { WidgetModel } from '../model.js';
import { atLeast } from '../../shared/at-least.js';
import { amount, inFull } from '../../../amount.js';

interface CostStyle {
  /** True while the provider's record of the charge is still being read. */
  readonly checking?: boolean;
  /** With every digit: under a picture, which is its receipt. */
  readonly whole?: boolean;
}

/**
 * What a purchase cost: charged, estimated, not charged or still being checked. Screen readers hear
 * it rounded.
 */
export function costText(
  model: WidgetModel,
  receipt: Receipt,
  { checking = false, whole = false }: CostStyle = {},
): string {
  const { words: terms, dollars } = model;
  const { charge, charged, estimated, low, basis, provider, simulated, repeated, together } =
    receipt;
  if (charge === 'none') return terms.notCharged;
  const known = charged ?? estimated;
  const say = (one: string): string => amount(one, dollars, whole ? inFull(one) : {});
  const text = known ? say(known) : '';
  if (simulated) return terms.simulatedCharge(text);
  const isRange = charge === 'charged' && charged === undefined && low !== undefined && text;
  const range = isRange ? terms.chargedBetween(say(low), text) : text;
  if (checking && text) return terms.checkingCharge(range, providerName(provider));
  if (charge === 'possible') return terms.maybeCharged(text && atLeast(text, repeated === true));
  if (isRange) return range;
  if (charged === undefined) return text ? terms.computed(`≤ ${text}`) : terms.wasCharged('');
  if (together) return terms.chargedTogether(together.count, say(together.charged));
  const several = severalText(model, receipt);
  if (several !== undefined) return several;
  if (basis === 'reported' && charged === '0' && estimated === '0') return terms.free;
  return basis === 'reported' ? terms.charged(text) : terms.computed(text);
}
