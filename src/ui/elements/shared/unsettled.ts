import { compareUsd, minus, sum, toText, usd } from '../../../pricing/money.js';
import type { Entry, Period } from '../../../spending/entry.js';

/**
 * What is not settled of a stretch of time, US dollars as decimal text: what is on its way, and
 * what a lost reply left open. `pending`: the lines of that time that may have been charged.
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
