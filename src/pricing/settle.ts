import { bundled } from './catalogue/bundled.js';
import { speaksOf } from './bill.js';
import { plainAmount, times, toText, usd, type Usd } from './money.js';
import { indexOf } from './list-index.js';
import type { QuoteOptions } from './quote-options.js';
import type { ImageRequest } from './quote-types.js';
import { kindOf } from './rule.js';

/** What a provider says it used, in units of its own. `amount` is decimal text. */
export interface ReportedUsage {
  readonly unit: string;
  readonly amount: string;
}

/** What one unit is worth in US dollars, by provider where they differ. BFL: one credit is a cent. Puter: 100,000,000 microcents are a dollar. */
const worth: Readonly<Record<string, string | Readonly<Record<string, string>>>> = {
  usd: '1', microcents: '0.00000001', pollen: '1', credits: { bfl: '0.01', sandbox: '0.01' },
};

/** The price of one billed unit of a model (fal counts megapixels and their fractions, DeepInfra its image units). */
const unitPrice = (request: ImageRequest, { prices = bundled }: QuoteOptions): string | undefined => {
  const { provider, model, route } = request;
  const ranked = indexOf(prices).get(provider)?.get(model)?.find(({ offer }) => route === undefined || offer.route === undefined || offer.route === route);
  const rule = ranked?.believed.find(({ price }) => speaksOf(price, request))?.price.rule;
  return rule && kindOf(rule).unit?.(rule);
};

/**
 * Turns an adapter's reported usage into money, exactly. `undefined` when the amount can't be read, is negative, or its unit has no known worth:
 * the receipt then keeps the estimate, it never becomes $0.
 */
export const charged = (
  usage: ReportedUsage, request: ImageRequest, options: QuoteOptions = {},
): { readonly amount: string; readonly basis: 'reported' } | undefined => {
  const amount = plainAmount(usage.amount);
  if (amount === undefined || amount.startsWith('-')) return undefined;
  const known = Object.hasOwn(worth, usage.unit) ? worth[usage.unit] : undefined;
  const each = usage.unit === 'billable-units' || usage.unit === 'image-units' ? unitPrice(request, options)
    : typeof known === 'object' ? (Object.hasOwn(known, request.provider) ? known[request.provider] : undefined) : known;
  if (each === undefined) return undefined;
  const money: Usd = times(usd(each), amount);
  return { amount: toText(money), basis: 'reported' };
};
