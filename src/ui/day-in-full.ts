/** `Feb 3, 2026`: a day (`YYYY-MM-DD`) with its year, in the language of a BCP 47 tag. */
export function dayInFull(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(day),
  );
}
