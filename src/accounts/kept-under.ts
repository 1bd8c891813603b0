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

/**
 * The same for a server of one's own: never the name of a provider's key, so that no page finds that
 * key by calling the provider its own server.
 */
export function keptUnderOwn(endpoint: string, relay?: string): string {
  return URL.canParse(endpoint) ? `own ${keptUnder(new URL(endpoint).origin, relay)}` : '';
}
