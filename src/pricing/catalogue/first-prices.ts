import type { PriceList } from '../price-list-types.js';
import { bfl, sandbox } from './bfl.js';
import { puter } from './puter.js';
import { sources } from './sources.js';

/** The bundled prices of the providers that most pages name; the others come when they are named. */
export const firstPrices: PriceList = {
  version: 1,
  sources,
  offers: [...puter, ...bfl, ...sandbox],
};
