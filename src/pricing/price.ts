import { isPolluted } from '../base/polluted.js';
import { isPastLimit } from './age-limits.js';
import { firstPrices } from './catalogue/first-prices.js';
import { decide, linesOf, type Decision } from './bill.js';
import { indexOf, type RankedOffer } from './list-index.js';
import { listReading, type Ordered } from './list-reading.js';
import { times, toText, usd } from './money.js';
import { optionsId } from './options-id.js';
import { corrected } from './charge-history.js';
import type { PriceList } from './price-list-types.js';
import type { QuoteOptions } from './quote-options.js';
import type {
  ImageRequest,
  PricedRequest,
  Problem,
  ProblemCode,
  Sends,
  Writable,
} from './quote-types.js';
import { checked, fitted, isProblem, requestProblem } from './request.js';
import { chooseRoute } from './route.js';
import { kindOf } from './kind-of.js';

/** How a price was computed, for `explain` and `hintsOf`. */
export interface ComputedPrice extends Ordered {
  readonly refused: Problem | undefined;
  readonly decision: Decision | undefined;
}

/** Stands for a request that can't be read. */
const unread: ImageRequest = { provider: '', model: '', width: NaN, height: NaN };

/** Computes a price and how it came about. Never throws. */
export function computePrice(
  request: ImageRequest | null,
  options: QuoteOptions,
): readonly [PricedRequest, ComputedPrice?] {
  let asked = unread;
  const { prices: list = firstPrices, unitPrice, at } = options;
  try {
    asked = legible(
      unitPrice === undefined ? (request ?? unread) : { unitPrice, ...(request ?? unread) },
    );
    const made = reckon(asked, list);
    if (!('code' in made)) return [priced(made, asked, at), made];
    const [first] = indexOf(list).get(asked.provider)?.values() ?? [];
    return [
      Object.assign(unpriced(asked, made), first?.[0]?.always.simulated && { simulated: true }),
    ];
  } catch {
    // Only unchecked input gets here: a request with getters that throw, a list that
    // `parsePriceList` would have refused, or an `Object.prototype` with data.
    // Without a prototype, so that no field of it comes from there.
    return [
      {
        __proto__: null,
        ...unpriced(
          asked,
          asked === unread
            ? { code: 'unknown-provider', text: 'The request can’t be read' }
            : { code: 'bad-price-list', text: 'The price list can’t be read' },
        ),
      } as PricedRequest,
    ];
  }
}

/**
 * Returns the request if its ids are strings and its `unitPrice` is not a symbol, and no field of any
 * object comes from `Object.prototype`.
 * @throws TypeError otherwise, and whatever the request's getters throw
 */
function legible(request: ImageRequest): ImageRequest {
  const { provider, model, route, unitPrice, prompt } = request;
  const isRead = [provider, model, route, prompt].every(isText);
  if (isRead && typeof unitPrice !== 'symbol' && !isPolluted()) return request;
  throw new TypeError('text');
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || value === undefined;
}

function reckon(asked: ImageRequest, list: PriceList): ComputedPrice | Problem {
  const problem = requestProblem(asked);
  if (problem) return problem;
  const offers = offersFor(asked, list);
  if (typeof offers === 'string')
    return {
      code: offers,
      text: `No prices for ${[asked.provider, asked.model, asked.route].filter(Boolean).join(' ')}`,
    };
  const request = checked(asked);
  const { options } = asked;
  const ranked = chooseRoute(offers, request, options);
  const made = fitted(ranked.offer, request, options);
  const refused = isProblem(made) ? made : undefined;
  const fit = isProblem(made) ? request : made;
  const decision = refused ? undefined : decide(ranked, fit);
  return { ranked, asked: request, options, request: fit, refused, decision };
}

function offersFor(request: ImageRequest, list: PriceList): readonly RankedOffer[] | ProblemCode {
  const models = indexOf(list).get(request.provider);
  if (!models) return 'unknown-provider';
  // Use the `*` offer: the models of a self-hosted server can't be listed.
  const offers = models.get(request.model) ?? offersById(list, request) ?? models.get('*');
  if (!offers) return 'unknown-model';
  return request.route ? servedBy(request.route, offers, list, request) : offers;
}

