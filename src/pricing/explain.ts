import { billed } from './bill.js';
import { compareUsd, toText } from './money.js';
import type { RankedPrice } from './list-index.js';
import type { ComputedPrice } from './price.js';
import type { Conflict, Source } from './quote-types.js';

/**
 * Lists the sources that agree with the price, and what all others give for the same request.
 * Prices known to be wrong are listed even if the request is refused.
 */
export function explain({ ranked, request, refused, decision }: ComputedPrice): {
  sources: Source[];
  conflicts: Conflict[];
} {
  const sources: Source[] = [];
  const conflicts: Conflict[] = [];
  const first = decision?.first;
  const consider = (one: RankedPrice): void => {
    const { price, source } = one;
    const answer = price === first?.ranked.price ? first : billed(one, request);
    if (!answer) return;
    const { low, high } = answer;
    if (first && compareUsd(high, first.high) === 0 && compareUsd(low, first.low) === 0) {
      sources.push(source);
      return;
    }
    const why = price.wrong ?? price.doubt ?? whyNot(source, first?.ranked.source);
    const total = toText(high);
    conflicts.push(
      compareUsd(low, high) === 0
        ? { source, total, why }
        : { source, total, low: toText(low), why },
    );
  };
  if (!refused) for (const one of ranked.trusted) consider(one);
  for (const one of ranked.wrong) consider(one);
  return { sources, conflicts };
}

/** The reason why another source does not decide, or not alone. */
function whyNot({ kind, readOn }: Source, decided: Source | undefined): string {
  if (decided?.by === 'page') return 'This page names a price list of its own';
  if (kind !== decided?.kind) return 'Not as close to the bill';
  return readOn === decided.readOn ? 'Says otherwise on the same day' : 'Read earlier';
}
