import { isProviderId, type ProviderId } from '../base/provider-id.js';

/** Where readers get a key and where they top up. */
export interface ProviderLinks {
  readonly keys?: string;
  readonly topUp: string;
  /** Where readers see to their account, where that is another page than `topUp`. */
  readonly home?: string;
  /** Where the provider says what it is, what an account costs, and who is charged. */
  readonly about?: { readonly what: string; readonly costs: string; readonly pays: string };
}

/**
 * Addresses from the providers' own documentation (2026-11). Kept apart from `provider-records.ts`
 * because the first look of an element does without them.
 */
const providerLinks: Readonly<Record<ProviderId, ProviderLinks | undefined>> = {
  puter: {
    topUp: 'https://puter.com/dashboard#billing',
    home: 'https://puter.com/',
    about: {
      what: 'https://github.com/HeyPuter/puter#readme',
      costs: 'https://docs.puter.com/rate-limits-and-quotas/',
      pays: 'https://docs.puter.com/user-pays-model/',
    },
  },
  // Play money.
  sandbox: undefined,
  bfl: { keys: 'https://dashboard.bfl.ai/', topUp: 'https://dashboard.bfl.ai/' },
  fal: { keys: 'https://fal.ai/dashboard/keys', topUp: 'https://fal.ai/dashboard/billing' },
  replicate: {
    keys: 'https://replicate.com/account/api-tokens',
    topUp: 'https://replicate.com/account/billing',
  },
  together: {
    keys: 'https://api.together.ai/settings/api-keys',
    topUp: 'https://api.together.ai/settings/billing',
  },
  deepinfra: {
    keys: 'https://deepinfra.com/dash/api_keys',
    topUp: 'https://deepinfra.com/dash/billing',
  },
  aigateway: { keys: 'https://aigateway.sh/', topUp: 'https://aigateway.sh/' },
  // A server of somebody's own: only they know.
  'openai-compatible': undefined,
  openrouter: {
    keys: 'https://openrouter.ai/settings/keys',
    topUp: 'https://openrouter.ai/credits',
  },
  huggingface: {
    keys: 'https://huggingface.co/settings/tokens',
    topUp: 'https://huggingface.co/settings/billing',
  },
  pollinations: { keys: 'https://enter.pollinations.ai/', topUp: 'https://enter.pollinations.ai/' },
};

/** `undefined` for an unknown provider and for one without such pages. */
export function linksOf(provider: string): ProviderLinks | undefined {
  return isProviderId(provider) ? providerLinks[provider] : undefined;
}
