import type { PriceList } from '../price-list-types.js';
import { bfl, bflSources } from './bfl.js';
import { offersOf } from './offer.js';
import { puter, puterSources } from './puter.js';
import { sandbox, sandboxSources } from './sandbox.js';

/** The bundled prices of the providers that most pages name; the others come when they are named. */
export const firstPrices: PriceList = {
  version: 1,
  sources: { ...bflSources, ...sandboxSources, ...puterSources },
  offers: [...puter, ...offersOf('bfl', bfl), ...sandbox],
};
