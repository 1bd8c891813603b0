import { catalogue } from './catalogue/index.js';
import type { PriceList } from './price-list-types.js';
import type { ImageRequest } from './quote-types.js';
import {
  cheapestAdequate as cheapestIn,
  defaultRoute as routeIn,
  models as modelsIn,
  type ModelInfo,
} from './models.js';

/**
 * The models a provider serves, in the order of the list, without those marked `notHosted` and
 * without `*`. Empty for an unknown provider.
 */
export function models(provider: string, prices: PriceList = catalogue): readonly ModelInfo[] {
  return modelsIn(provider, prices);
}

/** The id of a provider's default model: see `cheapestAdequate` in `models.ts`. */
export function cheapestAdequate(
  provider: string,
  prices: PriceList = catalogue,
  allowed: readonly string[] = [],
): string {
  return cheapestIn(provider, prices, allowed);
}

/** The route chosen for a request that names none; `undefined` if the model has no routes. */
export function defaultRoute(
  request: ImageRequest,
  prices: PriceList = catalogue,
): string | undefined {
  return routeIn(request, prices);
}
