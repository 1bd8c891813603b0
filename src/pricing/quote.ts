import { catalogue } from './catalogue/index.js';
import { indexOf, type RankedOffer } from './list-index.js';
import { quoteOffer, unpriced } from './offer-quote.js';
import type { ImageRequest, ProblemCode, Quote, QuoteOptions } from './quote-types.js';
import { checked, requestProblem } from './request.js';
import { chooseRoute } from './route.js';

const nothing: QuoteOptions = {};

const unknown = (request: ImageRequest, code: ProblemCode, text: string): Quote => unpriced(request, { code, text });

const offersFor = (request: ImageRequest, options: QuoteOptions): readonly RankedOffer[] | ProblemCode => {
  const models = indexOf(options.prices ?? catalogue).get(request.provider);
  if (!models) return 'unknown-provider';
  // A server of one's own has models nobody can list.
  const offers = models.get(request.model) ?? models.get('*');
  if (!offers) return 'unknown-model';
  // A route means something only where there are several; elsewhere there is nothing to mistake.
  const served = request.route === undefined || request.route === '' ? offers : offers.filter(({ offer }) => offer.route === request.route);
  return served.length ? served : 'unknown-route';
};

/**
 * What exactly this request costs, on this route, and how we know. Pure: no clock, no network. Never throws: what can't be priced has
 * `exactness: 'unknown'`, no `total`, and a `problem` that says why.
 */
export const quote = (request: ImageRequest, options: QuoteOptions = nothing): Quote => {
  if (typeof request !== 'object' || (request as unknown) === null) {
    return unknown({ provider: '', model: '', width: 0, height: 0 }, 'invalid-request', 'A request is an object');
  }
  const asked = options.unitPrice === undefined || request.unitPrice !== undefined ? request : { ...request, unitPrice: options.unitPrice };
  const problem = requestProblem(asked);
  if (problem) return unpriced(asked, problem);
  try {
    const offers = offersFor(asked, options);
    if (typeof offers === 'string') {
      return unknown(asked, offers, `No prices for ${[asked.provider, asked.model, asked.route].filter(Boolean).join(' ')}`);
    }
    const ready = checked(asked);
    const chosen = offers.length > 1 ? chooseRoute(offers, ready) : offers[0];
    return chosen ? quoteOffer(options.prices ?? catalogue, chosen, asked, ready, options) : unknown(asked, 'no-price', 'No offers');
  } catch (cause) {
    // Only a list handed in unread can do this: `parsePriceList` refuses it with the reason.
    if (options.prices) return unknown(asked, 'bad-price-list', 'The price list can’t be read');
    throw cause;
  }
};
