import type { PriceList } from '../price-list-types.js';
import { bfl, sandbox } from './bfl.js';
import { hosts } from './hosts.js';
import { puter } from './puter.js';
import { sources } from './sources.js';

/**
 * The bundled prices that decide quotes. They are kept apart from the quoted words, page addresses
 * and other sources in `catalogue`, so that the first file stays small. Both give the same totals.
 */
export const decidingPrices: PriceList = {
  version: 1,
  sources,
  offers: [...puter, ...bfl, ...sandbox, ...hosts],
};
