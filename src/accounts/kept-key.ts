/** The tab's storage, then the device's; `undefined` for one that is blocked. */
export function places(): (Storage | undefined)[] {
  return [() => sessionStorage, () => localStorage].map((place) => {
    try {
      return place();
    } catch {
      // Blocked by the reader's settings or by an opaque origin, so no key can be stored there.
      return undefined;
    }
  });
}

/**
 * Storage name of an origin's key. One item per origin, so that no other server's adapter finds it.
 */
export function keyName(origin: string): string {
  return `user-pays-image/key/${origin}`;
}

/** The stored key of this origin, if any. */
export function keptKey(origin: string): string | undefined {
  for (const place of places()) {
    const key = place?.getItem(keyName(origin));
    if (key) return key;
  }
  return undefined;
}
