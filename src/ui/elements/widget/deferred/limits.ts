import type { Caps } from '../../../../spending/journal-port.js';
import type { Period, Sums } from '../../../../spending/entry.js';
import { sumsOf } from '../tally.js';
import type { Widget } from '../view.js';
import { compareUsd, usd, sum, toText, minus, roundTo } from '../../../../pricing/money.js';

type Kept = 'session' | 'day' | 'month';

/** A limit as it stands now. US dollars as decimal text; `spent` includes what is in doubt. */
export interface Limit {
  readonly cap: Kept;
  readonly limit: string;
  readonly spent: string;
  /** True where the limit is the reader's own, who may raise it. */
  readonly own: boolean;
}

const periods: Readonly<Record<Kept, keyof Sums & ('session' | 'today' | 'month')>> = {
  session: 'session',
  day: 'today',
  month: 'month',
};

/** The limits that hold: the page's for a session, the reader's own. */
export function limitsOf(widget: Widget): readonly Limit[] {
  const sums = sumsOf(widget);
  if (!sums) return [];
  const own: Caps = widget.pageServices.journal.readerCaps();
  return (['session', 'day', 'month'] as const).flatMap((cap) => {
    const mine = own[cap];
    const theirs = cap === 'session' ? widget.budget : undefined;
    const limit =
      mine !== undefined && (theirs === undefined || compareUsd(usd(mine), usd(theirs)) <= 0)
        ? mine
        : theirs;
    return limit === undefined
      ? []
      : [
          {
            cap,
            limit,
            spent: spentIn(sums[periods[cap]]),
            own: limit === mine && theirs !== mine,
          },
        ];
  });
}

function spentIn({ settled, inDoubt }: Period): string {
  return toText(sum([usd(settled), usd(inDoubt)]));
}

/** What is left under a limit. */
export function leftUnder({ limit, spent }: Limit): string {
  const left = minus(usd(limit), usd(spent));
  return compareUsd(left, usd('0')) > 0 ? toText(left) : '0';
}

/** The first limit that what is on show would go over. */
export function exceeded(widget: Widget): Limit | undefined {
  const asked = widget.quote?.total?.high;
  return asked === undefined
    ? undefined
    : limitsOf(widget).find(
        ({ limit, spent }) => compareUsd(sum([usd(spent), usd(asked)]), usd(limit)) > 0,
      );
}

/**
 * The reader's own limit high enough for what is on show, in whole cents; `undefined` where it is
 * not theirs to raise.
 */
export function raisedLimit(widget: Widget, { own, spent, cap }: Limit): string | undefined {
  const asked = widget.quote?.total?.high;
  if (!own || asked === undefined) return undefined;
  // Just under half a cent more, rounded to the cent, is the next whole cent.
  const needed = toText(roundTo(sum([usd(spent), usd(asked), usd('0.004999999999')]), 2));
  const page = cap === 'session' ? widget.budget : undefined;
  return page !== undefined && compareUsd(usd(needed), usd(page)) > 0 ? undefined : needed;
}
