const said = new Set<string>();

/**
 * Tells the page's author in the console, once per page and message: elements never throw for what
 * is typed in their attributes.
 */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`user-pays-image: ${message}`);
}
