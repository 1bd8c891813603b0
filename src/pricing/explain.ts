import { billed, type Billed } from './bill.js';
import { compareUsd, toText } from './money.js';
import { cited, type Reckoning } from './price.js';
import type { Price } from './price-list-types.js';
import type { Conflict, Source } from './quote-types.js';

const conflict = (source: Source, { low, high }: Billed, why: string): Conflict =>
  ({ source, total: toText(high), ...compareUsd(low, high) && { low: toText(low) }, why });

/** Who agrees with the price and what the others would make of the same request. The known wrong are heard even where a request is refused. */
export const explain = ({ list, ranked, request, refused, decision }: Reckoning): { sources: Source[]; conflicts: Conflict[] } => {
  const sources: Source[] = [];
  const conflicts: Conflict[] = [];
  const hear = (price: Price): void => {
    const answer = price === decision?.first.price ? decision.first : billed(price, request);
    if (!answer) return;
    const source = cited(list, price);
    const first = decision?.first;
    if (first && compareUsd(answer.high, first.high) === 0 && compareUsd(answer.low, first.low) === 0) sources.push(source);
    else conflicts.push(conflict(source, answer, price.wrong ?? (source.kind === sources[0]?.kind ? 'Read earlier' : 'Not as close to the bill')));
  };
  if (!refused) ranked.believed.forEach(hear);
  ranked.wrong.forEach(hear);
  return { sources, conflicts };
};
