/**
 * FNV-1a hash of a name as 7 base-36 digits. Stored data uses it to tell names apart without
 * containing them.
 */
export function nameHash(name: string): string {
  let hash = 0x811c9dc5;
  for (const character of name)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}
