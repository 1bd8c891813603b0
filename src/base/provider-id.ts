/** The providers a page can name, by the value of the attribute `provider`. */
export const providerIds = [
  'puter',
  'sandbox',
  'bfl',
  'fal',
  'replicate',
  'together',
  'deepinfra',
  'aigateway',
  'openai-compatible',
  'openrouter',
  'huggingface',
  'pollinations',
] as const;

export type ProviderId = (typeof providerIds)[number];

/** False for every other text, also for names that any object has, such as `constructor`. */
export function isProviderId(text: string): text is ProviderId {
  return (providerIds as readonly string[]).includes(text);
}
