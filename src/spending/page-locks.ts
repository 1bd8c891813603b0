/** The page's lock manager: absent on http pages, and not to be named in some sandboxed frames. */
export const pageLocks = (): LockManager | undefined => {
  try {
    return (globalThis.navigator as Navigator | undefined)?.locks;
  } catch {
    return undefined;
  }
};
