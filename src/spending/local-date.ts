/** A date such as `2026-11-21` in the reader's time zone: "today" means the reader's day. */
export function localDate(at: number): string {
  const date = new Date(at);
  const month = String(date.getMonth() + 1).padStart(2, '0');
  const day = String(date.getDate()).padStart(2, '0');
  return `${date.getFullYear()}-${month}-${day}`;
}

/** A month such as `2026-11` in the reader's time zone. */
export function localMonth(at: number): string {
  return localDate(at).slice(0, 7);
}

/** When the day around a time begins, and when the next does, in the reader's time zone. */
export function dayAround(at: number): [begins: number, ends: number] {
  const date = new Date(at);
  return [date.setHours(0, 0, 0, 0), date.setDate(date.getDate() + 1)];
}

/** When the month of a time begins, in the reader's time zone. */
export function monthStart(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth()).getTime();
}
