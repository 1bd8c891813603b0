import type { Observable } from '../base/store.js';
import { decidingPrices } from '../pricing/catalogue/deciding-prices.js';
import type { PriceList } from '../pricing/price-list-types.js';

/**
 * Puts all bundled prices in the place of the first look's few: every model, and what other sources
 * say. Nothing happens where other prices are there already. Never rejects.
 */
export async function bringCatalogue(
  prices: Pick<Observable<PriceList>, 'get' | 'set'>,
): Promise<void> {
  if (prices.get() !== decidingPrices) return;
  const whole = await import('../pricing/catalogue/index.js').catch(() => undefined);
  if (whole && prices.get() === decidingPrices) prices.set(whole.catalogue);
}
