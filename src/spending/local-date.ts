/** `2026-11-21`, by the reader's own clock and zone: "today" is theirs. */
export function dayOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}

/** `2026-11`. */
export function monthOf(at: number): string {
  return dayOf(at).slice(0, 7);
}
