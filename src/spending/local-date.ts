/** `2026-11-21`, by the reader's own clock and zone: "today" is theirs. */
export function localDate(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}

/** `2026-11`. */
export function localMonth(at: number): string {
  return localDate(at).slice(0, 7);
}
