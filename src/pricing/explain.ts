import { billed } from './bill.js';
import { compareUsd, toText } from './money.js';
import type { Billed } from './list-index.js';
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
  const raised = first?.bill.raised;
  for (const one of refused ? ranked.wrong : ranked.all) {
    const answer = one === first?.ranked ? first : billed(one, request);
    if (!answer) continue;
    const why = raised?.rule === one.rule ? raised.why : undefined;
    const agrees = first && isSame(answer, first);
    if (agrees || why) sources.push(one.source);
    if (!agrees) conflicts.push(conflictOf(answer, first, why));
  }
  return { sources, conflicts };
}

function isSame(a: Billed, b: Billed): boolean {
  return compareUsd(a.high, b.high) === 0 && compareUsd(a.low, b.low) === 0;
}

function conflictOf(
  { ranked, low, high }: Billed,
  first: Billed | undefined,
  raises: string | undefined,
): Conflict {
  const { price, source } = ranked;
  const why = price.wrong ?? price.doubt ?? raises ?? whyNot(source, first?.ranked.source);
  const total = toText(high);
  return compareUsd(low, high) === 0
    ? { source, total, why }
    : { source, total, low: toText(low), why };
}

/** The reason why another source does not decide, or not alone. */
function whyNot({ kind, readOn }: Source, decided: Source | undefined): string {
  if (decided?.by === 'page') return 'This page names a price list of its own';
  if (kind !== decided?.kind) return 'Not as close to the bill';
  return readOn === decided.readOn ? 'Says otherwise on the same day' : 'Read earlier';
}
