import { charged as moneyOf } from '../pricing/settle.js';
import {
  compareUsd,
  divideUp,
  minus,
  sum,
  times,
  toText,
  usd,
  zero,
  type Usd,
} from '../pricing/money.js';
import type { MeterGrowth } from '../providers/image-provider.js';
import type { Entry } from '../spending/entry.js';

/** What a provider's meter says about one entry in doubt. */
export type MeterVerdict =
  | { readonly kind: 'none' }
  /**
   * `times`: how often the one request was charged; `amount`: the total, US dollars as decimal
   * text. `together`: the amount is an even part of what several were charged.
   */
  | {
      readonly kind: 'charged';
      readonly amount: string;
      readonly times: number;
      readonly together?: { readonly count: number; readonly charged: string };
    }
  /** Not known yet, or ambiguous. */
  | { readonly kind: 'unknown' };

const unknown: MeterVerdict = { kind: 'unknown' };

/**
 * How another entry relates to the meter's growth: not part of it, part of it with a known charge,
 * still undecided, or not assignable.
 */
type Relation = 'outside' | 'counted' | 'open' | 'loose';

/** True for an entry whose meter reading was recorded before its request was sent. */
export function isMetered({ job }: Entry): boolean {
  return job?.['meter'] !== undefined;
}

/**
 * What a meter's growth says about an entry in doubt. A meter only has sums, so the charges of this
 * browser's other entries are subtracted first. Then: nothing left, with nothing more to come, is
 * `none`. As many charges left as there are requests in doubt, at their price, is `charged`; where
 * the price is a range and all their pictures are here, each gets an even part. More than one charge
 * for a single request is `charged` too: browsers may send it again. Everything else stays
 * `unknown`.
 *
 * @param entries all entries since before this one
 */
export function meterVerdict(
  mine: Entry,
  entries: readonly Entry[],
  grown: MeterGrowth,
): MeterVerdict {
  if (grown.purchases === 0) return grown.isFinal ? { kind: 'none' } : unknown;
  const others = entries
    .filter((other) => sharesMeter(mine, other))
    .map((other) => [relationOf(mine, other), other] as const);
  if (others.some(([relation]) => relation === 'loose')) return unknown;
  const counted = others.flatMap(([relation, other]) => (relation === 'counted' ? [other] : []));
  const doubtful = 1 + others.filter(([relation]) => relation === 'open').length;
  const left = grown.purchases - counted.reduce((all, other) => all + timesOf(other), 0);
  if (left === 0) return grown.isFinal ? { kind: 'none' } : unknown;
  const amount = grown.usage && moneyOf(grown.usage, requestOf(mine))?.amount;
  if (left < 0 || amount === undefined) return unknown;
  const rest = minus(usd(amount), sum(counted.map(({ charged = '0' }) => usd(charged))));
  // A charge that differs from the listed price can be assigned only to a single request: among
  // several it could be any one's.
  const fits =
    isPriceOf(mine, rest, left) ||
    (counted.length === 0 && left === 1 && compareUsd(rest, zero) >= 0);
  if (!fits) return unknown;
  if (doubtful === 1) return { kind: 'charged', amount: toText(rest), times: left };
  const open = [
    mine,
    ...others.flatMap(([relation, other]) => (relation === 'open' ? [other] : [])),
  ];
  const isAlike = open.every(({ low, high }) => low === mine.low && high === mine.high);
  if (left !== doubtful || !isAlike || mine.high === undefined) return unknown;
  if (mine.low === mine.high) return { kind: 'charged', amount: mine.high, times: 1 };
  return open.every(({ pictures }) => pictures > 0) ? partOf(mine, open, rest) : unknown;
}

/** The even part of one of several: the last one's is what the others leave. */
function partOf({ id }: Entry, open: readonly Entry[], all: Usd): MeterVerdict {
  const count = open.length;
  const each = divideUp(all, count);
  const isLast = open.every((other) => other.id <= id);
  const part = isLast ? minus(all, times(each, count - 1)) : each;
  // Less than a trillionth of a dollar for each.
  if (compareUsd(part, zero) < 0) return unknown;
  const together = { count, charged: toText(all) };
  return { kind: 'charged', amount: toText(part), times: 1, together };
}

/**
 * True for another request that may be counted by the same lines of the same meter. Without a
 * recorded reading it may be one.
 */
function sharesMeter(mine: Entry, other: Entry): boolean {
  const { provider, model, route, simulated, id, job } = mine;
  if (other.id === id || other.provider !== provider || other.simulated !== simulated) return false;
  if (other.model !== model || other.route !== route) return false;
  return (
    !isMetered(other) ||
    (['who', 'lane'] as const).every((field) => other.job?.[field] === job?.[field])
  );
}

function relationOf(mine: Entry, other: Entry): Relation {
  if (other.charge === 'none') return 'outside';
  const hasEnded = other.standing === 'settled' && other.at + (other.took ?? Infinity) < mine.at;
  if (!isMetered(other)) {
    const isUnclear = other.at > mine.at || isOpen(other) || other.took === undefined;
    return isUnclear && !hasEnded ? 'loose' : 'outside';
  }
  // Its reading was taken at the same count or later, so its charge came after our reading.
  const isLater = other.job?.['month'] === mine.job?.['month'] && countOf(other) >= countOf(mine);
  if (isOpen(other)) return 'open';
  if (isLater) return 'counted';
  return hasEnded ? 'outside' : 'loose';
}

function isOpen({ standing }: Entry): boolean {
  return standing !== 'settled' && standing !== 'refused';
}
function countOf({ job }: Entry): number {
  return Number(job?.['from'] ?? NaN);
}

/**
 * The number of requests a settled entry was charged for: more than one when the browser sent it
 * again.
 */
function timesOf({ high, charged = '0' }: Entry): number {
  if (high === undefined) return 1;
  for (let count = 2; count <= 12; count += 1)
    if (compareUsd(times(usd(high), count), usd(charged)) === 0) return count;
  return 1;
}

function requestOf({ provider, model, size }: Entry): {
  provider: string;
  model: string;
  width: number;
  height: number;
} {
  const [width = NaN, height = NaN] = size.split('x').map(Number);
  return { provider, model, width, height };
}

/** Whether `amount` is what `count` such requests can have cost together. */
function isPriceOf({ low, high }: Entry, amount: Usd, count: number): boolean {
  if (low === undefined || high === undefined) return count === 1;
  return (
    compareUsd(amount, times(usd(low), count)) >= 0 &&
    compareUsd(amount, times(usd(high), count)) <= 0
  );
}
