/**
 * Returns one instance per page and name, even when the script was loaded twice: the first copy
 * creates it, the others reuse it. `version` is the version of the instance's type; copies with
 * different versions do not share.
 */
export function shared<T>(name: string, version: number, make: () => T): T {
  const page = globalThis as unknown as Record<symbol, T | undefined>;
  return (page[keyOf(name, version)] ??= make());
}

/** The same instance where somebody has created it; creates none. */
export function sharedIfMade<T>(name: string, version: number): T | undefined {
  return (globalThis as unknown as Record<symbol, T | undefined>)[keyOf(name, version)];
}

function keyOf(name: string, version: number): symbol {
  return Symbol.for(`user-pays-image/${name}@${version}`);
}
