/**
 * The results of `make` for 0 to `count - 1`. Used instead of `Array.from`, which Prototype.js and
 * MooTools replace on their pages by one that ignores its second argument.
 */
export function times<T>(count: number, make: (index: number) => T): T[] {
  const made: T[] = [];
  for (let index = 0; index + 1 <= count; index += 1) made.push(make(index));
  return made;
}
