import type { Observable } from '../base/store.js';
import { firstPrices } from '../pricing/catalogue/first-prices.js';
import type { PriceList } from '../pricing/price-list-types.js';
import type { ProblemCode } from '../pricing/quote-types.js';

export type Prices = Pick<Observable<PriceList>, 'get' | 'set'>;

/** The bundled lists of this copy of the script that are not all of its prices. */
const parts = new WeakSet([firstPrices]);

/** True for a bundled list that is not all of the bundled prices. */
export function isPart(prices: PriceList): boolean {
  return parts.has(prices);
}

/** True where a problem may only mean that its prices are not here yet. */
export function mayCome(code: ProblemCode, prices: PriceList): boolean {
  return isPart(prices) && /^unknown-(provider|model|route)$/.test(code);
}

/**
 * Brings the bundled prices that a request lacks: those of another provider, else the whole
 * catalogue. Never rejects.
 */
export async function bringPrices(prices: Prices, code: ProblemCode): Promise<void> {
  if (code !== 'unknown-provider' || prices.get() !== firstPrices) return bringCatalogue(prices);
  const more = await import('../pricing/catalogue/deciding-prices.js').catch(() => undefined);
  if (more) putPart(prices, more.decidingPrices);
}

/** Puts a larger part of the bundled prices in the place of the first few. */
export function putPart(prices: Prices, part: PriceList): void {
  if (prices.get() !== firstPrices) return;
  parts.add(part);
  prices.set(part);
}

/**
 * Puts all bundled prices in the place of the first few: every model, and what other sources say.
 * Nothing happens where other prices are there already. Never rejects.
 */
export async function bringCatalogue(prices: Prices): Promise<void> {
  if (!parts.has(prices.get())) return;
  const whole = await import('../pricing/catalogue/index.js').catch(() => undefined);
  if (whole && parts.has(prices.get())) prices.set(whole.catalogue);
}
