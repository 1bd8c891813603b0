import { bundled } from './catalogue/bundled.js';
import { decide, linesOf, type Decision } from './bill.js';
import { indexOf, type RankedOffer } from './list-index.js';
import { toText } from './money.js';
import type { Price, PriceList } from './price-list-types.js';
import type { ImageRequest, Problem, ProblemCode, Quote, QuoteOptions, Source } from './quote-types.js';
import { checked, offerProblem, requestProblem } from './request.js';
import { chooseRoute } from './route.js';
import type { CheckedRequest } from './rule.js';

/** A quote without what others say and without advice: enough to show a price and its receipt. */
export type PricedRequest = Omit<Quote, 'conflicts' | 'hints'>;

/** How a price came about, for `explain` and `hintsOf`. */
export interface Reckoning {
  readonly list: PriceList;
  readonly ranked: RankedOffer;
  readonly request: CheckedRequest;
  readonly refused: Problem | undefined;
  readonly decision: Decision | undefined;
}

/** A price as a quote cites it. */
export const cited = ({ sources }: PriceList, { source, says }: Price): Source => {
  const { name, url, readOn, kind } = sources[source]!;
  return { name, url, readOn, kind, says };
};

/** The same request at the same price has the same id. */
const idOf = ({ provider, model, route, width, height, count = 1, references = [], steps, unitPrice }: ImageRequest, rest: string): string =>
  [provider, model, route, `${width}x${height}`, count, references.map((one) => `${one.width}x${one.height}`).join('+'), steps, unitPrice, rest].join('/');

const unpriced = (request: ImageRequest, problem: Problem): PricedRequest => ({
  id: `${request.provider}/${request.model}/${problem.code}`, request, currency: 'USD', total: undefined, exactness: 'unknown', lines: [], sources: [], problem,
});

const offersFor = (request: ImageRequest, list: PriceList): readonly RankedOffer[] | ProblemCode => {
  const models = indexOf(list).get(request.provider);
  if (!models) return 'unknown-provider';
  // A server of one's own has models nobody can list.
  const offers = models.get(request.model) ?? models.get('*');
  if (!offers) return 'unknown-model';
  const served = request.route ? offers.filter(({ offer }) => offer.route === request.route) : offers;
  return served.length ? served : 'unknown-route';
};

const priced = (reckoning: Reckoning, asked: ImageRequest): PricedRequest => {
  const { list, ranked: { offer }, refused, decision } = reckoning;
  const { sizes: { pixels }, references, seed, simulated, route } = offer;
  const request = route === undefined || asked.route === route ? asked : { ...asked, route };
  const rest = { traits: { pixels, references, seed }, ...simulated && { simulated } };
  if (!decision) return { ...unpriced(request, refused ?? { code: 'no-price', text: `No source tells what ${offer.name} costs` }), ...rest };
  const { highest: { bill }, first } = decision;
  const [low, high] = [toText(decision.low), toText(decision.high)];
  return {
    id: idOf(request, `${low}-${high}`), request, currency: 'USD', total: { low, high }, exactness: low === high ? 'exact' : 'range',
    lines: linesOf(bill.items, reckoning.request.count ?? 1), sources: [cited(list, first.price)], ...rest, ...bill.sends && { sends: bill.sends },
  };
};

const reckon = (asked: ImageRequest, list: PriceList): Reckoning | Problem => {
  const problem = requestProblem(asked);
  if (problem) return problem;
  const offers = offersFor(asked, list);
  if (typeof offers === 'string') return { code: offers, text: `No prices for ${[asked.provider, asked.model, asked.route].filter(Boolean).join(' ')}` };
  const request = checked(asked);
  const ranked = chooseRoute(offers, request);
  const refused = offerProblem(ranked.offer, request);
  return { list, ranked, request, refused, decision: refused ? undefined : decide(list, ranked, request) };
};

/** A price and how it came about. Never throws. */
export const reckoned = (request: ImageRequest, { prices: list = bundled, unitPrice }: QuoteOptions): readonly [PricedRequest, Reckoning?] => {
  const asked = unitPrice === undefined ? (request as ImageRequest | null) ?? {} as ImageRequest : { unitPrice, ...request };
  try {
    const made = reckon(asked, list);
    return 'code' in made ? [unpriced(asked, made)] : [priced(made, asked), made];
  } catch (cause) {
    if (list === bundled) throw cause;
    // Only a list handed in unread can do this: `parsePriceList` refuses it with the reason.
    return [unpriced(asked, { code: 'bad-price-list', text: 'The price list can’t be read' })];
  }
};

/** What this request costs: `quote` without conflicts and hints. Pure, and never throws. */
export const price = (request: ImageRequest, options: QuoteOptions = {}): PricedRequest => reckoned(request, options)[0];
