/** The server a key belongs to: it is kept under this origin and never found for another. */
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
 * Under what a key is kept: its server, and the relay that sees it pass, as the reader was told
 * when they entered it. Another relay, which
 * slipped-in markup could name, never finds it. Puter's network sees nothing of it.
 */
export function keptUnder(origin: string, relay?: string): string {
  return relay !== undefined && URL.canParse(relay)
    ? `${origin} via ${new URL(relay).href}`
    : origin;
}
