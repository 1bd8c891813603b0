import { billed } from './bill.js';
import { conflictOf } from './conflict-of.js';
import { compareUsd, toText } from './money.js';
import type { Billed, RankedPrice } from './list-index.js';
import type { ComputedPrice } from './price.js';
import type { Conflict, Source } from './quote-types.js';

/**
 * Lists the sources that agree with the price, and what all others give for the same request. A
 * source that raised the high end is in both lists. Prices known to be wrong are listed even if the
 * request is refused.
 */
export function explain({ ranked, request, refused, decision }: ComputedPrice): {
  sources: Source[];
  conflicts: Conflict[];
} {
  const sources: Source[] = [];
  const conflicts: Conflict[] = [];
  const first = decision?.first;
  for (const one of refused ? ranked.wrong : ranked.all) {
    const answer = one === first?.ranked ? first : billed(one, request);
    if (!answer) continue;
    const raises = first?.bill.raised?.(one.rule);
    const agrees = first && isSame(answer, first);
    if (agrees || raises) sources.push(one.source);
    if (!agrees)
      conflicts.push(
        conflictOf(
          one.source,
          toText(answer.low),
          toText(answer.high),
          raises ?? whyNot(one, first?.ranked.source),
        ),
      );
  }
  return { sources, conflicts };
}

function isSame(a: Billed, b: Billed): boolean {
  return compareUsd(a.high, b.high) === 0 && compareUsd(a.low, b.low) === 0;
}

/** The reason why another source does not decide, or not alone. */
function whyNot(
  { price, source: { kind, readOn } }: RankedPrice,
  decided: Source | undefined,
): string {
  const said = price.wrong ?? price.doubt;
  if (said) return said;
  if (decided?.by === 'page') return 'This page names a price list of its own';
  if (kind !== decided?.kind) return 'Not as close to the bill';
  return readOn === decided.readOn ? 'Says otherwise on the same day' : 'Read earlier';
}
