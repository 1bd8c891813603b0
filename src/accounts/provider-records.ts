import { isProviderId, type ProviderId } from '../base/provider-id.js';

/** What every page needs to know about a provider beside its prices. */
export interface ProviderRecord {
  /** As the provider writes it. */
  readonly name: string;
  /**
   * The origin a pasted key belongs to. The key is stored under it and not found for any other.
   * Without one, `account` and `rememberedSession` must say who pays.
   */
  readonly keyOrigin?: string;
  /** True where the balance is an allowance that comes anew each month. */
  readonly monthly?: true;
  /**
   * Readers can sign in, instead of pasting a key, on a page whose own id at the provider matches
   * this. `/^/` matches every id, and no id at all: there any page will do.
   */
  readonly signsIn?: RegExp;
  /** True for a server of somebody's own: it is known by its address. */
  readonly own?: true;
  /** True where the reader has storage of their own that pictures can be kept in. */
  readonly drive?: true;
  /** US dollars that an account may use for free each month, as decimal text. */
  readonly free?: string;
}

/**
 * One record per provider. Pages for keys and top-ups are in `provider-links.ts`, which loads later.
 *
 * Puter's allowance: `toMicroCents(0.5)` a month for the account that its sign-in window makes, half
 * of that for a temporary one (its `subPolicies`, read 2026-08-21).
 */
const providerRecords = {
  puter: { name: 'Puter', monthly: true, drive: true, free: '0.5' },
  sandbox: { name: 'Sandbox' },
  bfl: { name: 'Black Forest Labs', keyOrigin: 'https://api.bfl.ai' },
  fal: { name: 'fal', keyOrigin: 'https://queue.fal.run' },
  replicate: { name: 'Replicate', keyOrigin: 'https://api.replicate.com' },
  together: { name: 'Together', keyOrigin: 'https://api.together.ai' },
  deepinfra: { name: 'DeepInfra', keyOrigin: 'https://api.deepinfra.com' },
  aigateway: { name: 'AIgateway', keyOrigin: 'https://api.aigateway.sh' },
  'openai-compatible': { name: 'OpenAI-compatible', own: true },
  openrouter: { name: 'OpenRouter', keyOrigin: 'https://openrouter.ai', signsIn: /^/ },
  huggingface: {
    name: 'Hugging Face',
    keyOrigin: 'https://router.huggingface.co',
    signsIn: /^(?!pk_)./,
  },
  pollinations: {
    name: 'Pollinations',
    keyOrigin: 'https://gen.pollinations.ai',
    signsIn: /^pk_/,
  },
} satisfies Readonly<Record<ProviderId, ProviderRecord>>;

/**
 * A table of what to do where a pasted key is not the whole story: an entry for each provider
 * without a `keyOrigin`, and for any other that needs one.
 */
export type SpecialCases<T> = Readonly<Record<WithoutKey, T> & Partial<Record<ProviderId, T>>>;

type WithoutKey = {
  [Id in ProviderId]: (typeof providerRecords)[Id] extends { keyOrigin: string } ? never : Id;
}[ProviderId];

/** Names of those who are only ever a route at another provider. */
const routeNames: Readonly<Record<string, string>> = {
  cloudflare: 'Cloudflare',
  openai: 'OpenAI',
  gemini: 'Google',
  xai: 'xAI',
  byteplus: 'BytePlus',
};

/** The name of a provider or a route. An unknown id is its own name. */
export function recordOf(id: string): ProviderRecord {
  if (isProviderId(id)) return providerRecords[id];
  return { name: (Object.hasOwn(routeNames, id) ? routeNames[id] : undefined) ?? id };
}

/**
 * True where readers of this page can sign in at a provider, under the page's own id there. The
 * window comes back to the page's address: a frame without one (`srcdoc`, `blob:`, a sandbox) has
 * only the field for a key.
 */
export function canSignIn(provider: string, clientId: string): boolean {
  const canReturn = /^http/.test(globalThis.location?.protocol) && globalThis.origin !== 'null';
  return canReturn && recordOf(provider).signsIn?.test(clientId) === true;
}

export function providerName(id: string): string {
  return recordOf(id).name;
}
