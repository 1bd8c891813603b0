import { defined } from '../../../base/defined.js';
import { catalogue } from '../../../pricing/catalogue/index.js';
import { compare } from '../../../pricing/compare.js';
import type { Offer, PriceList } from '../../../pricing/price-list-types.js';
import { quote } from '../../../pricing/quote.js';
import type { Quote } from '../../../pricing/quote-types.js';
import { modelName } from '../../model-name.js';
import { pagePrices } from '../../page-prices.js';
import { providerName } from '../../../accounts/provider-names.js';
import { parseSize } from '../../../checkout/request.js';
import type { Calculator } from './calculator.js';

/**
 * The request on every route of the providers and models asked for, cheapest first; what has no
 * price comes last.
 */
export function compared(element: Calculator, count = element.count ?? 1): Quote[] {
  const [providers, models] = [listed(element.providers), listed(element.models)];
  const references = listed((element.references ?? '').replaceAll(',', ' ')).map(parseSize);
  const request = {
    ...parseSize(element.size ?? ''),
    count,
    ...defined({ references: references.length ? references : undefined }),
  };
  return compare(request, { at: Date.now(), prices: pricesOf(element) }).filter(
    ({ request: { provider, model } }) =>
      (providers.length === 0 || providers.includes(provider)) &&
      (models.length === 0 || models.includes(model)),
  );
}

function listed(ids: string | null): string[] {
  return (ids ?? '').split(/\s+/).filter(Boolean);
}

function pricesOf({ prices }: Calculator): PriceList {
  return prices ?? pagePrices() ?? catalogue;
}

/** Every offer there is, whatever was asked for. */
export function offersOf(element: Calculator): readonly Offer[] {
  return pricesOf(element).offers.filter(({ simulated, model }) => !simulated && model !== '*');
}

/** The same offer for one picture. */
export function single(element: Calculator, { request }: Quote): Quote {
  return quote({ ...request, count: 1 }, { prices: pricesOf(element), at: Date.now() });
}

/** `FLUX.2 pro` */
export function nameOf(element: Calculator, { request: { provider, model } }: Quote): string {
  return modelName(provider, model, pricesOf(element));
}

/** `Puter → Replicate` */
export function viaOf({ request: { provider, route } }: Quote): string {
  return [provider, ...(route ? [route] : [])].map(providerName).join(' → ');
}

/** The names of space-separated model ids. */
export function modelNames(element: Calculator, ids: string): string {
  return listed(ids)
    .map((id) => pricesOf(element).offers.find(({ model }) => model === id)?.name ?? id)
    .join(', ');
}

/** The names of space-separated provider ids. */
export function providerNames(ids: string): string {
  return listed(ids).map(providerName).join(', ');
}
