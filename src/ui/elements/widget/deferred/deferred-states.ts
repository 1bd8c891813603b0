import { exceeded } from '../../../../checkout/limits.js';
import type { Generation } from '../../../../generation/machine.js';
import { isLeft, isPaidAndLost } from './left.js';
import type { Spending } from '../../../../checkout/limits.js';
import type { FirstModel } from '../model.js';

/**
 * The custom states that only a widget with more than its first look can be in: `in-doubt` while
 * money may have been charged, `over-budget` where a limit holds the purchase back.
 */
export function deferredStates(
  { generation, quote, tally }: FirstModel,
  spending: Spending,
): readonly string[] {
  const isRefused = generation.name === 'failed' && generation.error.code === 'over-budget';
  const isOver = isRefused || exceeded(spending, quote.total?.high) !== undefined;
  const real = quote.simulated ? undefined : tally?.all;
  const isOpen = real && (real.inDoubt !== '0' || real.unpriced !== undefined);
  return [
    ...(isOver ? ['over-budget'] : []),
    ...(isOpen || mayBeCharged(generation) ? ['in-doubt'] : []),
  ];
}

/** True while it is unknown whether the displayed purchase was charged. */
function mayBeCharged(generation: Generation): boolean {
  if (generation.name === 'failed') return generation.error.charge === 'possible';
  if (generation.name === 'cancelled')
    return isLeft(generation)
      ? generation.state.pictures.some(
          (one) => isPaidAndLost(one) && one.receipt?.charge === 'possible',
        )
      : generation.charge === 'possible';
  return generation.name === 'done' && generation.purchase.receipt.charge === 'possible';
}
