import { decidingPrices } from './catalogue/deciding-prices.js';
import { appliesTo } from './bill.js';
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

/**
 * What one unit is worth in US dollars, by provider where they differ. BFL: one credit is a cent.
 * Puter: 100,000,000 microcents are a dollar.
 */
const worth: Readonly<Record<string, string | Readonly<Record<string, string>>>> = {
  usd: '1',
  microcents: '0.00000001',
  pollen: '1',
  credits: { bfl: '0.01', sandbox: '0.01' },
};

/** What one unit is worth, and whether the provider itself said so in this visit. */
interface UnitWorth {
  /** US dollars as decimal text. */
  readonly each: string;
  readonly isLive: boolean;
}

/**
 * Turns an adapter's reported usage into money, exactly. `reported`: the provider said it in money,
 * or in units whose price it said itself in
 * this visit. `computed`: it told units only, and their price is from a list. `undefined` when the
 * amount can't be read, is negative, or its
 * unit has no known worth: the receipt then keeps the estimate, it never becomes $0.
 */
export function charged(
  usage: ReportedUsage,
  request: ImageRequest,
  options: QuoteOptions = {},
): { readonly amount: string; readonly basis: 'reported' | 'computed' } | undefined {
  const amount = plainAmount(usage.amount);
  if (amount === undefined || amount.startsWith('-')) return undefined;
  const unit = worthOf(usage, request, options);
  if (!unit) return undefined;
  const money: Usd = times(usd(unit.each), amount);
  return { amount: toText(money), basis: unit.isLive ? 'reported' : 'computed' };
}

/** What one of the units a provider speaks in is worth. */
function worthOf(
  { unit }: ReportedUsage,
  request: ImageRequest,
  options: QuoteOptions,
): UnitWorth | undefined {
  if (unit === 'billable-units' || unit === 'image-units') return unitPrice(request, options);
  const known = Object.hasOwn(worth, unit) ? worth[unit] : undefined;
  if (typeof known !== 'object')
    return known === undefined ? undefined : { each: known, isLive: true };
  const each = Object.hasOwn(known, request.provider) ? known[request.provider] : undefined;
  return each === undefined ? undefined : { each, isLive: true };
}

/**
 * The price of one billed unit of a model (fal counts megapixels and their fractions, DeepInfra its
 * image units).
 */
function unitPrice(
  request: ImageRequest,
  { prices = decidingPrices }: QuoteOptions,
): UnitWorth | undefined {
  const { provider, model, route } = request;
  const ranked = indexOf(prices)
    .get(provider)
    ?.get(model)
    ?.find(
      ({ offer }) => route === undefined || offer.route === undefined || offer.route === route,
    );
  // A unit read live is worth the same at any size: its limit says only how far it foretells how
  // many units there will be.
  const found = ranked?.trusted.find(({ price, source }) =>
    appliesTo(price, source.kind === 'live' ? { ...request, width: 1, height: 1 } : request),
  );
  const each = found && kindOf(found.price.rule).unit?.(found.price.rule);
  return each === undefined ? undefined : { each, isLive: found?.source.kind === 'live' };
}
