import type { PriceList } from '../price-list-types.js';
import { bfl, bflSources } from './bfl.js';
import { offersOf } from './offer.js';
import { puter, puterSources } from './puter.js';
import { sandbox, sandboxSources } from './sandbox.js';

/**
 * The bundled prices of the providers that most pages name; the others come when they are named.
 * They quote no words of their sources: those come with the whole catalogue.
 * Each provider's models stand in the order of what a 1024×1024 image of them costs, those without
 * such a price last, so that a first look need not price them all to find the default.
 */
export const firstPrices: PriceList = {
  version: 1,
  sources: { ...bflSources, ...sandboxSources, ...puterSources },
  offers: [...puter, ...offersOf('bfl', bfl), ...sandbox],
};
