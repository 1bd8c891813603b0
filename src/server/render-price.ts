import { catalogue } from '../pricing/catalogue/index.js';
import { quoteFromList } from '../pricing/quote-from-list.js';
import type { PriceList } from '../pricing/price-list-types.js';
import type { ImageRequest, Quote } from '../pricing/quote-types.js';
import { dayInFull } from '../ui/day-in-full.js';
import {
  typedRequest,
  usual,
  type TypedRequest,
} from '../ui/elements/user-pays-price/form-request.js';
import { priceWords } from '../ui/elements/user-pays-price/price-words.js';
import type { ElementWords } from '../ui/i18n/element-words.js';
import { priceWordsFor } from '../ui/i18n/every-price.js';
import { languageTag } from '../ui/i18n/language.js';
import type { PriceTerms } from '../ui/i18n/terms.js';
import { escaped } from './escaped.js';
import { typed, unsaid } from './typed.js';

export interface RenderOptions {
  /**
   * The moment at which the price is read, epoch milliseconds; now by default. A page that will not
   * be made again soon names the end of its time: what is past its age limit then, has its date.
   */
  readonly at?: number;
  /**
   * The price list to use instead of the bundled one. An element in the page knows it only if its
   * property `prices` is set, too.
   */
  readonly prices?: PriceList;
  /** The language of the text, a BCP 47 tag; it becomes the element’s `lang`. English by default. */
  readonly lang?: string;
}

/**
 * A price in running text, as HTML that is safe to put between tags: `<user-pays-price>` with the
 * price inside. Without script the text shows; where the page loads the element, its own live price
 * takes the place of the text. It has the words of the element, and always the year of its date.
 * A request without a price says “price unknown”, and why.
 * @throws UserPaysError `invalid-input` for what the element’s attributes can't say
 */
export function renderPrice(request: ImageRequest, options: RenderOptions = {}): string {
  const { at = Date.now(), prices = catalogue, lang } = options;
  if (!Number.isFinite(at)) throw unsaid('at', at);
  const attributes = typed(request);
  const quote = quoteFromList(typedRequest(attributes, catalogue), { prices, at });
  if (request.steps !== undefined && !isSaid(request, quote, { prices, at }))
    throw unsaid('steps', request.steps);
  const tag = languageTag(lang);
  const words = priceWordsFor(tag ?? 'en');
  const text = priceWords(quote, words.terms, tag ?? 'en', (day) =>
    dayInFull(String(day), tag ?? 'en'),
  );
  const why = reason(quote, words);
  const title = why && ` title="${escaped(why)}"`;
  return `<user-pays-price${written(attributes, tag)}><span${title}>${escaped(text)}</span></user-pays-price>`;
}

/** True if the price is the same as for the steps themselves: not every model takes them as an option. */
function isSaid(
  request: ImageRequest,
  { request: { provider }, total }: Quote,
  options: Required<Pick<RenderOptions, 'at' | 'prices'>>,
): boolean {
  const meant = quoteFromList({ unitPrice: usual.unitPrice, ...request, provider }, options).total;
  return meant?.low === total?.low && meant?.high === total?.high;
}

/** Where the price was read and when, or why there is none. */
function reason(
  { problem, sources: [source] }: Quote,
  { terms, tag }: ElementWords<PriceTerms>,
): string {
  if (problem) return problem.text;
  if (!source) return '';
  const day = dayInFull(source.readOn, tag);
  return `${source.name}, ${source.undated ? terms.undated(day) : terms.readOn(day)}`;
}

/** The attributes, without those that say what is usual. */
function written(
  { provider, model, size, unitPrice, ...rest }: TypedRequest,
  lang: string | undefined,
): string {
  const { route, count, references, options } = rest;
  const all = {
    lang,
    provider,
    model,
    route,
    size,
    count: count === usual.count ? '' : String(count),
    references,
    options,
    'unit-price': unitPrice === usual.unitPrice ? '' : unitPrice,
  };
  return Object.entries(all)
    .map(([name, value]) => (value ? ` ${name}="${escaped(value)}"` : ''))
    .join('');
}
