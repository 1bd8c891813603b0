/**
 * Returns one instance per page and name, even when the script was loaded twice: the first copy
 * creates it, the others reuse it. `version` is the version of the instance's type; copies with
 * different versions do not share.
 */
export function shared<T>(name: string, version: number, make: () => T): T {
  const key = Symbol.for(`user-pays-image/${name}@${version}`);
  const page = globalThis as unknown as Record<symbol, T | undefined>;
  return (page[key] ??= make());
}
