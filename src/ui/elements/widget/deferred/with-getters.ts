/** An object with additional getters. */
export function withGetters<T extends object, G extends Record<string, () => unknown>>(
  values: T,
  getters: G,
): T & { readonly [Name in keyof G]: ReturnType<G[Name]> } {
  for (const [name, get] of Object.entries(getters))
    Object.defineProperty(values, name, { get, enumerable: true });
  return values as T & { readonly [Name in keyof G]: ReturnType<G[Name]> };
}
