/** The page's lock manager. Absent on http pages; in some sandboxed frames reading it throws. */
export function pageLocks(): LockManager | undefined {
  try {
    return (globalThis.navigator as Navigator | undefined)?.locks;
  } catch {
    return undefined;
  }
}
