import { idTime } from '../base/id.js';
import type { Segment } from './segment-decode.js';
import type { SegmentSummary } from './segment-summary.js';

/** A segment of which only the summary was added to the sums. */
export interface ClosedSegment {
  readonly segment: Segment;
  readonly summary: SegmentSummary;
  hidden: boolean;
}

/**
 * The closed segments, and which of them may share an entry or a purchase with something else.
 * Equal ids have equal times, so a time that is not among a segment's times proves that it does not.
 */
export class ClosedSegments {
  readonly #closed = new Set<ClosedSegment>();
  /** Ids from this text on are younger than all ids in here. */
  #after = '';

  add(closed: ClosedSegment): void {
    const { times, purchases } = closed.summary;
    this.#closed.add(closed);
    const latest = Math.max(times.at(-1) ?? 0, purchases.at(-1) ?? 0);
    const after = (latest + 1).toString(36).padStart(9, '0');
    if (after > this.#after) this.#after = after;
  }

  delete(closed: ClosedSegment): void {
    this.#closed.delete(closed);
  }

  get size(): number {
    return this.#closed.size;
  }

  all(): readonly ClosedSegment[] {
    return [...this.#closed];
  }

  /** The one that may hold this entry; `undefined`: certainly none. */
  withEntry(id: string): ClosedSegment | undefined {
    // First what is quick: at page load nearly all loose entries are younger.
    if (id >= this.#after) return undefined;
    const time = idTime(id);
    for (const closed of this.#closed) if (isAmong(closed.summary.times, time)) return closed;
    return undefined;
  }

  /** The one that may hold an entry of this purchase. */
  withPurchase(purchase: string): ClosedSegment | undefined {
    if (purchase >= this.#after) return undefined;
    const time = idTime(purchase);
    for (const closed of this.#closed) if (isAmong(closed.summary.purchases, time)) return closed;
    return undefined;
  }

  /** True when one may share an entry or a purchase with this segment. */
  overlap({ times, purchases }: SegmentSummary): boolean {
    return this.all().some(
      ({ summary }) => haveCommon(summary.times, times) || haveCommon(summary.purchases, purchases),
    );
  }
}

/** True when a number is among numbers in ascending order. */
export function isAmong(numbers: readonly number[], wanted: number): boolean {
  let [from, to] = [0, numbers.length - 1];
  if (!(wanted >= numbers[0]! && wanted <= numbers[to]!)) return false;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (numbers[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return numbers[from] === wanted;
}

/** True when two lists of ascending numbers have one in common. */
function haveCommon(some: readonly number[], others: readonly number[]): boolean {
  let [one, other] = [0, 0];
  if (!(some[0]! <= others.at(-1)! && others[0]! <= some.at(-1)!)) return false;
  while (one < some.length && other < others.length) {
    const gap = some[one]! - others[other]!;
    if (gap === 0) return true;
    if (gap < 0) one += 1;
    else other += 1;
  }
  return false;
}