/** Not a closure of `offersFor`, which would take as long as all else in a price. */
function offersById(list: PriceList, request: ImageRequest): readonly RankedOffer[] | undefined {
  return listReading()?.offersByWire(list, request);
}

/** By this route. One supplier's id may be another one's model. */
function servedBy(
  route: string,
  offers: readonly RankedOffer[],
  list: PriceList,
  request: ImageRequest,
): readonly RankedOffer[] | ProblemCode {
  for (const all of [offers, offersById(list, request)]) {
    const served = all?.filter(({ offer }) => offer.route === route);
    if (served?.length) return served;
  }
  return 'unknown-route';
}

function priced(
  computed: ComputedPrice,
  asked: ImageRequest,
  at: number | undefined,
): PricedRequest {
  const {
    ranked: {
      offer: { model, route, name },
      always,
    },
    request: { count },
    refused,
    decision,
  } = computed;
  // By our own id, also where the provider's was given, so that a model has one name everywhere.
  const own = model === '*' ? {} : { model };
  const request = { ...asked, ...own, ...(route && { route }) };
  if (!decision) {
    const problem = refused ?? { code: 'no-price', text: `No source tells what ${name} costs` };
    const sends = refused ? undefined : sendsOf(computed);
    return Object.assign(
      unpriced(request, problem, idOf(request, problem.code)),
      always,
      sends && { sends },
    );
  }
  const { highest, first } = decision;
  const { bill } = highest;
  const low = toText(decision.low);
  const high = toText(decision.high);
  const old = asOf(computed, at);
  highest.lines ??= linesOf(bill.items, count);
  const made: Writable<PricedRequest> = {
    id: idOf(request, `${low}-${high}`),
    request,
    currency: 'USD',
    total: { low, high },
    exactness: low === high && !old && !bill.estimated ? 'exact' : 'range',
    lines: highest.lines,
    sources: [first.ranked.source],
    traits: always.traits,
  };
  const sends = sendsOf(computed, bill.sends);
  // One field after the other: a menu prices a hundred models in one frame.
  if (always.simulated) made.simulated = true;
  if (sends) made.sends = sends;
  if (old) made.asOf = old;
  if (first.ranked.price.free && high === '0') made.free = true;
  if (bill.holds) made.holds = toText(times(usd(bill.holds), count));
  return made;
}

/** What is sent for a request, also at an unknown price. */
function sendsOf(computed: ComputedPrice, ofRule?: Sends): Sends | undefined {
  return computed.ranked.offer.wire === undefined ? ofRule : listReading()?.sends(computed, ofRule);
}

/** What is wrong with a request may be anything: its id names only what is known to be text. */
function unpriced(
  request: ImageRequest,
  problem: Problem,
  id = `${request.provider}/${request.model}/${problem.code}`,
): PricedRequest {
  return {
    id,
    request,
    currency: 'USD',
    total: undefined,
    exactness: 'unknown',
    lines: [],
    sources: [],
    problem,
  };
}

/**
 * The day the deciding price was read, if it no longer counts as current. Self-hosted and simulated
 * prices do not become outdated.
 */
function asOf(
  {
    ranked: {
      offer: { provider, simulated },
    },
    decision,
  }: ComputedPrice,
  at: number | undefined,
): string | undefined {
  if (!decision || simulated || typeof at !== 'number') return undefined;
  const { price, source } = decision.first.ranked;
  return isPastLimit(provider, source, at) && !kindOf(price.rule).timeless
    ? source.readOn
    : undefined;
}

/** The id of a quote: the same request with the same outcome (price or problem) has the same id. */
function idOf(
  {
    provider,
    model,
    route,
    width,
    height,
    count = 1,
    references,
    steps,
    unitPrice,
    options,
  }: ImageRequest,
  outcome: string,
): string {
  const from = references?.map((one) => `${one.width}x${one.height}`).join('+');
  const parts = [provider, model, route, `${width}x${height}`, count, from, steps, unitPrice];
  return `${parts.join('/')}${optionsId(options)}=${outcome}`;
}

/**
 * The price of a request: like `quote`, but without conflicts and hints. Pure, and never throws.
 */
export function price(request: ImageRequest, options: QuoteOptions = {}): PricedRequest {
  return corrected(computePrice(request, options)[0], options.observed, options.at);
}
