/**
 * FNV-1a, 7 digits of base 36: tells two names apart in what this browser keeps, and names neither.
 */
export function mark(name: string): string {
  let hash = 0x811c9dc5;
  for (const character of name)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}
