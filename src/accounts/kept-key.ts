/** The tab's storage, then the device's; `undefined` for one that is blocked. */
export function places(): (Storage | undefined)[] {
  return [() => sessionStorage, () => localStorage].map((place) => {
    try {
      return place();
    } catch {
      // Blocked by the reader or by an opaque origin: nothing is kept, nothing was.
      return undefined;
    }
  });
}

/** One item per origin, so that no other server's adapter ever finds it. */
export function keyName(origin: string): string {
  return `user-pays-image/key/${origin}`;
}

/** The key kept for this origin beyond the page, if any. */
export function keptKey(origin: string): string | undefined {
  for (const place of places()) {
    const key = place?.getItem(keyName(origin));
    if (key) return key;
  }
  return undefined;
}
