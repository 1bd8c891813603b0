import { compareUsd, minus, sum, toText, usd } from '../../../pricing/money.js';
import type { Entry, Period } from '../../../spending/entry.js';

/**
 * The unsettled amounts of a period, US dollars as decimal text: purchases in progress, and those
 * left open by a lost reply. `pending`: the entries of the period that may have been charged.
 */
export function unsettledOf(
  { inDoubt }: Pick<Period, 'inDoubt'>,
  pending: readonly Entry[],
): { readonly inProgress: string; readonly notConfirmed: string } {
  const onTheirWay = highOf(pending.filter(({ standing }) => standing !== 'in-doubt'));
  const all = usd(inDoubt);
  const inProgress = compareUsd(onTheirWay, all) > 0 ? all : onTheirWay;
  return { inProgress: toText(inProgress), notConfirmed: toText(minus(all, inProgress)) };
}

function highOf(lines: readonly Entry[]): ReturnType<typeof usd> {
  return sum(lines.flatMap(({ high }) => (high === undefined ? [] : [usd(high)])));
}
