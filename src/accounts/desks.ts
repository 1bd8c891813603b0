/** Where a reader gets a key, tops up, and which server the key belongs to. Addresses as the providers' own documents give them (2026-11). */
export interface Desk {
  /** The key is kept under this origin and never found for another. */
  readonly origin: string;
  readonly keys: string;
  readonly topUp: string;
}

export const desks: Readonly<Record<string, Desk>> = Object.freeze({
  bfl: { origin: 'https://api.bfl.ai', keys: 'https://dashboard.bfl.ai/', topUp: 'https://dashboard.bfl.ai/' },
  fal: { origin: 'https://queue.fal.run', keys: 'https://fal.ai/dashboard/keys', topUp: 'https://fal.ai/dashboard/billing' },
  replicate: { origin: 'https://api.replicate.com', keys: 'https://replicate.com/account/api-tokens', topUp: 'https://replicate.com/account/billing' },
  together: { origin: 'https://api.together.ai', keys: 'https://api.together.ai/settings/api-keys', topUp: 'https://api.together.ai/settings/billing' },
  deepinfra: { origin: 'https://api.deepinfra.com', keys: 'https://deepinfra.com/dash/api_keys', topUp: 'https://deepinfra.com/dash/billing' },
  aigateway: { origin: 'https://api.aigateway.sh', keys: 'https://aigateway.sh/', topUp: 'https://aigateway.sh/' },
  openrouter: { origin: 'https://openrouter.ai', keys: 'https://openrouter.ai/settings/keys', topUp: 'https://openrouter.ai/credits' },
  huggingface: { origin: 'https://router.huggingface.co', keys: 'https://huggingface.co/settings/tokens', topUp: 'https://huggingface.co/settings/billing' },
  pollinations: { origin: 'https://gen.pollinations.ai', keys: 'https://enter.pollinations.ai/', topUp: 'https://enter.pollinations.ai/' },
});
