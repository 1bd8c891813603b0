/** The page's lock manager: absent on http pages, and not to be named in some sandboxed frames. */
export function pageLocks(): LockManager | undefined {
  try {
    return (globalThis.navigator as Navigator | undefined)?.locks;
  } catch {
    return undefined;
  }
}
