import { decided, type Billed } from './bill.js';
import { formatUsd } from './format-usd.js';
import type { RankedOffer } from './list-index.js';
import { compareUsd, divideUp, minus, times, toText, usd } from './money.js';
import type { Hint, QuoteOptions, Size, Source } from './quote-types.js';
import { offerProblem } from './request.js';
import { honours, madeMegapixels } from './route.js';
import { kindOf, type CheckedRequest } from './rule.js';
import { fitReference, snapSize } from './snap-size.js';

const day = 86_400_000;
/** After so many days a price is called old. */
export const staleAfter = 90;

const named = ({ width, height }: Size): string => `${width}×${height}`;

/** What is saved by asking `instead`, as decimal text; `undefined` when nothing is. */
const saved = (ranked: RankedOffer, now: Billed, instead: CheckedRequest): string | undefined => {
  const then = offerProblem(ranked.offer, instead) ? undefined : decided(ranked, instead);
  return then && compareUsd(then.high, now.high) < 0 ? toText(minus(now.high, then.high)) : undefined;
};

/** A little smaller for a lot less: the largest size just under the next price step, if it keeps four fifths of the picture. */
const cliff = (ranked: RankedOffer, request: CheckedRequest, now: Billed): Hint | undefined => {
  const { offer: { sizes } } = ranked;
  const area = request.width * request.height;
  let best: { size: Size; saving: string } | undefined;
  for (const { width, height } of kindOf(now.price.rule).below?.(now.price.rule, request) ?? []) {
    const size = { width: Math.floor(width / sizes.step) * sizes.step, height: Math.floor(height / sizes.step) * sizes.step };
    const pixels = size.width * size.height;
    if (pixels < area * 0.8 || (best && pixels <= best.size.width * best.size.height)) continue;
    const saving = saved(ranked, now, { ...request, ...size });
    if (saving) best = { size, saving };
  }
  return best && {
    kind: 'cliff', saving: best.saving, text: `${named(best.size)} instead of ${named(request)} saves ${formatUsd(best.saving)}`,
    facts: { width: String(best.size.width), height: String(best.size.height) },
  };
};

/** References that reach just into more megapixels than they need. */
const reference = (ranked: RankedOffer, request: CheckedRequest, now: Billed): Hint | undefined => {
  const unit = request.references.length ? kindOf(now.price.rule).referencePixels?.(now.price.rule) : undefined;
  if (!unit) return undefined;
  const large = request.references.find((one) => one.width * one.height > unit);
  const saving = large && saved(ranked, now, { ...request, references: request.references.map((one) => fitReference(one, unit)) });
  if (!large || !saving) return undefined;
  const fit = fitReference(large, unit);
  return {
    kind: 'reference', saving, text: `References of one megapixel (${named(fit)} instead of ${named(large)}) save ${formatUsd(saving)}`,
    facts: { width: String(fit.width), height: String(fit.height), pixels: String(unit) },
  };
};

const snap = (ranked: RankedOffer, request: CheckedRequest, now: Billed | undefined): Hint | undefined => {
  const { offer } = ranked;
  if (now) {
    if (honours(ranked, request, now.bill)) return undefined;
    const megapixels = String(madeMegapixels(ranked, now.bill) ?? '');
    return { kind: 'snap', text: `Comes in about this shape, at about ${megapixels} megapixels`, facts: { megapixels } };
  }
  const size = snapSize(offer.sizes, request.width, request.height);
  return size.width === request.width && size.height === request.height ? undefined
    : { kind: 'snap', text: `${named(size)} is the nearest size ${offer.name} makes`, facts: { width: String(size.width), height: String(size.height) } };
};

const stale = ({ readOn }: Source, at: number | undefined): Hint | undefined => {
  const days = at === undefined ? 0 : Math.floor((at - Date.parse(readOn)) / day);
  return days > staleAfter ? { kind: 'stale', text: `Price read ${days} days ago, on ${readOn}`, facts: { days: String(days), readOn } } : undefined;
};

const topUp = ({ price, high }: Billed): Hint | undefined => {
  if (!price.topUp) return undefined;
  const wallet = toText(divideUp(high, toText(minus(usd('1'), usd(price.topUp)))));
  return {
    kind: 'top-up', text: `Costs your wallet ${formatUsd(wallet)}: ${toText(times(usd(price.topUp), 100))} % of each top-up is a fee`,
    facts: { wallet, share: price.topUp },
  };
};

/** What a reader may want to know before paying. */
export const hintsOf = (
  ranked: RankedOffer, request: CheckedRequest, now: { billed: Billed; source: Source } | undefined, { at }: QuoteOptions,
): Hint[] => {
  const answer = now?.billed;
  return [
    answer && cliff(ranked, request, answer), answer && reference(ranked, request, answer), snap(ranked, request, answer),
    answer && topUp(answer), now && !kindOf(now.billed.price.rule).timeless && stale(now.source, at),
  ].filter((hint) => typeof hint === 'object');
};
