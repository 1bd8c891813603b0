/** The entries of a list as a request gives it. */
export function listEntries(value: string | undefined): readonly string[] {
  return value?.split(/[\s,]+/).filter(Boolean) ?? [];
}
