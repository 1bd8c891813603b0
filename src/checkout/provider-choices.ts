import { isProviderId } from '../base/provider-id.js';
import type { PricedRequest } from '../pricing/quote-types.js';
import { priceWith } from './choices.js';
import type { CheckoutCore } from './core.js';
import { payeeName } from './payment-account.js';
import { listed } from './request.js';

/** A provider to choose, and what the request costs there. */
export interface ProviderChoice {
  readonly id: string;
  /** The host of a server of one's own. */
  readonly name: string;
  readonly priced: PricedRequest;
}

/** The known ones of the setting `providers`, else the one provider of the settings. */
export function providerChoices({
  source,
  settings,
  quote,
}: Pick<CheckoutCore, 'source' | 'settings' | 'quote'>): readonly ProviderChoice[] {
  const { provider, providers, endpoint } = settings;
  const known = listed(providers).filter(isProviderId);
  return [...new Set(known.length > 0 ? known : [provider])].map((id) => {
    const there = { ...source, settings: { ...settings, provider: id } };
    const priced = id === provider ? quote : priceWith(there, {});
    return { id, name: payeeName(id, endpoint), priced };
  });
}
