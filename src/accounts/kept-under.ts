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
