import { models } from '../pricing/models.js';
import type { PriceList } from '../pricing/price-list-types.js';
import { readableName } from '../pricing/readable-name.js';

/** `FLUX.2 pro`; an id nobody knows is made readable. */
export function modelName(provider: string, model: string, prices?: PriceList): string {
  return models(provider, prices).find(({ id }) => id === model)?.name ?? readableName(model);
}
