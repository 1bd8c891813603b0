import { compareUsd, minus, roundTo, sum, toText, usd } from '../pricing/money.js';
import type { Period, Sums } from '../spending/entry.js';
import type { Caps } from '../spending/journal-port.js';

type Cap = 'session' | 'day' | 'month';

/** The present state of a limit, US dollars as decimal text; `spent` includes amounts in doubt. */
export interface Limit {
  readonly cap: Cap;
  readonly limit: string;
  readonly spent: string;
  /** True if it is the reader's own limit, which they may raise. */
  readonly own: boolean;
}

/** What limits are made of. */
export interface Spending {
  /** `undefined` until the journal has been read. */
  readonly sums: Sums | undefined;
  /** The reader's own. */
  readonly caps: Caps;
  /** The page owner's limit for a session. */
  readonly budget: string | undefined;
}

/** The limits in force: of two session limits the lower one. */
export function limitsOf({ sums, caps, budget }: Spending): readonly Limit[] {
  if (!sums) return [];
  const periods = { session: sums.session, day: sums.today, month: sums.month };
  return (['session', 'day', 'month'] as const).flatMap((cap) => {
    const mine = caps[cap];
    const theirs = cap === 'session' ? budget : undefined;
    const isMine =
      mine !== undefined && (theirs === undefined || compareUsd(usd(mine), usd(theirs)) <= 0);
    const limit = isMine ? mine : theirs;
    if (limit === undefined) return [];
    return [{ cap, limit, spent: spentIn(periods[cap]), own: limit === mine && theirs !== mine }];
  });
}

function spentIn({ settled, inDoubt }: Period): string {
  return toText(sum([usd(settled), usd(inDoubt)]));
}

/** What remains of a limit. */
export function leftUnder({ limit, spent }: Limit): string {
  const left = minus(usd(limit), usd(spent));
  return compareUsd(left, usd('0')) > 0 ? toText(left) : '0';
}

/** The first limit that a purchase of `asked` dollars would exceed. */
export function exceeded(spending: Spending, asked: string | undefined): Limit | undefined {
  if (asked === undefined) return undefined;
  const isOver = ({ limit, spent }: Limit): boolean =>
    compareUsd(sum([usd(spent), usd(asked)]), usd(limit)) > 0;
  return limitsOf(spending).find(isOver);
}

/**
 * The reader's own limit raised enough for `asked` dollars, in whole cents; `undefined` if the
 * limit is not the reader's own.
 */
export function raisedLimit(
  { budget }: Spending,
  { own, spent, cap }: Limit,
  asked: string | undefined,
): string | undefined {
  if (!own || asked === undefined) return undefined;
  // Just under half a cent more, rounded to the cent, is the next whole cent.
  const needed = toText(roundTo(sum([usd(spent), usd(asked), usd('0.004999999999')]), 2));
  const page = cap === 'session' ? budget : undefined;
  return page !== undefined && compareUsd(usd(needed), usd(page)) > 0 ? undefined : needed;
}
