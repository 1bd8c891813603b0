/** What a reader is told about a provider beside its prices. */
interface ProviderFacts {
  /** As the provider writes it. */
  readonly name: string;
  /** True where the balance is an allowance that comes anew each month. */
  readonly monthly?: true;
  /** True for a server of somebody's own: it is known by its address. */
  readonly own?: true;
  /** True where the reader has storage of their own that pictures can be kept in. */
  readonly drive?: true;
  /** US dollars any free account may use each month, as decimal text. */
  readonly free?: string;
}

/**
 * Puter's allowance: `toMicroCents(0.25)` a month for a temporary account, twice that for a
 * registered one (its `subPolicies`, read 2026-08-21).
 */
const facts: Readonly<Record<string, ProviderFacts>> = {
  puter: { name: 'Puter', monthly: true, drive: true, free: '0.25' },
  sandbox: { name: 'Sandbox' },
  bfl: { name: 'Black Forest Labs' },
  fal: { name: 'fal' },
  replicate: { name: 'Replicate' },
  together: { name: 'Together' },
  deepinfra: { name: 'DeepInfra' },
  aigateway: { name: 'AIgateway' },
  'openai-compatible': { name: 'OpenAI-compatible', own: true },
  openrouter: { name: 'OpenRouter' },
  huggingface: { name: 'Hugging Face' },
  pollinations: { name: 'Pollinations' },
  cloudflare: { name: 'Cloudflare' },
  openai: { name: 'OpenAI' },
  gemini: { name: 'Google' },
  xai: { name: 'xAI' },
  byteplus: { name: 'BytePlus' },
};

/** An id nobody knows is its own name. */
export function providerFacts(id: string): ProviderFacts {
  return (Object.hasOwn(facts, id) ? facts[id] : undefined) ?? { name: id };
}

export function providerName(id: string): string {
  return providerFacts(id).name;
}
