import { modelName } from '../../model-name.js';
import { pagePrices } from '../shared/page-prices.js';
import { providerName } from '../../../accounts/provider-records.js';

/** `FLUX.2 pro, Puter`. Unknown ids are made readable; what a damaged line has lost is left out. */
export function nameOf(provider: string, model: string): string {
  return [modelName(provider, model, pagePrices()), providerName(provider)]
    .filter(Boolean)
    .join(', ');
}
