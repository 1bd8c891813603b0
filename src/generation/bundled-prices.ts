import { decidingPrices } from '../pricing/catalogue/deciding-prices.js';
import { putPart, type Prices } from './whole-catalogue.js';

/** Puts the bundled prices of all providers in the place of the first few, at once. */
export function putBundledPrices(prices: Prices): void {
  putPart(prices, decidingPrices);
}
