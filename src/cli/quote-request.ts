import { parseSize } from '../checkout/request.js';
import { snake } from '../pricing/options.js';
import type { Offer, PriceList } from '../pricing/price-list-types.js';
import type { ImageRequest, Size } from '../pricing/quote-types.js';
import type { Arguments, Options } from './arguments.js';
import { didYouMean } from './did-you-mean.js';
import { Mistake } from './mistake.js';
import { providerIn } from './price-list.js';

export const quoteOptions = {
  provider: 'text',
  model: 'text',
  size: 'text',
  count: 'text',
  references: 'text',
  option: 'texts',
  route: 'text',
  'unit-price': 'text',
  prices: 'text',
  json: 'flag',
} as const satisfies Options;

/**
 * The request that somebody typed.
 * @throws Mistake if an argument is missing, or invalid whatever the model takes
 */
export function quoteRequest(given: Arguments, list: PriceList): ImageRequest {
  const provider = providerIn(list, needed(given, 'provider', 'e.g. bfl'));
  const model = needed(given, 'model', `“prices --provider ${provider}” lists them`);
  const unitPrice = given.text('unit-price');
  const references = (given.text('references') ?? '').split(/[\s,]+/).filter(Boolean);
  const offers = offersOf(list, provider, model);
  const route = routeIn(given.text('route'), offers, model);
  return {
    provider,
    model,
    ...(route !== undefined && { route }),
    ...sizeIn('size', given.text('size') ?? '1024x1024'),
    count: countIn(given.text('count') ?? '1'),
    ...(references.length > 0 && {
      references: references.map((one) => sizeIn('references', one)),
    }),
    ...unitPriceIn(provider, unitPrice),
    options: Object.fromEntries(given.texts('option').map((pair) => optionIn(pair, offers, model))),
  };
}

/** A server of one's own has no price unless one is given; headless, its hardware would be free. */
function unitPriceIn(provider: string, text: string | undefined): Pick<ImageRequest, 'unitPrice'> {
  if (text !== undefined) return { unitPrice: amountIn(text) };
  return provider === 'openai-compatible' ? { unitPrice: '' } : {};
}

function needed(given: Arguments, name: string, how: string): string {
  const value = given.text(name);
  if (!value) throw new Mistake(`--${name} is needed: ${how}.`);
  return value;
}

/** All routes of a model, named by our id or by the provider's own. */
function offersOf({ offers }: PriceList, provider: string, model: string): readonly Offer[] {
  const own = offers.filter((offer) => offer.provider === provider);
  const found = own.filter((offer) => offer.model === model || offer.wire === model);
  if (found.length > 0 || own.some((offer) => offer.model === '*')) return found;
  const known = own.flatMap((offer) => [offer.model, ...(offer.wire ? [offer.wire] : [])]);
  throw new Mistake(
    `--model ${model} has no prices at ${provider}.${didYouMean(model, known) || ` “prices --provider ${provider}” lists those that have.`}`,
  );
}

function routeIn(
  route: string | undefined,
  offers: readonly Offer[],
  model: string,
): string | undefined {
  const known = offers.flatMap((offer) => offer.route ?? []);
  if (route === undefined || known.includes(route)) return route;
  const others = known.length > 0 ? ` It has ${known.join(', ')}.` : '';
  throw new Mistake(
    `--route ${route} has no prices for ${model}.${didYouMean(route, known) || others}`,
  );
}

function sizeIn(name: string, text: string): Size {
  const size = parseSize(text);
  if (size.width > 0 && size.height > 0) return size;
  throw new Mistake(`--${name} ${text} is no size: say WIDTHxHEIGHT in pixels, e.g. 1024x1024.`);
}

function countIn(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new Mistake(`--count ${text} is no number of pictures: say a whole number from 1.`);
}

function amountIn(text: string): string {
  if (/^\d{1,9}(\.\d{1,18})?$/.test(text)) return text;
  throw new Mistake(`--unit-price ${text} is no amount: say US dollars as a number, e.g. 0.02.`);
}

/** What no route of the model takes would be left out of the price without a word. */
function optionIn(pair: string, offers: readonly Offer[], model: string): [string, string] {
  const [, name, value] = /^([^\s=]+)=(.*)$/s.exec(pair) ?? [];
  if (name === undefined || value === undefined)
    throw new Mistake(`--option ${pair} is no NAME=VALUE, e.g. quality=high.`);
  const known = offers.flatMap(({ options = {} }) =>
    Object.entries(options).flatMap(([own, { names = [own] }]) => names),
  );
  if (known.includes(snake(name))) return [name, value];
  const others = known.length > 0 ? ` It has ${[...new Set(known)].join(', ')}.` : '';
  throw new Mistake(
    `--option ${name} is nothing that ${model} offers.${didYouMean(name, known) || others}`,
  );
}
