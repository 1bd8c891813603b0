import { models } from '../pricing/models.js';
import type { PriceList } from '../pricing/price-list-types.js';

/** `FLUX.2 pro`; an id nobody knows stays as it is. */
export function modelName(provider: string, model: string, prices?: PriceList): string {
  return models(provider, prices).find(({ id }) => id === model)?.name ?? model;
}
