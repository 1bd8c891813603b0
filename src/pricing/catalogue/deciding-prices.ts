import type { PriceList } from '../price-list-types.js';
import { bfl, sandbox } from './bfl.js';
import { hosts } from './hosts.js';
import { puter } from './puter.js';
import { sources } from './sources.js';

/**
 * The prices that decide, without their words. Those, their pages and what other sources say are in
 * `catalogue`, which decides alike.
 */
export const decidingPrices: PriceList = {
  version: 1,
  sources,
  offers: [...puter, ...bfl, ...sandbox, ...hosts],
};
