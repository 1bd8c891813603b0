import { firstPrices } from './catalogue/first-prices.js';
import { listReading } from './list-reading.js';
import type { PriceList } from './price-list-types.js';

/**
 * Brings what pricing needs for this list, where another copy of the script read it. Resolves true
 * if something was brought, so that what could not be priced before can be now.
 */
export async function broughtReading(list: PriceList): Promise<boolean> {
  if (list === firstPrices || listReading()) return false;
  const { readsLists } = await import('./reads-lists.js');
  readsLists();
  return true;
}
