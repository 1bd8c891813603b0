/** The same value, which nobody can change any more, nor anything in it. For plain data. */
export function frozen<T>(value: T): T {
  if (Object.isFrozen(value)) return value;
  Object.values(Object.freeze(value) as object).forEach(frozen);
  return value;
}
