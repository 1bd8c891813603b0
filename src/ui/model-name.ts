import { models } from '../pricing/models.js';
import type { PriceList } from '../pricing/price-list-types.js';
import { readableName } from '../pricing/readable-name.js';

/** `FLUX.2 pro`; for an id that no list has, a readable name made of it. */
export function modelName(provider: string, model: string, prices?: PriceList): string {
  return models(provider, prices).find(({ id }) => id === model)?.name ?? readableName(model);
}
