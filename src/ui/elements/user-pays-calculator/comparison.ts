import { providerName } from '../../../accounts/provider-records.js';
import { defined } from '../../../base/defined.js';
import { warnOnce } from '../../../base/warn-once.js';
import { listed, parseSize } from '../../../checkout/request.js';
import { pageCharges } from '../../../generation/page-price-book.js';
import { catalogue } from '../../../pricing/catalogue/index.js';
import { listProblem } from '../../../pricing/checked-list.js';
import { compare } from '../../../pricing/compare.js';
import type { Offer, PriceList } from '../../../pricing/price-list-types.js';
import { spelt } from '../../../pricing/readable-name.js';
import { quote } from '../../../pricing/quote.js';
import type { Quote } from '../../../pricing/quote-types.js';
import { modelName } from '../../model-name.js';
import { pagePrices } from '../shared/page-prices.js';
import type { Comparison } from './calculator.js';

/** The size without the attribute. */
export const usualSize = '1024x1024';

/**
 * The request quoted for every route of the requested providers and models: cheapest first, those
 * without a price last.
 */
export function compared(
  { settings, list, at }: Comparison,
  count = Number(settings.count ?? 1),
): Quote[] {
  const providers = listed((settings.providers ?? '').toLowerCase());
  const models = listed(settings.models ?? '');
  const references = listed((settings.references ?? '').replaceAll(',', ' ')).map(parseSize);
  const request = {
    ...parseSize(settings.size ?? usualSize),
    count,
    ...defined({ references: references.length > 0 ? references : undefined }),
  };
  return compare(request, { at, prices: list, observed: pageCharges() }).filter(
    ({ request: { provider, model } }) =>
      (providers.length === 0 || providers.includes(provider)) &&
      (models.length === 0 || models.includes(model)),
  );
}

const noPrices: PriceList = { version: 1, sources: {}, offers: [] };

/**
 * The prices compared: the page's own list, those of its widgets, or the bundled ones. A list that
 * can't be read has none; the console says why.
 */
export function listOf(prices: PriceList | undefined): PriceList {
  if (prices === undefined) return pagePrices() ?? catalogue;
  const why = listProblem(prices, Date.now());
  if (why === undefined) return prices;
  warnOnce(`<user-pays-calculator>: The price list can’t be read: ${why}`);
  return noPrices;
}

/** Every offer of the list, without the filters. */
export function offersOf(list: PriceList): readonly Offer[] {
  return list.offers.filter(({ simulated, model }) => !simulated && model !== '*');
}

/** The same offer, quoted for one picture. */
export function single({ list, at }: Comparison, { request }: Quote): Quote {
  return quote({ ...request, count: 1 }, { prices: list, at, observed: pageCharges() });
}

/** `FLUX.2 pro`, also where the list has it in small letters. */
export function nameOf(
  { list }: Pick<Comparison, 'list'>,
  { request: { provider, model } }: Quote,
): string {
  return spelt(modelName(provider, model, list));
}

/** `Puter → Replicate` */
export function viaOf({ request: { provider, route } }: Quote): string {
  return [provider, ...(route ? [route] : [])].map(providerName).join(' → ');
}

/** The names of space-separated provider ids. */
export function providerNames(ids: string): string {
  return listed(ids).map(providerName).join(', ');
}
