import { modelName } from '../../model-name.js';
import { providerName } from '../../../accounts/provider-records.js';

/**
 * `FLUX.2 pro, Puter`; ids nobody knows stay as they are, and what a damaged line has lost is left
 * out.
 */
export function nameOf(provider: string, model: string): string {
  return [modelName(provider, model), providerName(provider)].filter(Boolean).join(', ');
}
