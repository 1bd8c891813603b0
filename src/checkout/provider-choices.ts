import type { PricedRequest } from '../pricing/quote-types.js';
import { priceWith } from './choices.js';
import type { CheckoutCore } from './core.js';
import { payeeName } from './payment-account.js';
import { listed } from './request.js';

/** Somebody who can be paid, and what the request costs there. */
export interface ProviderChoice {
  readonly id: string;
  /** Of a server of somebody's own: its host. */
  readonly name: string;
  readonly priced: PricedRequest;
}

/** Who can be paid, as the setting `providers` has them, else the one provider of the settings. */
export function providerChoices({
  source,
  settings,
  quote,
}: Pick<CheckoutCore, 'source' | 'settings' | 'quote'>): readonly ProviderChoice[] {
  const { provider, providers, endpoint } = settings;
  const all = providers.trim() === '' ? [provider] : listed(providers);
  return [...new Set(all)].map((id) => {
    const there = { ...source, settings: { ...settings, provider: id } };
    const priced = id === provider ? quote : priceWith(there, {});
    return { id, name: payeeName(id, endpoint), priced };
  });
}
