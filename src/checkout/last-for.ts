/** Caches the last result and computes a new one only for another key. */
export function lastFor<T>(): (key: readonly unknown[], make: () => T) => T {
  let last: { readonly key: readonly unknown[]; readonly value: T } | undefined;
  return (key, make) => {
    if (last && isSame(last.key, key)) return last.value;
    const value = make();
    last = { key, value };
    return value;
  };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => Object.is(one, b[index]));
}
