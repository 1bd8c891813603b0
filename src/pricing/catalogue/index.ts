import type { PriceList } from '../price-list-types.js';
import { bundled } from './bundled.js';
import { evidence, otherSources } from './evidence.js';

/** Every bundled price: dated, sourced, and with what other sources say. The JSON of this is the published price list format. */
export const catalogue: PriceList = {
  ...bundled,
  sources: { ...bundled.sources, ...otherSources },
  offers: bundled.offers.map((offer) => ({ ...offer, prices: [...offer.prices, ...evidence.get(`${offer.provider} ${offer.model}`) ?? []] })),
};
