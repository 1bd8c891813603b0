import { billed, linesOf, type Billed } from './bill.js';
import { compareUsd, least, most, toText } from './money.js';
import type { RankedOffer } from './list-index.js';
import { hintsOf } from './hints.js';
import type { Price, PriceList } from './price-list-types.js';
import type { Conflict, ImageRequest, Problem, Quote, QuoteOptions, Source } from './quote-types.js';
import { offerProblem } from './request.js';
import type { CheckedRequest } from './rule.js';

const sourceOf = ({ sources }: PriceList, { source, says }: Price): Source => {
  const listed = sources[source];
  if (!listed) throw new TypeError(`no source ${source}`);
  const { name, url, readOn, kind } = listed;
  return { name, url, readOn, kind, says };
};

const same = (a: Billed, b: Billed): boolean => compareUsd(a.high, b.high) === 0 && compareUsd(a.low, b.low) === 0;

const rank = ({ kind, readOn }: Source): string => kind + readOn;

/** Why a source of lesser authority was not followed. */
const lesser = (source: Source, decider: Source): string => (source.kind === decider.kind ? 'Read earlier' : `Not as close to the bill as ${decider.name}`);

const conflictOf = (source: Source, other: Billed, why: string): Conflict => ({
  source, total: toText(other.high), ...compareUsd(other.low, other.high) && { low: toText(other.low) }, why,
});

/** The same request at the same price has the same id. */
const idOf = ({ provider, model, route, width, height, count = 1, references = [], steps, unitPrice }: ImageRequest, total: string): string =>
  [provider, model, route, `${width}x${height}`, count, references.map((one) => `${one.width}x${one.height}`).join('+'), steps, unitPrice]
    .map((part) => part ?? '').join('/') + `=${total}`;

/** A quote without a price. */
export const unpriced = (request: ImageRequest, problem: Problem, rest?: Partial<Quote>): Quote => ({
  id: `${String(request.provider)}/${String(request.model)}/${problem.code}`, request, currency: 'USD', total: undefined, exactness: 'unknown',
  lines: [], sources: [], conflicts: [], hints: [], problem, ...rest,
});

/** The whole quote of one offer: the price that decides, those that agree, and what the others would make of the request. */
export const quoteOffer = (list: PriceList, ranked: RankedOffer, asked: ImageRequest, checked: CheckedRequest, options: QuoteOptions): Quote => {
  const { offer } = ranked;
  const request = offer.route === undefined || asked.route === offer.route ? asked : { ...asked, route: offer.route };
  const refused = offerProblem(offer, checked);
  let decider: Billed | undefined;
  let lines: Billed | undefined;
  let source: Source | undefined;
  let low = undefined as Billed['low'] | undefined;
  let high = low;
  const sources: Source[] = [];
  const conflicts: Conflict[] = [];
  const consider = (price: Price): void => {
    const answer = billed(price, checked);
    if (!answer) return;
    const said = sourceOf(list, price);
    if (!price.wrong && !decider) {
      [decider, lines, source, low, high] = [answer, answer, said, answer.low, answer.high];
      sources.push(said);
    } else if (decider && same(answer, decider)) {
      sources.push(said);
    } else {
      // Two of the same rank and day that disagree: nobody knows which is right, so the price is a range over both.
      if (low && high && lines && source && !price.wrong && rank(said) === rank(source)) {
        if (compareUsd(answer.high, high) > 0) lines = answer;
        [low, high] = [least(low, answer.low), most(high, answer.high)];
      }
      conflicts.push(conflictOf(said, answer, price.wrong ?? (source ? lesser(said, source) : refused?.text ?? '')));
    }
  };
  // A request that can't be made there has no price there; what wrong sources would say of it is still worth a line.
  if (!refused) ranked.believed.forEach(consider);
  ranked.wrong.forEach(consider);
  const { sizes: { pixels }, references, seed = false, simulated } = offer;
  const rest = { conflicts, traits: { pixels, references, seed }, ...simulated && { simulated } };
  if (!decider || !lines || !source || !low || !high) {
    const problem = refused ?? { code: 'no-price', text: `No source tells what ${offer.name} costs here` } as const;
    return unpriced(request, problem, { ...rest, hints: refused ? hintsOf(ranked, checked, undefined, options) : [] });
  }
  const total = { low: toText(low), high: toText(high) };
  return {
    id: idOf(request, `${total.low}-${total.high}`), request, currency: 'USD', total, exactness: total.low === total.high ? 'exact' : 'range',
    lines: linesOf(lines.bill.items, checked.count ?? 1), sources, ...rest,
    hints: hintsOf(ranked, checked, { billed: decider, source }, options),
    ...decider.bill.sends && { sends: decider.bill.sends },
  };
};
