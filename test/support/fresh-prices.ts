import { pageServices } from '../../src/generation/page-services.js';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import type { PriceList } from '../../src/pricing/price-list-types.js';

const today = new Date().toISOString().slice(0, 10);

/**
 * The bundled prices as if they had been read today: for tests about anything but a price's age,
 * which must not change as days pass.
 */
export const freshCatalogue: PriceList = {
  ...catalogue,
  sources: Object.fromEntries(
    Object.entries(catalogue.sources).map(([key, source]) => [key, { ...source, readOn: today }]),
  ),
};

pageServices().prices.set(freshCatalogue);
