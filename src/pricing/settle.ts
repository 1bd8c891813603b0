import { decidingPrices } from './catalogue/deciding-prices.js';
import { decimalText } from '../base/decimal-text.js';
import { appliesTo } from './bill.js';
import { times, toText, usd, whole, type Usd } from './money.js';
import { indexOf } from './list-index.js';
import type { QuoteOptions } from './quote-options.js';
import type { ImageRequest } from './quote-types.js';
import { kindOf } from './kind-of.js';

/** The usage a provider reports, in its own units. `amount` is decimal text. */
export interface ReportedUsage {
  readonly unit: string;
  readonly amount: string;
}

/**
 * US dollars per unit, by provider where they differ. BFL: one credit is a cent. Puter: 100,000,000
 * microcents are a dollar.
 */
const worth: Readonly<Record<string, string | Readonly<Record<string, string>>>> = {
  usd: '1',
  microcents: '0.00000001',
  pollen: '1',
  credits: { bfl: '0.01', sandbox: '0.01' },
};

/** The price of one unit, and whether it is fixed or was read live from the provider. */
interface UnitWorth {
  /** US dollars as decimal text. */
  readonly each: string;
  readonly isLive: boolean;
}

/**
 * Converts reported usage to US dollars (decimal text), exactly. `basis` is `reported` if the
 * provider reported money, or units whose price was read live; `computed` if the price of the units
 * comes from any other source.
 * `undefined` if the amount is invalid or negative, or the price of the unit is unknown: the
 * receipt then keeps the estimate and never shows $0.
 */
export function charged(
  usage: ReportedUsage,
  request: ImageRequest,
  options: QuoteOptions = {},
): { readonly amount: string; readonly basis: 'reported' | 'computed' } | undefined {
  const amount = decimalText(usage.amount);
  if (amount === undefined) return undefined;
  const unit = worthOf(usage, request, options);
  if (!unit) return undefined;
  // The journal keeps 24 decimals.
  const money: Usd = whole(times(usd(unit.each), amount), false, 24);
  return { amount: toText(money), basis: unit.isLive ? 'reported' : 'computed' };
}

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
 * The price of one unit that the provider billed: fal counts megapixels and their fractions,
 * DeepInfra its image units.
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
  // A live unit price holds at any size: its `upTo` only limits for which sizes the number of units
  // is known beforehand.
  const found = ranked?.trusted.find((one) =>
    appliesTo(one, one.source.kind === 'live' ? { ...request, width: 1, height: 1 } : request),
  );
  const each = found && kindOf(found.rule).unit?.(found.rule);
  return each === undefined ? undefined : { each, isLive: found?.source.kind === 'live' };
}
