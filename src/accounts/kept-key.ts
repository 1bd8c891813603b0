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

/**
 * Storage name of the mark that a reader's "Remove key" leaves on the device. A tab's own storage
 * has, under the same name, the mark of the time when its key was stored.
 */
export function markName(origin: string): string {
  return `user-pays-image/gone/${origin}`;
}

/**
 * The stored key of this origin, if any. A duplicated tab has a copy of the first one's storage: its
 * key counts no more once the reader has removed it in any tab.
 */
export function keptKey(origin: string): string | undefined {
  const [tab, device] = places();
  const mark = device?.getItem(markName(origin));
  const isGone = mark && mark !== tab?.getItem(markName(origin));
  return (
    (!isGone && tab?.getItem(keyName(origin))) || device?.getItem(keyName(origin)) || undefined
  );
}
