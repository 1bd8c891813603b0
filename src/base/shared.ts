/**
 * One thing per page and name, also when the script was loaded twice: the first copy makes it, the
 * others find it.
 * `version` is the shape's version; a copy with another shape gets its own.
 */
export function shared<T>(name: string, version: number, make: () => T): T {
  const key = Symbol.for(`user-pays-image/${name}@${version}`);
  const page = globalThis as unknown as Record<symbol, T | undefined>;
  return (page[key] ??= make());
}
