/**
 * The origin a provider's key belongs to. The key is stored under it and not found for any other.
 */
export const keyOrigins: Readonly<Record<string, string>> = Object.freeze({
  bfl: 'https://api.bfl.ai',
  fal: 'https://queue.fal.run',
  replicate: 'https://api.replicate.com',
  together: 'https://api.together.ai',
  deepinfra: 'https://api.deepinfra.com',
  aigateway: 'https://api.aigateway.sh',
  openrouter: 'https://openrouter.ai',
  huggingface: 'https://router.huggingface.co',
  pollinations: 'https://gen.pollinations.ai',
});

/**
 * The storage name of a key: its server plus the relay that can read it, as shown to the reader
 * when they entered it. A different relay, which injected markup could name, never finds the key.
 * `puter` as the relay adds nothing: Puter's network does not see the key.
 */
export function keptUnder(origin: string, relay?: string): string {
  return relay !== undefined && URL.canParse(relay)
    ? `${origin} via ${new URL(relay).href}`
    : origin;
}
