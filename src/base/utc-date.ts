/** The day of a time (epoch milliseconds) in UTC, such as `2026-11-21`. */
export function utcDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
