import { models } from '../pricing/models.js';
import type { PriceList } from '../pricing/price-list-types.js';

/** `FLUX.2 pro`; an id nobody knows stays as it is. */
export const modelName = (provider: string, model: string, prices?: PriceList): string =>
  models(provider, prices).find(({ id }) => id === model)?.name ?? model;
